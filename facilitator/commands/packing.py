"""`pack`: scripts, cases and cards in one file, to give to others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from facilitator.commands.checking import personal
from facilitator.commands.saying import complain, say
from facilitator.content.check import read_contents
from facilitator.content.kinds import slug_of
from facilitator.content.lexicon import NoListsError
from facilitator.content.library import read_library
from facilitator.content.locate import content_folder
from facilitator.content.manifest import About
from facilitator.content.pack import keys_of, pack_of
from facilitator.content.pack_file import write_pack
from facilitator.words import _, ngettext


def about_pack(pack_id: str | None, title: str, author: str, version: str, licence: str) -> About:
    """Give what a pack made today tells of itself; its id comes from its title when none was given."""
    return About(pack_id or slug_of(title), title, author, version, licence, datetime.now(UTC).astimezone().date())


def pack(about: About, paths: Sequence[Path], out: Path, *, checked: bool = False) -> int:
    """Put scripts, cases and cards into one file. Gives 1, and writes nothing, when there is a problem.

    While something in them looks like personal data, only with `checked`: somebody looked at it then.
    """
    contents = read_contents(paths)
    try:
        seen = [] if contents.problems or checked else personal(contents)
    except NoListsError as missing:
        return complain(missing.explain())
    if seen:
        for problem in seen:
            say(str(problem))
        return complain(_not_packed_words(len(seen)))
    shipped = keys_of(read_library(content_folder()))
    problems = contents.problems or write_pack(out, pack_of(about, contents.items), shipped)
    for problem in problems:
        say(str(problem))
    if not problems:
        say(_("The pack is in {file}").format(file=out))
    return 1 if problems else 0


def _not_packed_words(count: int) -> str:
    """What stands in the way of a pack, and both ways on."""
    words = ngettext(
        "{count} thing looks like personal data. Nothing was packed. Write something else there, or give --checked "
        "when you looked at it and it is invented or may be known.",
        "{count} things look like personal data. Nothing was packed. Write something else there, or give --checked "
        "when you looked at them all and they are invented or may be known.",
        count,
    )
    return words.format(count=count)
