"""What a file says about itself, and what is attached to it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
from lxml import etree

from facilitator.report.fonts import Typeface
from facilitator.report.tagging.metadata import Attachment, Metadata, write_metadata


def written(metadata: Metadata) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    write_metadata(pdf, metadata)
    target = BytesIO()
    pdf.save(target)
    return pikepdf.open(target)


def test_title_with_signs_of_markup_stays_what_it_is() -> None:
    with written(Metadata("<b>&amp;</b> 'x'", "a < b", "nl-NL", date(2026, 11, 17))) as pdf, pdf.open_metadata() as xmp:
        assert (xmp["dc:title"], xmp["dc:description"]) == ("<b>&amp;</b> 'x'", "a < b")
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")
        assert str(pdf.docinfo.Title) == "<b>&amp;</b> 'x'"
        etree.fromstring(pdf.Root.Metadata.read_bytes())


def test_an_attachment_is_found_by_its_name_and_says_what_it_is_to_the_pages() -> None:
    attached = Attachment("gegevens.json", "application/json", "De gegevens", b"{}", "Source")
    with written(Metadata("t", "s", "nl-NL", date(2026, 11, 17), (attached,))) as pdf:
        file = pdf.attachments["gegevens.json"]
        assert file.get_file().read_bytes() == b"{}"
        assert file.get_file().mime_type == "application/json"
        assert str(pdf.Root.AF[0].AFRelationship) == "/Source"


def test_the_profile_of_the_colours_says_no_moment() -> None:
    with written(Metadata("t", "s", "nl-NL", date(2026, 11, 17))) as pdf:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    assert profile[24:36] == bytes(12)
    assert profile[36:40] == b"acsp"


def test_a_character_that_only_some_font_knows_is_shown_as_missing(typeface: Typeface) -> None:
    runs, missing = typeface.runs("a\uf6c5b", "AtkinsonHyperlegibleNext_400Regular")
    assert "".join(run.text for run in runs) == "a\ufffdb"
    assert missing == "\uf6c5"
