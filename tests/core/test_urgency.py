"""Words of danger are seen, however they are written; what people ask about the work is left alone."""

from __future__ import annotations

import pytest

from facilitator.core.urgency import urgent_words
from tests.growth import IN_STEP, growth


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("hij heeft een mes", ("mes",)),
        ("Is het direct gevaar?", ("direct gevaar",)),
        ("op dit moment geen direct gevaar", ("op dit moment geen direct gevaar",)),
        ("haar ex dreigt haar dood te maken", ("dreigt",)),
        ("Hij DREIGT, en hij dreigt weer", ("DREIGT",)),
        ("een pistool onder het\nkussen en een mes", ("pistool", "mes")),
    ],
)
def test_the_words_as_they_stand_there(question: str, words: tuple[str, ...]) -> None:
    assert urgent_words(question) == words


DANGER = """
ik ben bang dat hij vanavond terugkomt
ik ben bang dat er iets gebeurt
hij wil haar doodslaan
hij gaat haar vermoorden
hij zei ik maak je dood
hij maakt haar nog een keer kapot
ze wordt nu geslagen
vader slaat op dit moment de kinderen
hij slaat haar
hij heeft haar gewurgd
poging tot wurging
hij kneep haar keel dicht
haar keel dichtgeknepen
ex staat voor de deur
haar ex staat weer bij haar voor de deur
er is een wapen in huis
hij loopt rond met een keukenmes
ze is opgesloten in haar kamer
hij dreigt zichzelf iets aan te doen
ze wil zich iets aandoen
zelfmoord
suïcidaal
suïcidale vader met kinderen
levensgevaar
is dit levensgevaarlijk
moet ik 112 bellen
dit is een noodgeval
spoed!
het is acuut
ze bloedt
het kind is bewusteloos
de baby ademt niet
hij bedreigt haar met een bijl
bedreigd met de dood
er zijn bedreigingen
eerwraak
vanavond vlucht ze uit huis
moeder is doodsbang
het is hier nu onveilig
kind durft straks niet naar huis, thuis is het gevaarlijk
vermoort
hij drijgt met een mes
benzine over haar heen gegooid
help!
zijn de kinderen in gevaar
hij ontvoerde haar vandaag
Man zegt dat hij zichzelf en de kinderen wat aandoet als ze weggaat
hij wil haar wat aandoen
hij zegt dat hij zichzelf wat aandoet
hij zou haar iets aan kunnen doen
maakt zich van kant en neemt de kinderen mee
mijn cliënt wil er een einde aan maken
hij zat aan haar keel
ze is gesmoord met een kussen
hij heeft een jachtgeweer
de baby is geschud
kind ernstig gewond
van de trap geduwd en ze beweegt niet
ze wordt vastgehouden
durft vannacht niet naar huis
kind is nu alleen thuis
hij heeft haar met een hamer geslagen
"""


@pytest.mark.parametrize("question", DANGER.strip().splitlines())
def test_danger(question: str) -> None:
    assert urgent_words(question)
    assert urgent_words(question.upper())


THE_WORK = """
wat doe ik nu bij stap 3 van de meldcode
welke stap is nu aan de beurt
wat is directe veiligheid
wat is acute onveiligheid
verschil acuut en structureel
hoe maak ik een veiligheidsplan
wat moet ik morgen meenemen naar het overleg
kan ik vandaag nog advies vragen
wie heeft op dit moment de regie
is melden noodzakelijk
mag ik nu delen met de school
help je mij met de meldcode
hoe lang duurt een veiligheidsbeoordeling
zijn er direct afspraken te maken
een bericht van de huisarts
hoe kom ik in contact met de politie
de messcherpe analyse van Movisie
de reis begint op Schiphol
bang zijn voor de mening van een collega
wat doet een dreumes
wat zijn de drempels om te melden
wat is een hamer voor instrument
wat moet ik aan de ouders vertellen
hoe houdt het team zich vast aan afspraken
welke kant kies ik in een scheiding
wat kunnen wij eraan doen
wat doet een trap van vernieling
"""


@pytest.mark.parametrize("question", ["", "😀", *THE_WORK.strip().splitlines()])
def test_the_work_itself(question: str) -> None:
    assert urgent_words(question) == ()


@pytest.mark.parametrize("piece", ["bang ", "nu ", "staat ", "nu nu bang ", "a.", "dreig", "hij hij ", "zich iets "])
def test_the_time_is_in_step_with_the_length(piece: str) -> None:
    assert growth(lambda length: urgent_words(piece * (length // len(piece))), 2_500) < IN_STEP
