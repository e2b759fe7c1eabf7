"""JSON Schemas (draft 2020-12) of the content files, so that an editor completes and checks while an author types.

They come from the same declarations as the reader. Renew the files with
`python -c "from facilitator.content.schema import renew; renew()"`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from facilitator import words
from facilitator.content.cards import card
from facilitator.content.cases import case
from facilitator.content.frustrations import frustration
from facilitator.content.infographic import infographic
from facilitator.content.locate import resource
from facilitator.content.model_agreements import model_agreement
from facilitator.content.scripts import script
from facilitator.words import _

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Give every schema by its file name, described in the words of the catalogue in use."""
    return {
        "script.json": _schema(_("A script (draaiboek) in sessions/"), script().schema()),
        "case.json": _schema(_("A case (casus) in casuistiek/"), case().schema()),
        "card.json": _schema(_("A card (kenniskaart) in resources/knowledge/"), card().schema()),
        "frustration.json": _schema(_("A frustration in resources/frustrations/"), frustration().schema()),
        "infographic.json": _schema(_("The infographic in resources/infographic.yaml"), infographic().schema()),
        "model-agreement.json": _schema(
            _("A model of agreements in resources/model-agreements/"), model_agreement().schema()
        ),
    }


def _schema(title: str, body: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": DRAFT, "title": title, **body}


def as_text(schema: dict[str, Any]) -> str:
    """Give a schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write(folder: Path) -> None:
    """Write every schema into a folder. Raises OSError."""
    for name, schema in schemas().items():
        (folder / name).write_text(as_text(schema), encoding="utf-8", newline="\n")


def renew() -> None:
    """Renew the schemas in resources/schema/, in Dutch."""
    words.use(resource("i18n"))
    write(resource("schema"))
