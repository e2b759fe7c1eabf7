"""The command line. Without a command the program opens its window; everything else needs no display."""

from __future__ import annotations

import argparse
import gc
import gettext
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from facilitator import words
from facilitator.content.locate import resource
from facilitator.words import N_, _

# What argparse itself says; it looks these up through gettext's own domain.
_ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)


def main(arguments: Sequence[str] | None = None, ready: Callable[[], object] | None = None) -> int:
    """Do what the command line says. Gives the exit code: 0 done, 1 something was wrong, 2 not understood.

    `ready` is called when the first page of the window can be used.
    """
    _speak_dutch()
    options = _parser().parse_args(arguments)
    if options.command is None:
        gc.disable()  # importing makes no garbage; the windows have a collector of their own
        from facilitator import app  # noqa: PLC0415  Qt, which the commands without a window do without

        return app.run(_home(options.home), ready)
    from facilitator import commands  # noqa: PLC0415  not needed on the way to the window

    if options.command == "check":
        today = datetime.now(UTC).astimezone().date()
        return commands.check(options.paths, today=today, as_table=options.table, due_after=options.due)
    if options.command == "demo":
        return commands.demo(options.out)
    if options.command == "sessions":
        return commands.sessions(_home(options.home))
    if options.command == "pack":
        told = options.pack_id, options.title, options.author, options.pack_version, options.licence
        return commands.pack(commands.about_pack(*told), options.paths, options.out, checked=options.checked)
    return commands.export(_home(options.home), options.session, options.out, without_held=options.without_held)


def _speak_dutch() -> None:
    catalogues = resource("i18n")
    words.use(catalogues)
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain(words.DOMAIN, catalogues)
    gettext.textdomain(words.DOMAIN)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="facilitator", description=_("Lead sessions about safety at home."))
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help=_("show the version"))
    parser.add_argument("--home", type=Path, metavar="DIR", help=_("folder that holds all data of this run"))
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    demo = commands.add_parser("demo", help=_("play an example session and make its documents"))
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("folder for the documents"))
    check = commands.add_parser(
        "check", help=_("check scripts, cases, cards and packs: file:line: problem: how to fix")
    )
    check.add_argument("paths", type=Path, nargs="*", metavar=_("PATH"), help=_("files or folders; otherwise all"))
    check.add_argument(
        "--table", action="store_true", help=_("print a line for each file instead: words, sources, how it reads")
    )
    check.add_argument(
        "--due",
        type=int,
        nargs="?",
        const=0,
        metavar=_("MONTHS"),
        help=_("print instead what is due: no source, a figure past its day, not checked for so many months (12)"),
    )
    _add_pack(commands.add_parser("pack", help=_("put scripts, cases and cards into one file, to give to others")))
    commands.add_parser("sessions", help=_("list the sessions kept on this laptop"))
    export = commands.add_parser("export", help=_("make the documents of a session"))
    export.add_argument("session", metavar=_("SESSION"), help=_("number of the session, or the beginning of it"))
    export.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("folder for the documents"))
    export.add_argument(
        "--without-held",
        action="store_true",
        help=_("leave out texts that may hold personal data and were not checked"),
    )
    return parser


def _add_pack(pack: argparse.ArgumentParser) -> None:
    text = _("TEXT")
    pack.add_argument("paths", type=Path, nargs="+", metavar=_("PATH"), help=_("files or folders"))
    pack.add_argument("--out", type=Path, required=True, metavar=_("FILE"), help=_("where to put it: NAME.fpack"))
    pack.add_argument("--title", required=True, metavar=text, help=_("the name of the pack"))
    pack.add_argument("--author", required=True, metavar=text, help=_("who made it"))
    pack.add_argument("--licence", required=True, metavar=text, help=_("what others may do with it"))
    pack.add_argument("--pack-id", metavar="ID", help=_("short name of this pack, the same in every version"))
    pack.add_argument("--pack-version", default="1", metavar=text, help=_("higher for every newer version"))
    pack.add_argument(
        "--checked",
        action="store_true",
        help=_("what looks like personal data was looked at, and is invented or may be known"),
    )


class _ShowVersion(argparse.Action):
    """Looks the version up only when it is asked for: that takes 20 ms."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        """Print it and stop."""
        sys.stdout.write(f"facilitator {_version()}\n")
        parser.exit()


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  30 ms, asked for by one option

    try:
        return version("facilitator")
    except PackageNotFoundError:  # run from a checkout that was never installed
        import tomllib  # noqa: PLC0415

        with (Path(__file__).parents[1] / "pyproject.toml").open("rb") as file:
            return str(tomllib.load(file)["project"]["version"])


def _home(given: Path | None) -> Path:
    """The folder that holds all data: as given, else FACILITATOR_HOME, else where this system keeps such data."""
    if given is not None:
        return given.absolute()
    if from_environment := os.environ.get("FACILITATOR_HOME"):
        return Path(from_environment).absolute()
    import platformdirs  # noqa: PLC0415  22 ms, only when no folder was named

    return Path(platformdirs.user_data_dir("Facilitator", appauthor=False))


if __name__ == "__main__":
    sys.exit(main())
