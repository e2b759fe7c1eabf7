"""Where everything stands along one axis: kiwisolver (Cassowary) keeps the distances and comes near to the wishes.

That neighbours never overlap is a required constraint, so it holds in every drawing; that children stand in the middle
below their parents is a wish, so it yields where it must.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kiwisolver import Expression, Solver, Variable

Row = Sequence[str]
Distance = Mapping[tuple[str, str], float]
"""The least distance between the middles of two neighbours."""

_NEAR: Final = 0.05


@dataclass(frozen=True, slots=True)
class Wish:
    """The mean of `these` (each moved by its offset) should be that of `those`; `weight` counts against others."""

    these: tuple[tuple[str, float], ...]
    those: tuple[tuple[str, float], ...]
    weight: float = 1.0


def place(rows: Sequence[Row], distances: Distance, wishes: Sequence[Wish], near: float = _NEAR) -> dict[str, float]:
    """Give the middle of everything, such that neighbours in a row keep their distance.

    `near` is how much it counts that they stand no further apart than that, against the wishes.
    """
    solver = Solver()
    at = {name: Variable(name) for row in rows for name in row}
    for row in rows:
        for one, other in itertools.pairwise(row):
            apart = at[other] - at[one]
            solver.addConstraint(apart >= distances[one, other])
            solver.addConstraint((apart == distances[one, other]) | near)
    for wish in wishes:
        solver.addConstraint((_mean(wish.these, at) == _mean(wish.those, at)) | wish.weight)
    solver.updateVariables()
    return {name: variable.value() for name, variable in at.items()}


def _mean(points: tuple[tuple[str, float], ...], at: Mapping[str, Variable]) -> Expression:
    share = 1 / len(points)
    found = share * at[points[0][0]] + share * points[0][1]
    for name, offset in points[1:]:
        found = found + share * at[name] + share * offset
    return found
