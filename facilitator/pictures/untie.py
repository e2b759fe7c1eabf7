"""The one door to the library that unties lines: crossing minimisation in layers (Sugiyama), by fast-sugiyama."""

from __future__ import annotations

from collections.abc import Iterable

Spot = tuple[int, float]
"""Where something stands in its layer: by the part of the graph that it belongs to, then by its place in that part."""


def untied(edges: Iterable[tuple[int, int]]) -> dict[int, Spot]:
    """Give the place of everything that a line joins, such that few lines between one layer and the next cross.

    Everything is known by a number, for with names the library's answer would differ from one run to the next.
    """
    # Loaded here: pictures alone need it, and it takes 30 ms.
    from fast_sugiyama import from_edges  # noqa: PLC0415

    once = list(dict.fromkeys(edges))
    if not once:
        return {}
    parts = enumerate(from_edges(once))
    return {int(vertex): (part, x) for part, (places, *_size) in parts for vertex, (x, _y) in places}
