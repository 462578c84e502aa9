"""Plain statements, branches and loops."""

from __future__ import annotations

from haltcheck.frontend import expression as e
from haltcheck.frontend import statement as s
from haltcheck.model.instruction import GetIterator, ImportModule
from haltcheck.model.lower_comprehension import bind_next, take_next
from haltcheck.model.lower_exit import LoopFrame
from haltcheck.model.lower_expression import hole
from haltcheck.model.lower_function import Form, Lowering
from haltcheck.model.lower_graph import Draft


def _evaluate(low: Lowering, statement: s.Evaluate) -> None:
    operand = low.value(statement.value)
    if type(statement.value) is e.Name:
        low.held(statement.span, operand)


def _branch(low: Lowering, statement: s.Branch) -> None:
    """``if``; an ``elif`` chain is walked, not recursed into."""
    done = low.label()
    while True:
        body, orelse = low.label(), low.label()
        low.branch(statement.test, body, orelse)
        low.place(body)
        low.suite(statement.body)
        low.jump(done)
        low.place(orelse)
        rest = statement.orelse
        if len(rest) != 1 or type(rest[0]) is not s.Branch:
            break
        statement = rest[0]
    low.suite(rest)
    low.jump(done)
    low.place(done)


def _while(low: Lowering, statement: s.While) -> None:
    head, body, orelse, done = low.label(), low.label(), low.label(), low.label()
    low.open_loop("while", statement.span, head)
    low.branch(statement.test, body, orelse)
    _body(low, body, head, done, statement)
    _after(low, orelse, done, statement.orelse)


def _for(low: Lowering, statement: s.For) -> None:
    iterator = low.fresh()
    iterable = low.value(statement.iterable)
    low.emit(GetIterator(statement.iterable.span, iterator, iterable, statement.is_async))
    head, body, orelse, done = low.label(), low.label(), low.label(), low.label()
    low.open_loop("for", statement.span, head)
    take_next(low, statement, low.local(iterator), body, orelse)
    _body(low, body, head, done, statement)
    _after(low, orelse, done, statement.orelse)


def _body(low: Lowering, body: Draft, head: Draft, done: Draft, loop: s.While | s.For) -> None:
    low.place(body)
    low.frames.append(LoopFrame(head, done))
    certain = set(low.certain)
    if type(loop) is s.For:
        bind_next(low, loop, head.id)
    low.run(loop.body)
    low.certain = certain
    low.frames.pop()
    low.jump(head)
    low.close_loop()


def _after(low: Lowering, orelse: Draft, done: Draft, rest: tuple[s.Statement, ...]) -> None:
    low.place(orelse)
    low.suite(rest)
    low.jump(done)
    low.place(done)


def _import(low: Lowering, statement: s.Import) -> None:
    for module, member, bound in statement.names:
        if member == "*":
            hole(low, statement.span, e.Gap(statement.span, "import *", "binds unseen names"), ())
            continue
        own = low.place_of(bound)
        target = own or low.fresh()
        low.emit(ImportModule(statement.span, target, module, member))
        if member is None and module.startswith(bound + "."):
            # ``import a.b`` loads ``a.b`` and binds ``a``.
            low.emit(ImportModule(statement.span, target, bound, None))
        low.store(statement.span, bound, low.local(target))


def _skip(low: Lowering, statement: s.Skip) -> None:
    low.unit.gaps.append(statement.gap)
    writes = [low.place_of(name) for name in statement.writes]
    hole(low, statement.span, statement.gap, tuple([name for name in writes if name is not None]))


FORMS: dict[type, Form] = {
    s.Evaluate: _evaluate,
    s.Branch: _branch,
    s.While: _while,
    s.For: _for,
    s.Import: _import,
    s.Skip: _skip,
}
