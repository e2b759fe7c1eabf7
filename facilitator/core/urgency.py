"""Words of danger in a question: now, a threat, a weapon, somebody hurt. What to do then comes before any answer.

It would rather say so once too often: who reads 112 without need loses a second. A sentence that says there is no
danger has the word all the same. What people ask about the work is left alone: the step that is *now*, *direct* safety,
*acute* unsafety as it is called in the meldcode.
"""

from __future__ import annotations

import re
import unicodedata

_NOW = r"(?:nu|vanavond|vannacht|vandaag|straks|zometeen|meteen|dadelijk|morgen|op\W+dit\W+moment|elk\W+moment)"
_BETWEEN = r"(?:\W+\w+){0,6}?\W+"
_UNSAFE = (
    r"(?:onveilig|gevaar|gevaarlijk|bang|doodsbang|slaat|geslagen|mishandel\w*|verkracht\w*|schopt|schreeuwt|vlucht\w*|"
    r"weggelopen|ontvoer\w*|meegenomen|thuis\W*komt|escaleert|uit\W+de\W+hand|niet\W+naar\W+huis|alleen\W+thuis)"
)
_WHO = (
    r"(?:hij|zij|ze|vader|moeder|man|vrouw|ex|partner|vriend|zoon|dochter|broer|oom|stiefvader|pleger|stalker|buurman|"
    r"papa|mama|iemand)"
)
_PATTERNS = (
    # a call for help
    r"112",
    r"levens?\W?(?:gevaar|gevaarlijk\w*|bedreigend\w*)",
    r"(?:direct|acuut|onmiddellijke?|groot)\W+(?:\w+\W+)?gevaar",
    r"(?:in|uit)\W+gevaar",
    r"(?:is|wordt|erg|heel)\W+acuut",
    r"nood(?:geval|situatie|oproep)?",
    r"spoed(?:geval)?",
    r"help\b\W*!|help\W+(?:snel|nu)",
    # a weapon
    r"(?:keuken|vlees|zak)?mes(?:sen)?",
    r"(?:vuur|steek|slag|nep)?wapens?",
    r"pisto+l(?:en)?|\w*(?:geweer|geweren)|machete|bijl|koevoet|zoutzuur|benzine",
    r"(?:met|met\W+een|een)\W+hamer\W+(?:\w+\W+){0,3}?(?:geslagen|slaat|bedreigd|loopt|staat)",
    # a threat
    r"(?:be)?dr(?:ei|ij)g(?:t|d|de|den|en|ing|ingen|end|ende|ement\w*)?",
    r"(?:dood|neer|lek)(?:ge)?(?:slaa?n?|slagen|slaat|doen|ma+k\w*|schie\w*|schoten|ste+k\w*|stoken)",
    r"(?:steek|steekt|schiet|maak|maakt|sla|slaat)\W+(?:\w+\W+){1,4}?(?:neer|dood|kapot|af)",
    r"vermoor[dt]\w*|(?:ge|ver)?wurg\w*|eerwraak",
    r"(?:\w+self|\w*zelf|zich|hem|haar|kinderen|kind)\W+(?:\w+\W+)?iets\W+(?:aan|gaat\W+aan|wil\W+aan)\w*",
    r"(?:iets|w[aeo]t)\W+(?:zal\W+|wil\W+|gaat\W+|zou\W+)?aan\W?(?:te\W+)?(?:doen|doet|gedaan)",
    r"(?:zich|hem|haar|zichzelf|kinderen)\W+(?:\w+\W+)?van\W+kant|van\W+kant\W+maakt?|einde\W+aan\W+(?:te\W+)?ma+k\w*",
    r"zelfmoord\w*|zelfdoding|su[iï]cid\w*",
    # somebody is hurt, locked in, or gone
    r"bloed(?:t|en|ing)?|bewusteloos|buiten\W+bewustzijn|buiten\W+westen|(?:ademt|beweegt|reageert)\W+niet|stikt",
    r"keel\W+dicht\w*|(?:aan|bij|om)\W+(?:haar|zijn|de|mijn|d'r)\W+(?:keel|nek|strot)|(?:ge|ver)?smoor[dt]?|stikken",
    r"(?:zwaar|ernstig|erg)?\W?gewond|(?:ge|door(?:elkaar)?ge)schud|van\W+de\W+trap\W+(?:ge)?\w+",
    r"(?:op|in)gesloten|gegijzeld|vastgebonden|vast(?:ge)?houden|houdt\W+(?:\w+\W+)?vast|ontvoerd",
    # fear of what comes, and what happens at this moment
    r"bang\W+(?:\w+\W+)?dat\W+(?:hij|zij|ze|er|mijn|haar|zijn|de|het|mn|m'n)",
    r"doodsbang",
    rf"{_NOW}{_BETWEEN}{_UNSAFE}|{_UNSAFE}{_BETWEEN}{_NOW}",
    r"staat\W+(?:\w+\W+){0,3}?(?:voor|aan|bij)\W+(?:\w+\W+)?(?:voor)?(?:deur|stoep)",
    rf"{_WHO}\W+(?:slaat|schopt|steekt|schiet|wurgt)",
)
# Where a word begins is looked for once and not once for each of the patterns: at every key this is asked of all text.
_URGENT = re.compile(rf"(?<!\w)(?:{'|'.join(_PATTERNS)})(?!\w)", re.IGNORECASE)


def urgent_words(text: str) -> tuple[str, ...]:
    """Give the words of danger in a text as they stand there, each once, in order."""
    found: dict[str, str] = {}
    for match in _URGENT.finditer(unicodedata.normalize("NFC", text)):
        words = " ".join(match[0].split())
        found.setdefault(words.casefold(), words)
    return tuple(found.values())
