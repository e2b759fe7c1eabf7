"""Dutch words that tell what the word beside them is. Folded: no capitals, no diacritics."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """Give the words of a line."""
    return frozenset(text.split())


# After these a name follows, with or without a capital.
TITLES = words_of(
    "mevrouw mevr mw meneer mijnheer heer dhr mej drs dr ir mr prof opa oma tante oom juf juffrouw meester zuster heet "
    "heette genaamd gezin familie fam echtpaar"
)
# The dot after these does not end a sentence.
ABBREVIATIONS = words_of("mevr mw dhr mej drs dr ir ing mr prof fam geb nr bijv evt incl ca resp o.a m.n t.a.v")
# Of these, the ones after which a thing may be called so as well: "dat heet de meldcode".
CALLED = words_of("heet heette genaamd")
# After these a name often follows; so may anything else.
KIN = words_of(
    "zusje broertje zus broer dochter zoon dochtertje zoontje moeder vader stiefvader stiefmoeder pleegvader "
    "pleegmoeder mama papa kind kindje baby peuter kleuter jongen meisje neef neefje nicht nichtje vriend "
    "vriendin vriendje partner ex expartner man vrouw echtgenoot buurman buurvrouw buurjongen buurmeisje collega "
    "client clienten patient leerling wijkagent agent jeugdbeschermer huisarts mentor voogd begeleider "
    "contactpersoon ouders tweeling met"
)
# After these a word that no list knows is a name even without a capital.
SMALL_KIN = words_of("zusje broertje dochtertje zoontje neefje nichtje")
PARTICLES = words_of(
    "van de der den het ten ter te t 's s op in 't el al ben bin ibn von zu da das dos do di del della la le les "
    "du des aan abu ait ould o mac"
)
# A particle that is no ordinary Dutch word before a capital, so that it announces a surname by itself.
RARE_PARTICLES = words_of("der den ter ten el al ben bin ibn von abu ait ould della du")
# Before a place these tell where somebody is from: Karin van Utrecht.
PLACE_PARTICLES = words_of("van te in op")
DETERMINERS = words_of(
    "de het een deze die dit dat onze ons mijn jouw uw hun haar zijn elke iedere welke geen alle het 't veel meer"
)
# After these a surname that is also an ordinary word is a name: "overleg met Bakker".
TO_SOMEBODY = words_of("met van door aan bij namens volgens voor tegen over en")
PLACE_PREPOSITIONS = words_of("in te uit naar vanuit richting omgeving regio gemeente rondom nabij")
ORGANISATION_WORDS = words_of(
    "stichting school basisschool middelbare team wijkteam buurtteam gemeente vereniging bureau afdeling praktijk "
    "ziekenhuis kliniek instelling organisatie kinderopvang kinderdagverblijf peuterspeelzaal app college lyceum "
    "mavo zorggroep huisartsenpraktijk rechtbank provincie regio wijk buurt dorp stad centrum project methode "
    "programma training cursus kerk moskee bedrijf opvang locatie groep klas voetbalclub club winkel supermarkt "
    "merk"
)
# What ends so is no person, whatever stands before it.
ORGANISATION_ENDINGS = (
    *("stichting", "school", "zorg", "wet", "team", "centrum", "overleg", "kliniek", "instituut", "fonds", "dienst"),
    *("methode", "methodiek", "commissie", "beraad", "vereniging", "bureau", "training", "therapie"),
)
# What people do, in the third person: the word before it, at the start of a sentence, is then somebody.
DEEDS = words_of(
    "belt belde zegt zei vertelt vertelde mailt mailde appt appte komt kwam gaat ging vraagt vroeg vindt vond "
    "denkt dacht woont woonde slaapt sliep huilt huilde schreeuwt slaat sloeg drinkt dronk werkt werkte speelt "
    "speelde loopt liep pakt pakte neemt nam regelt regelde stuurt stuurde spreekt sprak schrijft schreef leest "
    "meldt meldde koppelt bespreekt besprak reageert reageerde weet wist durft durfde blijft bleef zit zat staat "
    "stond ligt krijgt kreeg geeft gaf doet deed ziet zag hoort hoorde luistert begrijpt begreep gelooft hoopt "
    "wacht wachtte zoekt zocht vertrekt verhuist verhuisde logeert eet draagt houdt hield maakt maakte legt "
    "brengt bracht haalt haalde ontkent bevestigt bedreigt bedreigde mishandelt mishandelde gebruikt leeft "
    "studeert geniet steunt helpt hielp vangt zorgt wordt werd heeft had is was wil wilde kan kon mag mocht moet "
    "moest zal zou heet heette begon begint liegt loog vertrouwt vertrouwde weigert weigerde schrikt schrok rent "
    "rende vlucht vluchtte vertelden beweert beweerde erkent verwijt verzorgt bezoekt bezocht ontmoet ontmoette "
    "antwoordt antwoordde noemt noemde kent kende mist miste haat voelt voelde wenst lacht lachte rookt rookte "
    "blowt gokt kookt kookte rijdt reed fietst fietste belooft beloofde verbreekt overweegt twijfelt twijfelde "
    "piekert scheldt schold dreigt dreigde schopt schopte stalkt stalkte smst skypet stopt stopte probeert "
    "probeerde knikt knikte zwijgt zweeg schaamt schaamde bedankt bedankte accepteert ondertekent tekende tekent "
    "meent meende merkt merkte overnacht trouwt trouwde scheidt scheidde verdient verdiende verliest verloor eist "
    "eiste valt viel stelt stelde trekt trok blijkt bleek lijkt leek schijnt slikt snuift spijbelt spijbelde "
    "pleegt pleegde steelt stal verzuimt verzuimde wijst wees gunt gunde"
)
# Deeds that also follow a thing: "Rust is belangrijk". They say too little after a word of the dictionary.
WEAK_DEEDS = words_of(
    "is was wordt werd had kan kon mag mocht moet moest zal zou komt kwam gaat ging blijft bleef staat stond ligt "
    "zit zat maakt helpt geeft krijgt gaf begint begon wil heeft blijkt bleek lijkt leek schijnt valt viel stopt "
    "stopte stelt stelde eist eiste trekt trok wijst wees mist"
)
NEVER_NAMES = PARTICLES | DEEDS | DETERMINERS  # without a capital
