"""Functions of which only the head is known: their body is one gap."""

from dataclasses import replace
from typing import Any

from haltcheck.frontend.expression import Gap, Parameter, Scope
from haltcheck.frontend.statement import Define, Function, Skip, Statement
from haltcheck.frontend.syntax import Entry

NOT_NEEDED = "its body was not needed, so it was not read"


def stub(function: Function, why: str) -> Function:
    """The same function with a gap for its body."""
    body = (Skip(function.span, Gap(function.span, "def", why)),)
    names = frozenset(parameter.name for parameter in function.parameters)
    return replace(function, body=body, scope=Scope(names))


def stub_of_entry(entry: Entry, why: str) -> Function:
    """A function that is known from the table of contents alone."""
    parameters = tuple(Parameter(name, "normal", None, None) for name in entry.parameters)
    head = Function(
        entry.qualname.rpartition(".")[2].partition("#")[0],
        entry.qualname,
        entry.span,
        parameters,
        (),
        Scope(),
        entry.is_async,
        entry.is_generator,
        entry.in_class,
    )
    return stub(head, why)


def without_bodies(body: tuple[Statement, ...], needed: frozenset[str]) -> tuple[Statement, ...]:
    """The statements with every outermost function that is not needed made a stub."""
    return tuple(_without(statement, needed) for statement in body)


def _without(form: Any, needed: frozenset[str]) -> Any:
    """Statements keep their shape; expressions define no functions that could be left out."""
    if isinstance(form, Define):
        if form.function.qualname in needed:
            return form
        return replace(form, function=stub(form.function, NOT_NEEDED))
    changes = {}
    for name in ("body", "orelse", "final", "handlers", "cases"):
        inner = getattr(form, name, None)
        if isinstance(inner, tuple):
            changes[name] = tuple(_without(item, needed) for item in inner)
    return replace(form, **changes) if changes else form
