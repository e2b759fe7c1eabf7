"""Where everything stands along one axis: kiwisolver (Cassowary) keeps the distances and comes near to the wishes.

That neighbours never overlap is a required constraint, so it holds in every drawing; that children stand in the middle
below their parents is a wish, so it yields where it must.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from typing import Final

from kiwisolver import Expression, Solver, Variable

Row = Sequence[str]
Distance = Mapping[tuple[str, str], float]
"""The least distance between the middles of two neighbours."""

_NEAR: Final = 0.05
_HOME: Final = 0.001
"""How much it counts that everything stands near the middle: enough for what nothing else pulls at."""
_GOLDEN: Final = 0.6180339887
_OFF_EDGE: Final = 0.00137


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
    unlike = _unlike()
    for row in rows:
        for one, other in pairwise(row):
            apart = at[other] - at[one]
            solver.addConstraint(apart >= distances[one, other])
            solver.addConstraint((apart == distances[one, other]) | near * next(unlike))
    for wish in wishes:
        solver.addConstraint((_mean(wish.these, at) == _mean(wish.those, at)) | wish.weight * next(unlike))
    for variable in at.values():
        solver.addConstraint((variable == 0) | _HOME * next(unlike))
    solver.updateVariables()
    # The last bits differ with the order of additions; even half a hundredth does not lie on the edge of this rounding.
    return {name: round(variable.value() + _OFF_EDGE, 2) for name, variable in at.items()}


def _unlike() -> Iterator[float]:
    """Give numbers near 1 of which no two are alike.

    Where two places are equally good, the solver takes the one that it meets first, and that depends on addresses in
    memory. With weights that all differ a little there is one best place, and a drawing is the same at every start.
    """
    for number in count(1):
        yield 1 + 0.02 * (number * _GOLDEN % 1)


def _mean(points: tuple[tuple[str, float], ...], at: Mapping[str, Variable]) -> Expression:
    share = 1 / len(points)
    found = share * at[points[0][0]] + share * points[0][1]
    for name, offset in points[1:]:
        found = found + share * at[name] + share * offset
    return found
