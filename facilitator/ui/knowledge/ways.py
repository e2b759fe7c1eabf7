"""By what one looks in the knowledge there is: where somebody works, a theme, a phase, a step of the meldcode."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields

from facilitator.core.vocabulary import MELDCODE, Phase
from facilitator.core.workplace import EVERYONE, Workplace
from facilitator.storage.library.records import Facet, ItemKind, Query

KINDS = (ItemKind.CARD, ItemKind.CASE, ItemKind.SCRIPT)

_FACETS = {"theme": Facet.THEME, "phase": Facet.PHASE, "step": Facet.STEP}
_KNOWN = {
    "workplace": frozenset(place.value for place in Workplace),
    "phase": frozenset(phase.value for phase in Phase),
    "step": frozenset(map(str, MELDCODE)),
}


@dataclass(frozen=True, slots=True)
class Ways:
    """What is chosen; empty where nothing is. `step` is a digit."""

    workplace: str = ""
    theme: str = ""
    phase: str = ""
    step: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether something else than a workplace is chosen."""
        return bool(self.theme or self.phase or self.step)

    def queries(self) -> tuple[Query, ...]:
        """What to ask the library, for each kind: what is for that workplace, then what is for everyone, then all.

        What is for everyone is asked apart, so that it comes after what was made for that workplace. "All" is what else
        there is, for who wants to see it.
        """
        places = ((self.workplace,), (EVERYONE,), ()) if self.workplace else ((),)
        chosen = frozenset((facet, value) for name, facet in _FACETS.items() if (value := getattr(self, name)))
        return tuple(
            Query(chosen=chosen | {(Facet.KIND, kind.value)} | {(Facet.WORK, place) for place in named})
            for kind in KINDS
            for named in places
        )

    def plain(self) -> dict[str, str]:
        """Give plain values to be kept: where somebody works stays so, what was looked for passes."""
        return {"workplace": asdict(self)["workplace"]}


def ways_from(kept: object) -> Ways:
    """Read what was kept; what is not known any more is left out."""
    told = kept if isinstance(kept, dict) else {}
    values = {field.name: told.get(field.name, "") for field in fields(Ways)}
    return Ways(**{name: value for name, value in values.items() if value in _KNOWN.get(name, frozenset())})
