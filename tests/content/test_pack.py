"""Packs: what goes in comes out, and what is not whole stays out."""

from __future__ import annotations

import errno
import io
import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from facilitator.content.check import check, read_contents
from facilitator.content.manifest import About, declared
from facilitator.content.pack import keys_of, pack_bytes, pack_of, read_pack
from facilitator.content.pack_file import write_pack
from tests.content.packing import ABOUT, FILES, manifest, pack, read, zipped
from tests.content.samples import CASE, case
from tests.shipped import shipped_library


def test_a_pack_is_read_as_it_was_made(tmp_path: Path) -> None:
    made = pack()
    assert write_pack(tmp_path / "proef.fpack", made) == ()
    found = read_pack(tmp_path / "proef.fpack")
    assert (found.pack, found.problems) == (made, ())
    assert [one.file for one in made.items] == list(FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["proef.fpack"]


def test_any_zip_program_can_open_a_pack() -> None:
    with zipfile.ZipFile(io.BytesIO(pack_bytes(pack()))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["pack.yaml", *FILES]
        assert archive.read("casuistiek/stil.yaml").decode() == CASE


def test_a_pack_that_python_zipped_is_a_pack(tmp_path: Path) -> None:
    assert read(tmp_path, zipped(FILES)).problems == ()


def test_the_same_content_gives_the_same_bytes() -> None:
    made = pack()
    assert pack_bytes(made) == pack_bytes(pack_of(made.about, made.items[::-1]))


@pytest.mark.parametrize(
    ("old", "new", "newer"),
    [("1", "2", True), ("1.9", "1.10", True), ("1", "1.0.0", False), ("2", "1.9.9", False), ("1.2", "1.2.1", True)],
)
def test_versions_are_compared_as_numbers(old: str, new: str, *, newer: bool) -> None:
    before, after = (replace(ABOUT, version=version) for version in (old, new))
    assert (after.order > before.order) is newer


def test_what_comes_with_the_program_is_not_taken(tmp_path: Path) -> None:
    shipped = keys_of(shipped_library())
    assert ("casuistiek", "stil-in-de-klas") in shipped
    found = read(tmp_path, pack_bytes(pack()), {("casuistiek", "stil")})
    assert found.pack is None
    assert [(problem.file.name, problem.line, problem.path) for problem in found.problems] == [
        ("stil.yaml", 1, ("id",))
    ]
    assert "comes with the program" in found.problems[0].what
    assert write_pack(tmp_path / "x.fpack", pack(), {("casuistiek", "stil")}) != ()


MANIFESTS = [
    ("author: Een regio", "auteur: Een regio", "'author' is missing"),
    ("  licence: CC0\n", "", "'licence' is missing"),
    ("author: Een regio", "author:", "'author' is empty"),
    ("version: 1.2", "version: v1", "'version' is 'v1'"),
    ("version: 1.2", "version: []", "one single value"),
    ("version: 1.2", "version: 1.2.3.4", "'version' is"),
    ("title: Een proef", f"title: {'x' * 201}", "201 characters"),
    ("title: Een proef", "title: &a b", "&a"),
    ("made_on: 2026-05-11", "made_on: gisteren", "not a date"),
    ("format: 1", "format: 2", "newer Facilitator"),
    ("format: 1", "format: een", "not a whole number"),
    ("format: 1", "", "'format' is missing"),
    ("sha256: '", "sha256: 'x", "'sha256' is"),
    ("file: casuistiek/stil.yaml", "file: ../stil.yaml", "'file' is"),
    ("file: casuistiek/stil.yaml", "file: casuistiek/luid.yaml", "lists this, but it is not there"),
    ("file: casuistiek/stil.yaml", "file: casuistiek/luid.yaml", "not in the list"),
]


@pytest.mark.parametrize(("old", "new", "words"), MANIFESTS)
def test_a_pack_that_does_not_tell_what_it_should(tmp_path: Path, old: str, new: str, words: str) -> None:
    told = manifest({name: text.encode() for name, text in FILES.items()}, old, new)
    found = read(tmp_path, zipped({**FILES, "pack.yaml": told}))
    assert found.pack is None
    assert any(words in problem.what and problem.fix for problem in found.problems), found.problems


def test_pack_yaml_that_is_only_a_list(tmp_path: Path) -> None:
    assert "keys with values" in read(tmp_path, zipped({**FILES, "pack.yaml": b"- a\n"})).problems[0].what


def test_pack_yaml_has_a_schema_of_one_mind_with_its_reader() -> None:
    validator = Draft202012Validator(declared().schema())
    with zipfile.ZipFile(io.BytesIO(pack_bytes(pack()))) as archive:
        told = json.loads(json.dumps(yaml.safe_load(archive.read("pack.yaml")), default=str))
    assert validator.is_valid(told)
    told["contents"][0]["sha256"] = "x"
    assert not validator.is_valid(told)


def test_a_text_that_was_changed_after_packing(tmp_path: Path) -> None:
    told = manifest({name: text.encode() for name, text in FILES.items()})
    found = read(tmp_path, zipped({**FILES, "casuistiek/stil.yaml": case("Stil\n", "Luid\n"), "pack.yaml": told}))
    assert [problem.what for problem in found.problems] == ["this is not the text that was packed"]


def test_a_pack_of_nothing_is_not_written(tmp_path: Path) -> None:
    assert "empty list" in write_pack(tmp_path / "leeg.fpack", pack_of(ABOUT, []))[0].what
    assert list(tmp_path.iterdir()) == []


def test_a_pack_that_cannot_be_read_is_not_written(tmp_path: Path) -> None:
    made = pack()
    for bad in (replace(made.about, author=""), replace(made.about, version="nieuw")):
        assert write_pack(tmp_path / "slecht.fpack", replace(made, about=bad)) != ()
    large = replace(made.items[0], text="#" * 1_000_001)
    assert "larger than" in write_pack(tmp_path / "slecht.fpack", pack_of(ABOUT, [large]))[0].what
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may be written")])
def test_a_disk_that_does_not_take_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str) -> None:
    def refuse(_number: int) -> None:
        raise OSError(number, "no")

    path = tmp_path / "proef.fpack"
    path.write_bytes(b"wat er al stond")
    monkeypatch.setattr(os, "fsync", refuse)
    (problem,) = write_pack(path, pack())
    assert words in problem.fix
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("proef.fpack", b"wat er al stond")]


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    assert "may be written" in write_pack(tmp_path / "weg" / "proef.fpack", pack())[0].fix


def test_a_pack_is_checked_like_any_file(tmp_path: Path) -> None:
    path = tmp_path / "proef.fpack"
    path.write_bytes(zipped({"casuistiek/stil.yaml": case("Sem zegt weinig.", "Sem zegt weinig [?].")}))
    assert [(problem.file, problem.line) for problem in check([path])] == [(path / "casuistiek" / "stil.yaml", 31)]
    path.write_bytes(b"PK\3\4")
    assert ["cut off" in problem.what for problem in check([path])] == [True]


def test_files_and_packs_to_put_in_a_pack(tmp_path: Path) -> None:
    write_pack(tmp_path / "proef.fpack", pack())
    (tmp_path / "los.yaml").write_text(case("id: stil", "id: luid"), "utf-8")
    (tmp_path / "slecht.yaml").write_text(case("id: stil", "id: Luid"), "utf-8")
    contents = read_contents([tmp_path / "proef.fpack", tmp_path / "los.yaml", tmp_path / "slecht.yaml"])
    assert [one.key for one in contents.items][-1] == ("casuistiek", "luid")
    assert (len(contents.items), [problem.file.name for problem in contents.problems]) == (4, ["slecht.yaml"])


def test_an_about_is_what_pack_yaml_tells(tmp_path: Path) -> None:
    found = read(tmp_path, pack_bytes(pack())).pack
    assert found is not None
    assert found.about == About("proef", "Een proef", "Een regio", "1.2", "CC-BY-4.0", ABOUT.made_on)
