"""Replies as people send them: the same answers along every road that mail programs know. All of it is invented."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

LONG = (
    "Wijkagent sluit aan bij het casusoverleg van het wijkteam en koppelt binnen een week terug wat er met de zorgen "
    "is gedaan"
)
ASKED = (("K7QM2", LONG), ("M3XYZ", "Vast contactpersoon doorgeven"), ("9BCDF", "Samen de wijk in"))

SENT = "\n".join(
    (
        "Beste collega’s van Politie,",
        "",
        "Beantwoord deze mail en schrijf achter elk ‘Antwoord’ hoe het staat: nagekomen, bezig, niet nagekomen,",
        "vervallen of overgedragen.",
        "",
        *(line for code, title in ASKED for line in (f"[{code}] {title}", f"Antwoord {code}:", "")),
        "(Kenmerk K7QMX-2WDB9: laat dit staan.)",
        "",
        "Met vriendelijke groet,",
        "Mo",
    )
)


def with_answers(sent: str = SENT, *, below: bool = False) -> str:
    """What was sent, with an answer at the first and the second agreement."""
    between = "\n" if below else " "
    answered = sent.replace("Antwoord K7QM2:", f"Antwoord K7QM2:{between}nagekomen")
    return answered.replace("Antwoord M3XYZ:", f"Antwoord M3XYZ:{between}niet gelukt omdat we ziek waren")


def quoted(text: str, mark: str = "> ") -> str:
    return "\n".join(f"{mark}{line}".rstrip() for line in text.split("\n"))


def folded(text: str, width: int = 60) -> str:
    """Break long lines, the way programs do that quote."""
    lines: list[str] = []
    for line in text.split("\n"):
        words = line.split(" ")
        while words:
            taken = [words.pop(0)]
            while words and len(" ".join((*taken, words[0]))) <= width:
                taken.append(words.pop(0))
            lines.append(" ".join(taken))
    return "\n".join(lines)


TOP = "Hoi Mo,\n\nK7QM2: nagekomen\nM3XYZ - niet gelukt omdat we ziek waren\n\nGroet,\nJan\n\n"
GMAIL = "Op di 3 dec 2026 om 10:00 schreef Mo Jansen <mo@example.org>:\n\n"
OUTLOOK = (
    "Van: Mo Jansen <mo@example.org>\nVerzonden: dinsdag 3 december 2026 10:00\nAan: Jan <jan@example.org>\n"
    "Onderwerp: Hoe staan jullie afspraken ervoor?\n\n"
)
INTERLEAVED = "\n".join(
    answer
    for line in quoted(SENT).split("\n")
    for answer in (
        (line, "", "nagekomen", "")
        if line == "> Antwoord K7QM2:"
        else (line, "niet gelukt omdat we ziek waren")
        if line == "> Antwoord M3XYZ:"
        else (line,)
    )
)

PLAIN = {
    "above, codes typed over": TOP + GMAIL + quoted(SENT),
    "above, in brackets": TOP.replace("K7QM2:", "[K7QM2]").replace("M3XYZ -", "(m3xyz)") + OUTLOOK + SENT,
    "above, as a list": TOP.replace("K7QM2", "- K7QM2").replace("M3XYZ -", "• M3XYZ:") + GMAIL + quoted(SENT),
    "above, straight on the quote": "K7QM2: nagekomen\nM3XYZ: niet gelukt omdat we ziek waren\n" + quoted(SENT),
    "in the lines, Gmail": "Zie hieronder.\n\n" + GMAIL + quoted(with_answers()),
    "in the lines, Outlook without marks": "Zie onder\n" + OUTLOOK + with_answers(),
    "in the lines, under the word": OUTLOOK + with_answers(below=True),
    "between the quoted lines": GMAIL + INTERLEAVED,
    "between the lines, signature below": GMAIL + INTERLEAVED + "\n-- \nJan Smit\nPolitie\n",
    "lines folded by the program": GMAIL + quoted(folded(with_answers())),
    "quoted twice": "Zie onder\n" + GMAIL + quoted(quoted(with_answers())),
    "quoted with bars": "Zie onder\n\n" + quoted(with_answers(), ">"),
    "from a telephone": "Hoi, zie onder\n\nVerstuurd vanaf mijn iPhone\n\n" + GMAIL + quoted(with_answers()),
    "the line of the answer taken away": OUTLOOK
    + SENT.replace("Antwoord K7QM2:", "Nagekomen").replace("Antwoord M3XYZ:", "Niet gelukt omdat we ziek waren"),
    "behind the agreement itself": OUTLOOK
    + SENT.replace("is gedaan\n", "is gedaan - nagekomen\n").replace(
        "doorgeven\n", "doorgeven: niet gelukt omdat we ziek waren\n"
    ),
    "windows line ends": (GMAIL + quoted(with_answers())).replace("\n", "\r\n"),
    "hard spaces": (OUTLOOK + with_answers()).replace("Antwoord ", "Antwoord\xa0"),
    "no quote at all": "K7QM2 nagekomen\nM3XYZ niet gelukt omdat we ziek waren\nKenmerk K7QMX-2WDB9",
}
"""Everywhere the first is kept, the second was not because people were ill, and of the third nothing is said."""


def mail(plain: str | None = None, html: str | None = None, **headers: str) -> EmailMessage:
    message = EmailMessage(SMTP)
    headers = {"From": "jan@example.org", "To": "mo@example.org", "Subject": "RE: afspraken", **headers}
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if plain is not None:
        message.set_content(plain)
    if html is not None:
        (message.add_alternative if plain is not None else message.set_content)(html, subtype="html")
    return message


def as_html(text: str, line: str = "<div>{}</div>") -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(line.format(part or "<br>") for part in escaped.split("\n"))


HTML = {
    "Gmail": '<div dir="ltr">Zie onder</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">'
    f'{GMAIL}</div><blockquote class="gmail_quote" style="margin:0">{as_html(with_answers())}</blockquote></div>',
    "Outlook": '<html><head><style>p.MsoNormal {margin:0}</style><title>RE</title></head><body lang="NL">'
    '<div class="WordSection1"><p class="MsoNormal">Zie onder<o:p></o:p></p><div><div style="border-top:solid">'
    f"{as_html(OUTLOOK, '<p class=MsoNormal>{}</p>')}</div></div>"
    f"{as_html(with_answers(below=True), '<p class=MsoNormal><span lang=NL>{}</span></p>')}</div></body></html>",
    "Apple Mail": f"<html><body>Zie onder<br><div>{GMAIL}</div><blockquote type=cite>"
    f"{as_html(with_answers(), '<p>{}</p>')}</blockquote><script>alert(1)</script></body></html>",
    "above the quote": as_html(TOP) + f"<blockquote>{as_html(SENT)}</blockquote>",
    "a table": f"<table>{as_html(with_answers(), '<tr><td>{}</td></tr>')}</table>",
    "broken off": f"<div><blockquote>{as_html(with_answers())}<b><i><div",
    "lines with breaks": "Zie onder<br/>" + as_html(with_answers(), "{}<br/>"),
}
