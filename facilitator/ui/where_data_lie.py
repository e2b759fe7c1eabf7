"""What is told of the folder that the data lie in, where it is not the laptop's alone."""

from __future__ import annotations

from pathlib import Path

from facilitator.storage.folder import on_network, synced_by
from facilitator.words import _


def shared_words(home: Path) -> str:
    """Say that a service copies the folder elsewhere, or that it lies on another machine; empty where neither seems so.

    The data in it are encrypted: what is at stake is a store that is copied while it is written.
    """
    service = synced_by(home)
    if service is not None:
        return _(
            "Your data lie in a folder that {service} copies to other devices: {folder}. They are encrypted, but "
            "copying can damage them. Ask your IT department for a folder that stays on this laptop."
        ).format(service=service, folder=home)
    if on_network(home):
        return _(
            "Your data lie on a network disk: {folder}. There they can get damaged, and without the network you cannot "
            "go on. Ask your IT department for a folder that stays on this laptop."
        ).format(folder=home)
    return ""
