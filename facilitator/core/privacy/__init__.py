"""Looks for personal data in a text. It warns and never promises: what it does not find may still be there.

`find` gives what it saw, in order and without overlap. To replace it, call it invented or show it all the same is for
the caller.
"""

from __future__ import annotations

from facilitator.core.privacy.kinds import Finding, PersonalData
from facilitator.core.privacy.lexicon import Lexicon, SortedWords
from facilitator.core.privacy.search import find

__all__ = ["Finding", "Lexicon", "PersonalData", "SortedWords", "find"]
