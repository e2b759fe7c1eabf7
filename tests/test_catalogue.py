import ast
import re

from babel.messages.catalog import Message

from devtools import catalogue
from facilitator.core.refusal import Refusal
from facilitator.core.vocabulary import Form
from facilitator.ui.console.keys import KEYS, TYPING_HINTS, Group


def pieces(message: Message) -> list[tuple[str, str]]:
    """Every msgid with the Dutch that stands for it."""
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    dutch = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return [(ids[-1], text) for text in dutch]


def fields(text: str) -> set[str]:
    """The names between braces; braces around anything else are part of the text."""
    return set(re.findall(r"\{(\w+)\}", text))


def test_nothing_is_left_untranslated() -> None:
    assert [message.id for message in catalogue.untranslated(catalogue.renewed([]))] == []


def test_the_kept_catalogue_is_today_s() -> None:
    renew = "renew it with `python3 dev.py texts`"
    assert catalogue.PO.read_bytes() == catalogue.po_text(catalogue.renewed([])), renew
    assert catalogue.MO.read_bytes() == catalogue.mo_bytes(catalogue.read(catalogue.PO)), renew


def test_the_dutch_fills_in_what_the_english_fills_in() -> None:
    wrong = [
        (english, dutch)
        for message in catalogue.read(catalogue.PO)
        if message.id and "python-brace-format" in message.flags
        for english, dutch in pieces(message)
        if not fields(dutch) <= fields(english)
    ]
    assert wrong == []


def test_a_text_without_dutch_is_noticed() -> None:
    found = catalogue.collected()
    found.add("Nobody translated this")
    assert "Nobody translated this" in [message.id for message in catalogue.untranslated(found)]


def test_no_text_hides_inside_an_f_string() -> None:
    """Babel does not look there before Python 3.12: such a text would stay English."""
    hidden = [
        ast.unparse(call)
        for path in sorted((catalogue.ROOT / "facilitator").rglob("*.py"))
        for joined in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in catalogue.KEYWORDS
        and any(isinstance(given, ast.Constant) and isinstance(given.value, str) for given in call.args)
    ]
    assert hidden == []


def test_texts_that_are_looked_up_elsewhere_are_in_the_catalogue() -> None:
    keys_and_hints = [key.msgid for key in KEYS] + [hint for _sign, hint in TYPING_HINTS]
    texts = [*Refusal, *Group, *(form.msgid for form in Form), *keys_and_hints]
    found = catalogue.read(catalogue.PO)
    assert [text for text in texts if not (message := found.get(str(text))) or not message.string] == []
