"""Words for which there is a better one: what stands in a text, what to write there, and why.

The lists are ours, and open to whoever writes: a line here is all it takes. Every word is found whole and in small and
capital letters alike, and never in a quotation. A word with another use in plain Dutch does not belong here.

What is outdated or hurtful is our own choice. Two better words are the field's own: `genitale verminking` is what the
weighing framework of the meldcode says, and `pleger` is said only of what was established. `Eerwraak` is no such word:
that framework names it as an acute danger.
"""

from __future__ import annotations

from facilitator.words import N_

_ONE_NAME = N_("one word for one thing")
_AS_PEOPLE_TALK = N_("people say it that way")
_DUTCH = N_("there is a Dutch word for it")
_WHAT_IT_IS = N_("that says what it is")
_NOBODY_HURT = N_("the word of before hurts, or says more than is known")

_HOUSE_WORDS = {
    "actiehouder": "trekker",
    "actiehouders": "trekkers",
    "agreement": "afspraak",
    "agreements": "afspraken",
    "case": "casus",
    "cases": "casussen",
    "participant": "deelnemer",
    "participanten": "deelnemers",
    "script": "draaiboek",
    "scripts": "draaiboeken",
}
_OFFICIALESE = {
    "aangaande": "over",
    "alsmede": "en",
    "alvorens": "voordat",
    "betreffende": "over",
    "cliëntsysteem": "gezin",
    "cliëntsystemen": "gezinnen",
    "conform": "volgens",
    "derhalve": "daarom",
    "desbetreffende": "deze",
    "dienen te": "moeten",
    "dient te": "moet",
    "doch": "maar",
    "echter": "maar",
    "gaarne": "graag",
    "hetgeen": "wat",
    "indien": "als",
    "inzake": "over",
    "met betrekking tot": "over",
    "middels": "met",
    "omtrent": "over",
    "reeds": "al",
    "te allen tijde": "altijd",
    "ten aanzien van": "over, of voor",
    "ten behoeve van": "voor",
    "teneinde": "om",
    "tevens": "ook",
    "thans": "nu",
    "voornoemde": "deze",
    "wederom": "weer",
    "zorg dragen voor": "zorgen voor",
}
_ENGLISH_WORDS = {
    "challenge": "opgave",
    "challenges": "opgaven",
    "checken": "nakijken",
    "checkt": "kijkt na",
    "checkte": "keek na",
    "commitment": "ja",
    "committeren": "ja zeggen",
    "deadline": "uiterste dag",
    "feedback": "terugkoppeling, of wat je ervan vindt",
    "framen": "noemen",
    "framet": "noemt",
    "framing": "hoe je het noemt",
    "gechallenged": "uitgedaagd",
    "gecheckt": "nagekeken",
    "geframed": "genoemd",
    "input": "wat je inbrengt",
    "issue": "vraag, of probleem",
    "issues": "vragen, of problemen",
    "meeting": "bijeenkomst",
    "meetings": "bijeenkomsten",
    "mindset": "houding",
    "setting": "plek, of groep",
    "settings": "plekken, of groepen",
    "tool": "hulpmiddel",
    "toolbox": "hulpmiddelen",
    "tools": "hulpmiddelen",
}
_VEILED = {
    "familiedrama": "geweld, of wat er gebeurde",
    "handvatten": "hulp",
    "huiselijk geweldslachtoffer": "slachtoffer van huiselijk geweld",
    "huiselijk geweldslachtoffers": "slachtoffers van huiselijk geweld",
    "ouderverstoting": "contactverlies, of afwijzing van een ouder",
}
_OUTDATED = {
    "allochtoon": "iemand met een migratieachtergrond, als dat ertoe doet",
    "allochtonen": "mensen met een migratieachtergrond, als dat ertoe doet",
    "bejaarde": "oudere",
    "bejaarden": "ouderen",
    "crime passionnel": "moord, of doodslag",
    "dader": "pleger",
    "daders": "plegers",
    "gehandicapte": "iemand met een beperking",
    "gehandicapten": "mensen met een beperking",
    "gezinsdrama": "geweld, of wat er gebeurde",
    "kinderporno": "beelden van seksueel misbruik van kinderen",
    "liefdesdrama": "geweld, of wat er gebeurde",
    "loverboy": "mensenhandelaar",
    "loverboys": "mensenhandelaren",
    "meisjesbesnijdenis": "vrouwelijke genitale verminking",
    "multiprobleemgezin": "gezin met veel problemen tegelijk",
    "multiprobleemgezinnen": "gezinnen met veel problemen tegelijk",
    "probleemgezin": "gezin met problemen",
    "probleemgezinnen": "gezinnen met problemen",
    "relatiedrama": "geweld, of wat er gebeurde",
    "vechtscheiding": "complexe scheiding",
    "vechtscheidingen": "complexe scheidingen",
    "verslaafde": "iemand met een verslaving",
    "verslaafden": "mensen met een verslaving",
    "vrouwenbesnijdenis": "vrouwelijke genitale verminking",
    "zwakbegaafd": "met een licht verstandelijke beperking",
    "zwakbegaafde": "met een licht verstandelijke beperking",
}

BETTER = {
    word: (better, reason)
    for words, reason in (
        (_HOUSE_WORDS, _ONE_NAME),
        (_OFFICIALESE, _AS_PEOPLE_TALK),
        (_ENGLISH_WORDS, _DUTCH),
        (_VEILED, _WHAT_IT_IS),
        (_OUTDATED, _NOBODY_HURT),
    )
    for word, better in words.items()
}
"""By the word as it is found, in small letters: what to write, and why (a msgid)."""

ENGLISH = (
    "about and because could does for from has how into not she should that the their them there these they this those "
    "were what when where which who why with would you your"
)
"""English that no Dutch text holds: none of these is a Dutch word, and only a name holds one by right."""
