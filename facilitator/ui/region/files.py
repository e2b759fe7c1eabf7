"""Files of the region: a model that comes in, and agreements that go to another laptop and come from one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from facilitator.content.library import MODEL_FILES, read_files
from facilitator.content.own_agreement_file import OwnFile
from facilitator.content.problem import Problem
from facilitator.core.model_agreement import ModelAgreement
from facilitator.core.own_agreement import Decided, OwnAgreement
from facilitator.report import files, names
from facilitator.storage.own_agreements import Everything
from facilitator.words import _


def read_model(path: Path) -> ModelAgreement | tuple[Problem, ...]:
    """Give the model in a file, or everything that is wrong with it."""
    reading = read_files(MODEL_FILES, (path,))[0]
    return reading.problems if reading.value is None else reading.value


def write(folder: Path, name: str, content: bytes) -> Path:
    """Write a file under a name that every system takes. Raises FolderError."""
    return files.write(folder, PurePosixPath(names.safe(name)), content)


def beside_what_is_here(
    read: OwnFile, held: Everything, new_id: Callable[[], str]
) -> tuple[OwnAgreement, tuple[Decided, ...]]:
    """Give what a file holds as it is to be kept: beside what is here and says something else, never over it."""
    here = next((kept for kept in held.owns if kept.own.id == read.own.id), None)
    if here is None or here.own == read.own:
        return read.own, read.decided
    id_ = new_id()
    name = _("{municipality} (from another laptop)").format(municipality=read.own.municipality)
    decided = tuple(replace(each, own=replace(each.own, id=id_)) for each in read.decided)
    return replace(read.own, id=id_, municipality=name), decided
