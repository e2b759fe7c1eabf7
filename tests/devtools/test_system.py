from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from devtools import system
from devtools.failure import MissingPackagesError, NoDisplayError

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these to the system")

# Fails the first time, as apt does on a machine that has no package lists yet; notes how it was called.
APT = """\
#!/bin/sh
echo "$@" >> {log}
[ "$(wc -l < {log})" -gt 1 ]
"""


@pytest.fixture
def apt_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put an apt-get in the way that installs nothing; gives the file it writes its arguments to."""
    log = tmp_path / "apt.log"
    program = tmp_path / "bin" / "apt-get"
    program.parent.mkdir()
    program.write_text(APT.format(log=log), encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return log


@linux
def test_without_a_screen_there_is_no_window() -> None:
    with pytest.raises(NoDisplayError, match=r"dev\.py run -- demo --out DIR"):
        system.window_libraries({})


@linux
@pytest.mark.parametrize(
    ("environ", "library", "wanted"),
    [
        ({"DISPLAY": ":0"}, "libxcb-cursor.so.0", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "libxcb-cursor.so.0", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "libwayland-client.so.0", True),
        ({"QT_QPA_PLATFORM": "offscreen:configfile=two.json"}, "libxcb-cursor.so.0", False),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0"}, "libxcb-cursor.so.0", True),
    ],
)
def test_a_window_needs_what_its_screen_needs(environ: dict[str, str], library: str, wanted: bool) -> None:
    libraries = system.window_libraries(environ)
    assert (library in libraries) is wanted
    assert "libGL.so.1" in libraries


@linux
def test_a_library_that_does_not_load_is_missing() -> None:
    assert system.missing({"libc.so.6": "libc6", "libnowhere.so.1": "libnowhere1"}) == ["libnowhere.so.1"]


@linux
def test_who_may_not_install_is_told_what_to_type(apt_log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "_is_root", lambda: False)
    monkeypatch.setattr(system, "_rights", lambda: None)
    with pytest.raises(MissingPackagesError) as caught:
        system.provide({"libnowhere.so.1": "libnowhere1", "libc.so.6": "libc6"})
    assert "libnowhere.so.1" in str(caught.value)
    assert "\n  sudo apt-get update && sudo apt-get install --no-install-recommends libnowhere1" in str(caught.value)
    assert not apt_log.exists()


@linux
def test_the_package_lists_are_fetched_when_a_package_is_not_found(
    apt_log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "_is_root", lambda: True)
    assert system.install(["libnowhere1"])
    first, update, second = apt_log.read_text(encoding="ascii").splitlines()
    assert first == second
    assert first.endswith("install -y --no-install-recommends libnowhere1")
    assert update.endswith("update")


@linux
def test_a_package_that_does_not_bring_the_library_is_a_failure(apt_log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "_is_root", lambda: True)
    with pytest.raises(MissingPackagesError, match=r"libnowhere\.so\.1"):
        system.provide({"libnowhere.so.1": "libnowhere1"})
    assert apt_log.exists()


def test_on_a_system_without_apt_the_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "has_apt", lambda: False)
    assert system.install_command(["libgl1"]) is None
    assert not system.install(["libgl1"])
    assert "libGL.so.1" in str(MissingPackagesError(["libGL.so.1"], None))
