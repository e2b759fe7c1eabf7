"""Every text a user reads passes here: English in the code, Dutch from one gettext catalogue.

The lowest layer of the house: screen, paper and command line speak through the same catalogue. `use` is called once by
the composition root (and once in the worker process that builds PDFs); before that the English msgids are shown.
"""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path

DOMAIN = "facilitator"

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def use(folder: Path, language: str = "nl") -> None:
    """Read the catalogue `folder/<language>/LC_MESSAGES/facilitator.mo` from now on.

    Raises FileNotFoundError when the catalogue is not there: a program half in English is a fault, not a fallback.
    """
    global _catalogue  # noqa: PLW0603  one catalogue per process, set by the composition root
    _catalogue = _gettext.translation(DOMAIN, folder, [language])


def _(message: str) -> str:
    """Give the user's words for an English msgid."""
    return _catalogue.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Give the user's words for `count` things; the caller formats `{count}`."""
    return _catalogue.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """Give the user's words for a msgid whose meaning depends on its context."""
    return _catalogue.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802  the name under which catalogues know a text that is translated elsewhere
    """Mark a msgid for the catalogue, to be looked up by `_` where it is shown."""
    return message
