"""A script, a case and a card in which nothing is wrong, to be spoilt in one place per test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from facilitator.content.library import FileKind, Reading, read_files

SCRIPT = """\
id: het-gesprek
title: Het Gesprek
form: het-gesprek
goal: Elkaar leren kennen
for_whom: Iedereen in de keten
group:
  min: 4
  max: 16
preparation:
  room: Een kring
  materials:
    - Stiften
house_rules:
  - Wat hier gezegd wordt, blijft hier.
sources:
  - title: Het Gesprek (2020)
    address: https://voorbeeld.nl/het-gesprek
steps:
  - id: welkom
    title: Welkom
    kind: welcome
    minutes: 10
    minimum_minutes: 5
    protected: true
    audience:
      title: Welkom
      text: Fijn dat je er bent.
    facilitator:
      say:
        - Welkom allemaal.
  - id: kiezen
    title: Kiezen
    kind: choice
    minutes: 20
    minimum_minutes: 20
    audience:
      title: Wat kies je?
    facilitator:
      ask:
        - Waarom?
    questions:
      - id: waarom
        text: Waarom kies je dat?
        role: huisarts
      - id: wat
        text: Wat kies je?
    answers:
      how: choice
      shown: at-once
      choices:
        - Ja
        - Nee
    cards:
      - vijf-stappen
    follow_up:
      - En dan?
"""

CASE = """\
id: stil
title: Stil
summary: Een kind wordt stil.
themes:
  - kind als getuige
level: basis
minutes: 45
learning_goals:
  - Je ziet losse signalen.
persons:
  - id: sem
    name: Sem
    kind: gezin
    sex: man
    age: 8
  - id: moeder
    name: moeder
    kind: gezin
relations:
  - one: moeder
    other: sem
    kind: ouder-van
    since: begin
timeline:
  - when: In de herfst
    what: Sem wordt stil.
    moment: begin
moments:
  - id: begin
    title: Het begin
    audience: Sem zegt weinig.
    roles:
      - role: leerkracht
        knows: Sem was druk.
    facilitator:
      do:
        - Lees voor.
    questions:
      - id: wat
        text: Wat zie je?
    phase: directe-veiligheid
    meldcode_step: 1
    weighing:
      - question: 1
        for:
          - Er zijn signalen.
  - id: later
    title: Later
    audience: Het is rustig.
    facilitator:
      watch:
        - Stilte is geen veiligheid.
    phase: herstel
aftercare: Neem de tijd.
"""

CARD = """\
id: eerst-overleg
title: Eerst overleg
themes:
  - meldcode
roles:
  - huisarts
summary: Soms overleg je eerst.
body: Een gesprek kan de onveiligheid vergroten.
signals:
  - Iemand is bang.
to_do:
  - Bel Veilig Thuis.
not_to_do:
  - Vraag de familie niet om te tolken.
figures:
  - value: 1 op de 12
    year: 2022
    definition: Volwassenen, in vijf jaar
    source:
      title: Een onderzoek (2022)
      address: https://voorbeeld.nl/cijfers
fact_check:
  claim: Scheiden stopt geweld.
  verdict: klopt-niet
  may_say: Geweld kan doorgaan na een scheiding.
read_on:
  - title: Stap 3
    publisher: Een uitgever
    address: https://voorbeeld.nl/stap-3
checked_on: 2026-05-11
"""


def script(old: str = "", new: str = "") -> str:
    """Give the script with one piece replaced."""
    assert old in SCRIPT
    return SCRIPT.replace(old, new, 1)


def telling(one: str, other: str) -> str:
    """Give the script with both its steps telling the case, each with a line more."""
    first = script("kind: welcome", f"kind: case\n    {one}")
    return first.replace("kind: choice", f"kind: case\n    {other}", 1)


def scale(step_id: str, *lines: str) -> str:
    """Give a step with a scale, and lines more."""
    more = "".join(f"    {line}\n" for line in lines)
    return f"""\
  - id: {step_id}
    title: Schaal
    kind: evaluation
    minutes: 5
    minimum_minutes: 5
    audience:
      title: Waar sta je?
    facilitator:
      ask:
        - Waarom?
    answers:
      how: scale
{more}"""


SCALES = script(
    "  - id: kiezen\n",
    scale("voor", "scale_low: weinig", "scale_high: veel", "way: silent")
    + scale("na", "compare_with: voor")
    + "  - id: kiezen\n",
)
"""A script with a scale before and a scale after."""


def case(old: str = "", new: str = "") -> str:
    """Give the case with one piece replaced."""
    assert old in CASE
    return CASE.replace(old, new, 1)


def card(old: str = "", new: str = "") -> str:
    """Give the card with one piece replaced."""
    assert old in CARD
    return CARD.replace(old, new, 1)


def read_one(kind: FileKind[Any], path: Path, data: str | bytes) -> Reading[Any]:
    """Write a file and read it."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_files(kind, [path])[0]


def read_good(kind: FileKind[Any], path: Path, data: str | bytes) -> Any:
    """Write a file in which nothing is wrong, and read it."""
    reading = read_one(kind, path, data)
    assert reading.problems == ()
    return reading.value
