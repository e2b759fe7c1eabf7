"""The one virtual environment, `.venv`: made when missing, healed when broken, left alone when ready.

Ready is what a stamp says that is written last: a hash of the lock, of this file and of the kind of Python. While it is
being worked on there is a mark, so that a set-up that was killed is done again from nothing; a lock on a file keeps two
from working at the same time.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from devtools import system
from devtools.failure import InstallError, NoVenvError

Purpose = Literal["run", "develop"]

LOCKS: dict[Purpose, str] = {"run": "requirements.lock", "develop": "requirements-dev.lock"}
GUARD = "setup.lock"
VENV_PACKAGE = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"  # Debian keeps ensurepip apart


class Environment:
    """The virtual environment of the checkout at `root`, for the kind of Python that runs this."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        programs = "Scripts" if os.name == "nt" else "bin"
        self.python = self.folder / programs / ("python.exe" if os.name == "nt" else "python")
        self._unfinished = self.folder / "setup-unfinished"

    def is_ready(self, purpose: Purpose) -> bool:
        """Tell whether everything for `purpose` is installed; what is ready for development can also run."""
        if self._unfinished.exists() or not self.python.exists():
            return False
        purposes: set[Purpose] = {purpose, "develop"}
        return any(self._stamp_holds(each) for each in purposes)

    def system_packages(self, purpose: Purpose) -> list[str]:
        """Name the Debian packages without which this Python cannot make the environment; mostly none."""
        if not system.has_apt() or _can_import("ensurepip") or _can_import("pip") or self.is_ready(purpose):
            return []
        return [VENV_PACKAGE]

    def prepare(self, purpose: Purpose) -> None:
        """Make the environment ready. Raises NoVenvError, InstallError."""
        if self.is_ready(purpose):
            return
        self.folder.mkdir(exist_ok=True)
        with _one_at_a_time(self.folder / GUARD):
            if not self.is_ready(purpose):  # another process may have done it while we waited
                self._build(purpose)

    def _build(self, purpose: Purpose) -> None:
        from_nothing = self._unfinished.exists() or not self._works()
        self._unfinished.touch()  # from here on nobody takes it for ready, whatever the stamps say
        if from_nothing:
            self._clear()
        if not self.python.exists():
            self._create()
        self._install(purpose)
        self._make_importable()
        self._write_stamp(purpose)
        self._unfinished.unlink()

    def _works(self) -> bool:
        """Tell whether there is an environment of the same kind of Python as this one."""
        if not self.python.exists():
            return False
        question = "import sys; print(sys.implementation.cache_tag)"
        try:
            answer = subprocess.check_output([self.python, "-c", question], text=True)
        except (OSError, subprocess.CalledProcessError):  # made on another machine, or damaged
            return False
        return answer.strip() == sys.implementation.cache_tag

    def _clear(self) -> None:
        """Empty the folder, all but the two files that keep others out."""
        for path in self.folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.name != GUARD and path != self._unfinished:
                path.unlink()

    def _create(self) -> None:
        print("Virtuele omgeving maken in .venv", flush=True)
        # When this runs in a virtual environment, the new one must not lean on it.
        python = getattr(sys, "_base_executable", None) or sys.executable
        command = [python, "-m", "venv", str(self.folder)]
        if not _can_import("ensurepip"):
            if not _can_import("pip"):
                raise NoVenvError(VENV_PACKAGE)
            command.append("--without-pip")
        if _run(command):
            raise InstallError("Een virtuele omgeving maken")

    def _pip(self) -> list[str]:
        """Give the environment's own pip, or else this Python's pip made to work on the environment."""
        if subprocess.call([self.python, "-c", "import pip"], stderr=subprocess.DEVNULL) == 0:
            return [str(self.python), "-m", "pip"]
        return [sys.executable, "-m", "pip", "--python", str(self.python)]

    def _install(self, purpose: Purpose) -> None:
        print(f"Pakketten installeren uit {LOCKS[purpose]} (eenmalig)", flush=True)
        command = [*self._pip(), "install", "--disable-pip-version-check", "--no-input", "--only-binary=:all:"]
        if not sys.stdout.isatty():
            command.append("--quiet")
        # The lock is complete. Left to resolve by itself, pip takes a newer release for what is asked with an extra.
        command += ["--no-deps", "--require-hashes", "-r", str(self.root / LOCKS[purpose])]
        code = _run(command)
        if code > 0:
            # pip gave up by itself: it fetches everything first and rolls back what fails, so what was ready still is.
            self._unfinished.unlink()
        if code:
            raise InstallError("Pakketten installeren")

    def _make_importable(self) -> None:
        """Put the checkout on the environment's path.

        One line in a .pth file instead of an editable install: that needs no build tool and no network, holds no
        metadata that can go stale, and being relative it survives a move of the checkout.
        """
        question = "import sysconfig; print(sysconfig.get_path('purelib'))"
        packages = Path(subprocess.check_output([self.python, "-c", question], text=True).strip())
        line = os.path.relpath(self.root.resolve(), packages.resolve())
        (packages / "facilitator-checkout.pth").write_text(line + "\n", encoding="ascii")

    def _stamp(self, purpose: Purpose) -> Path:
        return self.folder / f"ready-to-{purpose}"

    def _digest(self, purpose: Purpose) -> str:
        digest = hashlib.sha256((self.root / LOCKS[purpose]).read_bytes())
        digest.update(Path(__file__).read_bytes())
        digest.update((sys.implementation.cache_tag or "").encode())
        return digest.hexdigest()

    def _stamp_holds(self, purpose: Purpose) -> bool:
        try:
            return self._stamp(purpose).read_text(encoding="ascii") == self._digest(purpose)
        except FileNotFoundError:
            return False

    def _write_stamp(self, purpose: Purpose) -> None:
        fresh = self.folder / "ready-new"
        fresh.write_text(self._digest(purpose), encoding="ascii")
        fresh.replace(self._stamp(purpose))


def _can_import(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def _run(command: list[str]) -> int:
    """Run a command that works on the environment; it inherits the lock, and holds it when we are killed."""
    return subprocess.call(command, stdin=subprocess.DEVNULL, close_fds=False)


@contextlib.contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Hold the lock on this file; wait for whoever has it. The system frees it when a process dies."""
    with path.open("a+b") as file:
        told = False
        while not _try_lock(file.fileno()):
            if not told:
                print("Er is al een installatie bezig; daarop wachten", flush=True)
                told = True
            time.sleep(0.2)
        os.set_inheritable(file.fileno(), True)
        yield  # closing the file frees the lock


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, 0, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
