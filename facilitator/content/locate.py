"""Where the content lies. The only place that knows: beside the package in a checkout, inside it once installed."""

from __future__ import annotations

from pathlib import Path

SCRIPTS = "sessions"
CASES = "casuistiek"
CARDS = "resources/knowledge"
MODELS = "resources/model-agreements"
FRUSTRATIONS = "resources/frustrations"

_PACKAGE = Path(__file__).parents[1]


class ContentMissing(Exception):  # noqa: N818  named for what it says
    """The program was installed without its content."""


def content_folder() -> Path:
    """Give the folder that holds sessions/, casuistiek/ and resources/. Raises ContentMissing."""
    for folder in (_PACKAGE / "_content", _PACKAGE.parent):
        if (folder / SCRIPTS).is_dir() and (folder / "resources").is_dir():
            return folder
    raise ContentMissing(str(_PACKAGE / "_content"))


def resource(*parts: str) -> Path:
    """Give the path of something in resources/, such as `resource("fonts")`. Raises ContentMissing."""
    return content_folder().joinpath("resources", *parts)
