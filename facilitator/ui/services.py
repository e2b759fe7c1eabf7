"""What the windows need from the rest of the house. app.py fills it; a test fills it with what it can hold still."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Future

    from facilitator.content.library import Library
    from facilitator.core.events import Spotted
    from facilitator.core.privacy import Lexicon
    from facilitator.core.session import Session
    from facilitator.report.worker import DocumentWorker
    from facilitator.storage.library.store import LibraryStore
    from facilitator.storage.writer import Store


@dataclass(frozen=True, slots=True)
class Services:
    """The parts behind the windows.

    `now` gives aware datetimes; `new_id` unique ids; `library` reads the content the first time it is asked for;
    `documents` starts the worker process the first time it is asked for; `home` is the data folder; `documents_folder`
    is where exports go unless the user chooses otherwise; `shelf` opens the user's own library the first time it is
    asked for, and anew when it is shut; `key_in_file` says that the data key lies on this laptop in a file rather than
    in the system's key store; `lexicon` reads the word lists of the privacy check, the first time it is asked for;
    `spot` gives what looks like personal data in a text that is written in a session.
    """

    store: Store
    library: Callable[[], Library]
    documents: Callable[[], DocumentWorker]
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    home: Path
    documents_folder: Path
    shelf: Callable[[], LibraryStore]
    key_in_file: bool
    lexicon: Callable[[], Future[Lexicon]]
    spot: Callable[[str, Session], tuple[Spotted, ...]]
