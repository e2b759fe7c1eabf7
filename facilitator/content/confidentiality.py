"""What a group promises each other about confidentiality where its script has no words of its own for it.

A text of ours, and no format of anybody else's. It lies apart and not in YAML: it is asked for while people wait.
"""

from __future__ import annotations

from facilitator.content.locate import resource


def shipped_text() -> str:
    """Give the text, in Markdown. Raises ContentMissing, and OSError where the program was installed in part."""
    return resource("texts", "geheimhouding.md").read_text("utf-8").strip()
