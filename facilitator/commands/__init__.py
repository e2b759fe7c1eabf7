"""The commands that need no display. Each gives its exit code: 0 done, 1 something was wrong."""

from facilitator.commands.checking import check
from facilitator.commands.kept import export, sessions
from facilitator.commands.packing import about_pack, pack
from facilitator.commands.playing import demo

__all__ = ["about_pack", "check", "demo", "export", "pack", "sessions"]
