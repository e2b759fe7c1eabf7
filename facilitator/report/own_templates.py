"""Templates that a user changed: rendered in a sandbox, and named with file and line when something is wrong in one.

They lie in a folder of their own and take the place of the shipped one of the same name. A template cannot reach
Python, and cannot let a text become markup: what would switch the escaping off is not there. What it costs is limited
here as far as can be; one that goes on for ever is ended with the process it runs in (`worker`).
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from facilitator.report.own_folder import SUFFIX, TemplateFault, has_own, too_slow
from facilitator.words import _

MOST_CHARACTERS: Final = 20_000_000
"""So much markup a template may make: some thousand pages."""
MOST_SECONDS: Final = 20.0
_MOST_COPIES: Final = 1_000_000
_MOST_BYTES: Final = 1_500_000_000
"""So much memory may come on top while a template of the user is filled."""
_LARGEST: Final = 1_000_000
"""Bytes of a template file; the shipped ones have a hundredth of that."""

NEVER_OWN: Final = frozenset({"status-form.xhtml.j2"})
"""What comes back is read by the program: nobody changes where its fields are."""
_UNSAFE_FILTERS: Final = ("safe", "urlize", "xmlattr", "tojson", "pprint")


class OwnTemplateError(Exception):
    """A template of the user cannot be used."""

    def __init__(self, fault: TemplateFault) -> None:
        super().__init__(fault)
        self.fault = fault


class OwnTemplates:
    """The templates in a folder of the user, which need not be there. `prepare` gives it what templates can use."""

    def __init__(self, folder: Path, shipped: Path, prepare: Callable[[jinja2.Environment], None]) -> None:
        self._folder, self._shipped, self._prepare = folder, shipped, prepare

    def has(self, template: str) -> bool:
        """Whether a document is made differently by a file in the folder: its template, or parts that it shares."""
        return template not in NEVER_OWN and has_own(self._folder, template)

    def fill(self, template: str, context: Mapping[str, object]) -> str:
        """Give the markup for a view model. Raises OwnTemplateError."""
        with self.judged(template):
            for path in self._folder.glob(f"*{SUFFIX}"):
                if path.stat().st_size > _LARGEST:
                    raise OwnTemplateError(TemplateFault(path.name, 0, _("this file is too large for a template.")))
            environment = _sandbox(self._folder, self._shipped)
            self._prepare(environment)
            for name in _UNSAFE_FILTERS:
                environment.filters.pop(name, None)
            with _bounded_memory():
                return "".join(_bounded(template, environment.get_template(template).generate(context)))

    @contextmanager
    def judged(self, template: str) -> Iterator[None]:
        """Whatever goes wrong inside is a fault of the template, with its file and line."""
        try:
            yield
        except OwnTemplateError:
            raise
        except Exception as error:  # a template can raise anything
            raise OwnTemplateError(_fault(error, template, self._folder)) from error


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which escaping cannot be switched off and nothing is copied a million times."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401  Jinja's own
        """Refuse what would take all memory in one go."""
        sizes = [len(part) if isinstance(part, str | list | tuple) else part for part in (left, right)]
        numbers = [abs(size) for size in sizes if isinstance(size, int | float)]
        copies = isinstance(left, str | list | tuple) or isinstance(right, str | list | tuple)
        if operator == "**" or (copies and len(numbers) == 2 and numbers[0] * numbers[1] > _MOST_COPIES):
            raise SecurityError(_("this makes far too much."))
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for found in tree.find_all((nodes.ScopedEvalContextModifier, nodes.EvalContextModifier)):
            told = _("“autoescape” cannot be changed: text would become markup.")
            raise jinja2.TemplateSyntaxError(told, found.lineno, name, filename)
        return tree


def _sandbox(folder: Path, shipped: Path) -> _Sandbox:
    return _Sandbox(
        loader=jinja2.FileSystemLoader([folder, shipped]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=0,
    )


def _bounded(template: str, pieces: Iterator[str]) -> Iterator[str]:
    made, begun = 0, time.monotonic()
    for piece in pieces:
        made += len(piece)
        if made > MOST_CHARACTERS:
            raise OwnTemplateError(TemplateFault(template, 0, _("it makes thousands of pages.")))
        if time.monotonic() - begun > MOST_SECONDS:
            raise OwnTemplateError(too_slow(template))
        yield piece


@contextmanager
def _bounded_memory() -> Iterator[None]:
    """Let no more memory be had than a template can need, where the system knows such a limit."""
    try:
        import resource  # noqa: PLC0415  not there on Windows

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        before = resource.getrlimit(resource.RLIMIT_AS)
        least = pages * resource.getpagesize() + _MOST_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (least, before[1]))
    except (ImportError, OSError, ValueError):
        yield
        return
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


# ---- in words


def _fault(error: Exception, template: str, folder: Path) -> TemplateFault:
    if isinstance(error, jinja2.TemplateSyntaxError):
        name = Path(error.filename or error.name or template).name
        told = _("here it cannot be read: “{message}”.").format(message=error.message)
        return TemplateFault(name, error.lineno, told)
    name, line = _place(error, template, folder)
    return TemplateFault(name, line, _words(error))


def _place(error: Exception, template: str, folder: Path) -> tuple[str, int]:
    """Give the innermost line of a template of the user; of the shipped ones where none of those is in it."""
    frames = traceback.extract_tb(error.__traceback__)
    mine = [frame for frame in frames if Path(frame.filename).suffix == SUFFIX]
    own = [frame for frame in mine if Path(frame.filename).parent == folder] or mine
    return (Path(own[-1].filename).name, own[-1].lineno or 0) if own else (template, 0)


def _words(error: Exception) -> str:
    told = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
    if isinstance(error, jinja2.UndefinedError):
        return _("a name in it is not there: “{message}”.").format(message=told)
    if isinstance(error, jinja2.TemplateNotFound):
        return _("it asks for a template that is not there: “{message}”.").format(message=told)
    if isinstance(error, SecurityError):
        return _("this is not allowed in a template: “{message}”.").format(message=told)
    if isinstance(error, MemoryError):
        return _("it asks for more memory than there is.")
    if isinstance(error, UnicodeError):
        return _("the file is not UTF-8 text.")
    return _("this cannot be put on paper: “{message}”.").format(message=told)
