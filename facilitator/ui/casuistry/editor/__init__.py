"""The editor: a form made from the declaration of a file, the room's view beside it, problems where they are."""
