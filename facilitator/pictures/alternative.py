"""A picture in sentences, for who cannot see it: every person and every line is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from facilitator.core.casus import Person, PersonKind, Relation, RelationKind, Sex
from facilitator.core.disclosure import BONDS
from facilitator.words import N_, _

GROUPS: Final = {
    PersonKind.FAMILY: N_("Family"),
    PersonKind.NETWORK: N_("Own network"),
    PersonKind.PROFESSIONAL: N_("Professionals"),
}
SEXES: Final = {Sex.MALE: N_("man"), Sex.FEMALE: N_("woman"), Sex.UNKNOWN: N_("not told")}
_CHILD: Final = {
    Sex.MALE: N_("{child} is the son of {parents}."),
    Sex.FEMALE: N_("{child} is the daughter of {parents}."),
    Sex.UNKNOWN: N_("{child} is the child of {parents}."),
}
_SIBLING: Final = {
    Sex.MALE: N_("{one} is the brother of {other}."),
    Sex.FEMALE: N_("{one} is the sister of {other}."),
    Sex.UNKNOWN: N_("{one} is the brother or sister of {other}."),
}
_BETWEEN: Final = {
    RelationKind.MARRIED: N_("{one} and {other} are married."),
    RelationKind.PARTNERS: N_("{one} and {other} are partners."),
    RelationKind.SEPARATED: N_("{one} and {other} are no longer together."),
    RelationKind.DIVORCED: N_("{one} and {other} are divorced."),
    RelationKind.VIOLENCE: N_("Violence by {one} against {other}."),
    RelationKind.VIOLENCE_BETWEEN: N_("Violence between {one} and {other}; by whom is not told."),
    RelationKind.CONFLICT: N_("Conflict between {one} and {other}."),
    RelationKind.SUPPORT: N_("{one} supports {other}."),
    RelationKind.CONTACT: N_("{one} has contact with {other}."),
}


def sentences(persons: Sequence[Person], relations: Sequence[Relation]) -> tuple[str, ...]:
    """Say who is in a picture and how they stand to each other, children by all their parents at once."""
    known = {person.id: person for person in persons}
    said = (*_groups(persons), *_children(known, relations), *_others(known, relations))
    return tuple(each[:1].upper() + each[1:] for each in said)


def _groups(persons: Sequence[Person]) -> Iterator[str]:
    for kind, name in GROUPS.items():
        members = [_introduced(person) for person in persons if person.kind is kind]
        if members:
            yield _("{group}: {names}.").format(group=_(name), names=", ".join(members))


def _introduced(person: Person) -> str:
    """Name a person with what its symbol says."""
    details = [str(person.age)] if person.age is not None else []
    if person.sex is not Sex.UNKNOWN:
        details.append(_(SEXES[person.sex]))
    if person.deceased:
        details.append(_("died"))
    return f"{person.name} ({', '.join(details)})" if details else person.name


def _children(known: dict[str, Person], relations: Sequence[Relation]) -> Iterator[str]:
    for child in known.values():
        parents = [each for each in relations if each.kind is RelationKind.PARENT and each.other == child.id]
        names = list(dict.fromkeys(known[each.one].name for each in parents))
        labels = [each.label for each in parents if each.label]
        if names:
            said = _(_CHILD[child.sex]).format(child=_aged(child), parents=_listed(names))
            yield _with(said, labels)


def _others(known: dict[str, Person], relations: Sequence[Relation]) -> Iterator[str]:
    for each in sorted(relations, key=lambda each: (each.kind not in BONDS, each.kind is not RelationKind.SIBLING)):
        one, other = known[each.one], known[each.other]
        if each.kind is RelationKind.PARENT:
            continue
        said = _SIBLING[one.sex] if each.kind is RelationKind.SIBLING else _BETWEEN[each.kind]
        yield _with(_(said).format(one=one.name, other=other.name), [each.label] if each.label else [])


def _aged(person: Person) -> str:
    return person.name if person.age is None else f"{person.name} ({person.age})"


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def _with(said: str, labels: Iterable[str]) -> str:
    """Put the words at a line behind its sentence."""
    words = "; ".join(labels)
    return f"{said.removesuffix('.')}: {words}." if words else said
