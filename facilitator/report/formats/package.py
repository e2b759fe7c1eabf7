"""Office documents are zip files of parts. Here they lose the clock and whoever made them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

from facilitator.report.press import LANGUAGE
from facilitator.report.text import clean

_FIRST: Final = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file knows."""

_CORE: Final = "docProps/core.xml"


def settled(data: bytes, title: str, day: date, parts: Mapping[str, bytes] | None = None) -> bytes:
    """Give the same document with a title, a language and a day of its own; the same parts give the same bytes.

    `parts` take the place of parts of the same name.
    """
    replaced = {**(parts or {}), _CORE: _core(title, day)}
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            info = zipfile.ZipInfo(name, _FIRST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            after.writestr(info, replaced.get(name) or before.read(name))
    return written.getvalue()


def _core(title: str, day: date) -> bytes:
    """The properties of the file (ECMA-376, part 2): no author, and nobody who changed it last."""
    at = f"{day.isoformat()}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(clean(title))}</dc:title><dc:language>{LANGUAGE}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{at}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()
