"""What Qt needs from the system: found by loading it, and installed where that is allowed (Debian, Ubuntu).

Qt's own messages name the wrong package (`xcb-cursor0` for any of a dozen), so every library is tried by name here. All
of them together take about 5 ms.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

from devtools.failure import MissingPackagesError, NoDisplayError

# Library -> Debian package. Newer releases call some of these `...t64` and still answer to these names.
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
    "libzstd.so.1": "libzstd1",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def window_libraries(environ: Mapping[str, str]) -> dict[str, str]:
    """Give what a window needs under these environment variables; none outside Linux.

    Raises NoDisplayError when there is no screen at all.
    """
    if not sys.platform.startswith("linux"):
        return {}
    platform = environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform and platform not in {"xcb", "wayland"}:
        return OFFSCREEN  # offscreen, vnc, ...: whoever sets it knows what he wants
    if environ.get("DISPLAY"):
        return OFFSCREEN | X11
    if environ.get("WAYLAND_DISPLAY"):
        return OFFSCREEN | WAYLAND
    raise NoDisplayError


def missing(libraries: Mapping[str, str]) -> list[str]:
    """Name the libraries that the system's loader cannot find."""
    return [library for library in libraries if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide(libraries: Mapping[str, str], packages: Sequence[str] = ()) -> None:
    """Make sure that these libraries load and that these packages, known to be absent, are installed.

    Installs what is missing where that is allowed, all at once. Raises MissingPackagesError.
    """
    lacking = missing(libraries) if sys.platform.startswith("linux") else []
    wanted = [*packages, *(libraries[library] for library in lacking)]
    if not wanted:
        return
    if not install(wanted):
        raise MissingPackagesError([*packages, *lacking], install_command(wanted))
    if still := missing(libraries):
        raise MissingPackagesError(still, install_command(wanted))


def install_command(packages: Sequence[str]) -> str | None:
    """Give the exact line that a person can type to install these packages; None where there is no apt."""
    if not has_apt():
        return None
    apt = "apt-get" if _is_root() else "sudo apt-get"
    return f"{apt} update && {apt} install --no-install-recommends {' '.join(packages)}"


def install(packages: Sequence[str]) -> bool:
    """Install Debian packages when that needs no password; tells whether it was done."""
    rights = _rights()
    if not has_apt() or rights is None:
        return False
    print(f"Systeempakketten installeren: {' '.join(packages)}", flush=True)
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    wanted = [*apt, "install", "-y", "--no-install-recommends", *packages]
    # A fresh machine has no package lists yet and an old one has stale lists: look again before giving up.
    return _succeeds(wanted, quiet=True) or (_succeeds([*apt, "update"]) and _succeeds(wanted))


def has_apt() -> bool:
    """Tell whether packages come from apt here, as on Debian and Ubuntu."""
    return sys.platform.startswith("linux") and shutil.which("apt-get") is not None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _rights() -> list[str] | None:
    """Give what to put before a command to have the rights of the administrator; None when a password is needed."""
    if _is_root():
        return []
    if shutil.which("sudo") and _succeeds(["sudo", "-n", "true"], quiet=True):
        return ["sudo", "-n"]
    return None


def _succeeds(command: Sequence[str], *, quiet: bool = False) -> bool:
    errors = subprocess.DEVNULL if quiet else None
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
    return done.returncode == 0
