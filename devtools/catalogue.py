"""The Dutch catalogue: collect the English msgids of code and templates, keep their Dutch, compile.

Runs in the environment that has Babel: `python -m devtools.catalogue [PIECE.po ...]`; `dev.py texts` does that. Pieces
are small catalogues whose translations are taken over.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "resources" / "i18n" / "nl" / "LC_MESSAGES" / "facilitator.po"
MO = PO.with_suffix(".mo")

_METHODS = [("**.py", "python"), ("**.j2", "jinja2.ext:babel_extract")]
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def collected() -> Catalog:
    """Give every msgid of the program and its templates, without Dutch."""
    catalogue = Catalog(locale="nl", project="Facilitator", charset="utf-8", fuzzy=False)
    for folder in (ROOT / "facilitator", ROOT / "resources" / "templates"):
        for name, _line, message, comments, context in extract_from_dir(
            folder, method_map=_METHODS, keywords=KEYWORDS, comment_tags=("Dutch:",)
        ):
            where = (folder / name).relative_to(ROOT).as_posix()
            catalogue.add(message, None, [(where, 0)], auto_comments=comments, context=context)
    return catalogue


def read(path: Path) -> Catalog:
    """Read a catalogue or a piece of one."""
    return read_po(io.BytesIO(path.read_bytes()), locale="nl", charset="utf-8")


def renewed(pieces: list[Path]) -> Catalog:
    """Give today's msgids with the Dutch that is known for them; what is no longer used is gone."""
    catalogue = collected()
    for source in [*pieces, *([PO] if PO.exists() else [])]:
        for known in read(source):
            message = catalogue.get(known.id, known.context) if known.id else None
            if message is not None and known.string and not _is_dutch(message):
                message.string = known.string
    return catalogue


def untranslated(catalogue: Catalog) -> list[Message]:
    """Give the messages that a user would read in English."""
    return [message for message in catalogue if message.id and not _is_dutch(message)]


def po_text(catalogue: Catalog) -> bytes:
    """Give the catalogue as it is kept: sorted, without line numbers and dates, so that only words change it."""
    catalogue.header_comment = "# Dutch texts of Facilitator."
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, sort_output=True, omit_header=False, include_previous=False)
    lines = buffer.getvalue().decode().splitlines()
    dated = (
        '"POT-Creation-Date',
        '"PO-Revision-Date',
        '"Generated-By',
        '"Last-Translator',
        '"Report-Msgid',
        '"Language-Team',
    )
    return ("\n".join(line for line in lines if not line.startswith(dated)) + "\n").encode()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Give the catalogue as gettext reads it, without the moment at which it was made."""
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def _is_dutch(message: Message) -> bool:
    strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return all(strings)


def main(arguments: list[str]) -> int:
    """Renew the catalogue; gives 1 when something still lacks its Dutch."""
    catalogue = renewed([Path(argument) for argument in arguments])
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po_text(catalogue))
    MO.write_bytes(mo_bytes(read(PO)))
    missing = untranslated(catalogue)
    for message in missing:
        print(f"no Dutch yet: {message.id!r}")
    print(f"{len(catalogue) - len(missing)} texts in Dutch, {len(missing)} not")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
