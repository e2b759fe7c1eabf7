"""Make the word lists of the privacy check that come from packages: `python3 devtools/privacy_lists.py --opentaal DIR`.

DIR holds what Debian's `wdutch` and `hunspell-nl` install (`dpkg -x` of both): usr/share/dict/dutch and
usr/share/hunspell/nl.dic. Faker must be importable here; the program itself needs neither. Sources and licences:
docs/adr/0012-looking-for-personal-data.md.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import re
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "resources" / "privacy"
LOCALES = (
    "nl_NL nl_BE tr_TR pl_PL fr_DZ fr_FR de_DE en_GB en_US en_IN en_NG en_PK en_KE es_ES pt_PT pt_BR it_IT ro_RO hu_HU "
    "hr_HR cs_CZ sk_SK ha_NG yo_NG tw_GH vi_VN zh_CN id_ID"
)
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſ][a-zà-öø-ÿĀ-ſ'’-]+")
_STREET = re.compile(r"(?:straat|laan|weg|plein|pad|steeg|hof|dijk|kade|gracht|singel|dreef|plantsoen|markt)s?$")


def main() -> int:
    """Write the lists."""
    sys.path.insert(0, str(ROOT))
    from facilitator.core.text import fold  # noqa: PLC0415  the checkout is put on the path first

    parser = argparse.ArgumentParser(prog="privacy_lists.py")
    parser.add_argument("--opentaal", type=Path, required=True)
    folder = parser.parse_args().opentaal
    words = (folder / "usr/share/dict/dutch").read_text("utf-8").split("\n")
    stems = (folder / "usr/share/hunspell/nl.dic").read_text("utf-8").replace("ĳ", "ij").replace("Ĳ", "IJ").split("\n")
    flags = dict(line.partition("/")[::2] for line in stems if line[:1].isupper())
    plain = {fold(word) for word in words if re.fullmatch(r"[a-zà-öø-ÿ]+", word)}
    (OUT / "opentaal_words.txt.gz").write_bytes(
        gzip.compress(("\n".join(sorted(plain, key=str.encode)) + "\n").encode(), 9, mtime=0)
    )
    given, family = ({fold(name) for name in names} - plain for names in from_faker())
    own = {fold(word) for name in ("given_names.txt", "surnames.txt") for line in lines(name) for word in line.split()}
    places = {word for word, flag in flags.items() if ("PI" in flag or "PK" in flag) and _NAME.fullmatch(word)}
    proper = {fold(word) for word, flag in flags.items() if word not in places and is_name(word, flag)}
    large = set(re.split("; ?", " ".join(line.lstrip("+ ") + ";" for line in lines("places.txt"))))
    towns = {fold(word) for word in places | large} - own - given
    capitals = {fold(word) for word in other_capitals(words, flags)} - own - given - family
    write("opentaal_places.txt", "OpenTaal", {fold(word) for word in places} - own - given)
    write("opentaal_capitals.txt", "OpenTaal", capitals - towns)
    write("opentaal_names.txt", "OpenTaal", proper - plain - towns - capitals)
    write("faker_given_names.txt", "Faker", given - towns)
    write("faker_surnames.txt", "Faker", family - towns)
    return 0


def is_name(word: str, flag: str) -> bool:
    """Tell whether OpenTaal has this as a proper noun that can be a person's."""
    return "PN" in flag and bool(_NAME.fullmatch(word)) and not _STREET.search(word) and "Za" not in flag


def other_capitals(words: Iterable[str], flags: dict[str, str]) -> set[str]:
    """Give peoples, their adjectives and the like: capitals, but no names (Belg, Belgische, Bijbel, Amerikaanse)."""
    stems = {word for word, flag in flags.items() if flag and not {"PN", "Fw"} & set(re.findall("..", flag))}
    stems = {word for word in stems if _NAME.fullmatch(word) and not _STREET.search(word)}
    return {
        word
        for word in words
        if _NAME.fullmatch(word) and any(word.removesuffix(end) in stems for end in ("", "e", "en", "s", "'s", "se"))
    }


def from_faker() -> tuple[set[str], set[str]]:
    """Give the given names and surnames that Faker has in Latin letters."""
    given: set[str] = set()
    family: set[str] = set()
    for locale in LOCALES.split():
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for name, value in vars(provider).items():
            into = given if "first" in name else family if "last" in name else None
            if into is not None and isinstance(value, (tuple, list, dict)):
                into |= {part for text in value if isinstance(text, str) for part in text.replace(",", " ").split()}
    return {w for w in given if _NAME.fullmatch(w)}, {w for w in family if _NAME.fullmatch(w)}


def lines(name: str) -> list[str]:
    """Give the lines of a list that carry something."""
    return [line for line in (OUT / name).read_text("utf-8").split("\n") if line and not line.startswith("#")]


def write(name: str, source: str, words: Iterable[str]) -> None:
    """Write one list, in order, with where it comes from."""
    head = f"# From {source}; made by devtools/privacy_lists.py. Licence: LICENSE-{source}.txt."
    (OUT / name).write_text("\n".join([head, *sorted(set(words))]) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
