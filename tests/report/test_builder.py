from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitator.report.errors import MarkupError
from facilitator.report.press import Rendered
from tests.report.reading import Element, roles, spoken, structure, unmarked

Typeset = Callable[[str], Rendered]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x</script>",
        '<p><img src="/etc/passwd"/></p>',
        "<p><table/></p>",
        '<p class="vreemd">x</p>',
        '<section class="vreemd"><p>x</p></section>',
        "<h2>te vroeg</h2>",
        "<ul><p>x</p></ul>",
        '<ul class="vreemd"><li>x</li></ul>',
        '<ul class="checks"><p>x</p></ul>',
        "<aside><p>x</p></aside>",
        '<table cols="1" class="vreemd"><tbody><tr><td>x</td></tr></tbody></table>',
        '<table cols="1"><tr><td>x</td></tr></table>',
        '<table cols="1,1"><tbody><tr><td>x</td></tr></tbody></table>',
        '<table cols="1"><tbody><tr><p>x</p></tr></tbody></table>',
    ],
)
def test_what_paper_does_not_know_is_refused(typeset: Typeset, inside: str) -> None:
    with pytest.raises(MarkupError):
        typeset(inside)


def test_headings_paragraphs_and_sections(typeset: Typeset) -> None:
    paper = typeset("<h1>Een</h1><section><h2>Twee</h2><p>drie</p></section><hr/><p>vier</p>")
    assert roles(paper.pdf) == ["Document", "P", "P", "H1", "Sect", "H2", "P", "P"]


def test_a_card_to_cut_is_a_section_and_the_dashes_are_not_read(typeset: Typeset) -> None:
    card = '<section class="card"><p>tekst</p><ul><li>punt</li></ul></section>'
    paper = typeset(f'<h1>Kaarten</h1>{card}<hr class="cut"/>{card}')
    one = ["Sect", "P", "L", "LI", "Lbl", "LBody", "P"]
    assert roles(paper.pdf)[4:] == [*one, *one]
    assert unmarked(paper.pdf) == []


def test_lists_have_labels_and_may_nest(typeset: Typeset) -> None:
    paper = typeset("<ol><li>een</li><li><p>twee</p><ul><li>a</li></ul></li></ol>")
    one = ["LI", "Lbl", "LBody", "P"]
    assert roles(paper.pdf)[3:] == ["L", *one, *one, "L", *one]
    assert "1.\neen\n2.\ntwee\n•\na" in spoken(paper.pdf)


def cells(pdf: bytes) -> list[Element]:
    return [element for element in structure(pdf).walk() if element.role in {"TH", "TD"}]


def test_table_cells_say_what_they_are(typeset: Typeset) -> None:
    paper = typeset(
        '<table cols="1,1"><thead><tr><th>A</th><th>B</th></tr></thead>'
        '<tbody><tr><th scope="row">c</th><td></td></tr></tbody></table>'
    )
    found = [(cell.role, cell.attributes.get("/Scope"), cell.spoken) for cell in cells(paper.pdf)]
    assert found == [("TH", "/Column", "A"), ("TH", "/Column", "B"), ("TH", "/Row", "c"), ("TD", None, "")]


def test_a_repeated_header_is_read_once(typeset: Typeset) -> None:
    rows = "".join(f"<tr><td>rij {number}</td></tr>" for number in range(80))
    paper = typeset(f'<table cols="1"><thead><tr><th>KOP</th></tr></thead><tbody>{rows}</tbody></table>')
    assert paper.pages > 1
    assert spoken(paper.pdf).count("KOP") == 1
    assert [cell.spoken for cell in cells(paper.pdf)][1:] == [f"rij {number}" for number in range(80)]


def test_a_text_over_two_pages_is_one_paragraph(typeset: Typeset) -> None:
    paper = typeset(f"<p>{'woord ' * 3000}</p>")
    assert paper.pages > 2
    assert roles(paper.pdf).count("P") == 3
    assert spoken(paper.pdf).count("woord") == 3000


def test_a_panel_holds_its_text(typeset: Typeset) -> None:
    paper = typeset('<section class="warning"><p>Let <b>op</b>,<br/>nu.</p></section>')
    assert spoken(paper.pdf).endswith("Let op, nu.")


def test_a_step_is_read_as_it_is_written_and_its_box_has_its_label(typeset: Typeset) -> None:
    step = (
        '<section class="step"><h2 class="step-title">1. Welkom</h2><aside><p class="clock">14:00</p></aside></section>'
    )
    box = '<section class="shown"><aside><p class="strong">De zaal ziet</p></aside><p>Welkom.</p></section>'
    paper = typeset(f"<h1>x</h1>{step}{box}")
    assert roles(paper.pdf)[4:] == ["Sect", "H2", "P", "Sect", "P", "P"]
    assert spoken(paper.pdf).endswith("1. Welkom\n14:00\nDe zaal ziet\nWelkom.")


def test_a_checklist_has_a_box_for_every_item(typeset: Typeset) -> None:
    items = "".join(f"<li><p>taak {number}</p></li>" for number in range(5))
    paper = typeset(f'<ul class="checks">{items}</ul>')
    assert spoken(paper.pdf).endswith("\n".join(f"☐\ntaak {number}" for number in range(5)))
    assert roles(paper.pdf)[3:] == ["L", *["LI", "Lbl", "LBody", "P"] * 5]


def test_an_empty_list_is_nothing(typeset: Typeset) -> None:
    assert spoken(typeset("<p>x</p><ul></ul>").pdf).endswith("x")
