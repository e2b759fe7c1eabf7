"""What stops `dev.py`: a fault of the machine, told to a person in Dutch with the way out.

SetupError
├── NoVenvError             this Python cannot make a virtual environment
├── MissingPackagesError    something of the system is not there
├── InstallError            pip or venv gave up
└── NoDisplayError          there is no screen to open a window on
"""

from __future__ import annotations


class SetupError(Exception):
    """A fault that is not ours; the message is shown as it is."""


class NoVenvError(SetupError):
    """This Python cannot make a virtual environment."""

    def __init__(self, package: str) -> None:
        super().__init__(
            "Deze Python kan geen virtuele omgeving maken: ensurepip en pip ontbreken. "
            f"Installeer ze; bij Debian en Ubuntu zitten ze in het pakket {package}."
        )


class MissingPackagesError(SetupError):
    """Something of the system is not there, and we may not or cannot install it."""

    def __init__(self, lacking: list[str], command: str | None) -> None:
        way_out = f"Voer eerst uit:\n  {command}" if command else "Installeer de pakketten waar dit in zit."
        super().__init__(f"Op dit systeem ontbreekt: {', '.join(lacking)}.\n{way_out}")


class InstallError(SetupError):
    """A program that builds the environment gave up; its own words stand above ours."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is niet gelukt. Kijk hierboven waarom; is er internet? Daarna kan het opnieuw.")


class NoDisplayError(SetupError):
    """There is no screen to open a window on."""

    def __init__(self) -> None:
        super().__init__(
            "Er is geen beeldscherm (DISPLAY en WAYLAND_DISPLAY zijn leeg), dus het venster kan niet open. "
            "Zo zie je toch wat het programma maakt: python3 dev.py run -- demo --out DIR"
        )
