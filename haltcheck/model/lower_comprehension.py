"""Comprehensions become loops in place; generator expressions become generator functions.

A list, set or dict comprehension whose variable a nested function captures and that runs more
than once in one frame becomes a function too: each of its runs has variables of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from haltcheck.frontend import expression as e
from haltcheck.frontend import statement as s
from haltcheck.model.instruction import (
    Build,
    Call,
    Extend,
    GetIterator,
    Item,
    MakeFunction,
    Operand,
    Suspend,
)
from haltcheck.model.lower_function import Lowering, ValueForm, lower_function
from haltcheck.model.lower_graph import Draft
from haltcheck.model.program import Next, Return

Leaf = Callable[[Lowering], None]

_BUILT = {"list": "<listcomp>", "set": "<setcomp>", "dict": "<dictcomp>"}


def _comprehension(low: Lowering, c: e.Comprehension, target: str | None) -> Operand:
    first = c.clauses[0]
    iterator = low.fresh()
    iterable = low.value(first.iterable)
    low.emit(GetIterator(first.iterable.span, iterator, iterable, first.is_async))
    if c.kind == "generator" or (c.scope.shared and low.loop is not None):
        return _called(low, c, low.local(iterator), target)
    renames, members = low.renames, low.members
    mark = low.number()
    low.renames = {**renames, **{name: f"{name}@{mark}" for name in c.scope.locals}}
    low.members = {}
    low.extra.update(low.renames[name] for name in c.scope.locals)
    low.shared.update(low.renames[name] for name in c.scope.shared if name in c.scope.locals)
    certain = set(low.certain)
    result = _built(low, c, low.local(iterator))
    low.certain = certain
    low.renames, low.members = renames, members
    return result


def _built(low: Lowering, c: e.Comprehension, iterator: Operand) -> Operand:
    """The loops that fill a new container."""
    result = low.local(low.fresh())
    low.emit(Build(c.span, result.name, c.kind, ()))

    def extend(low: Lowering) -> None:
        if c.key is None:
            low.emit(Extend(c.element.span, result, c.kind, low.value(c.element)))
        else:
            key, value = low.many((c.key, c.element))
            low.emit(Extend(c.element.span, result, c.kind, value, key))

    _clauses(low, c, 0, iterator, extend)
    return result


def _clauses(low: Lowering, c: e.Comprehension, index: int, iterator: Operand, leaf: Leaf) -> None:
    clause = c.clauses[index]
    head, body, done = low.label(), low.label(), low.label()
    low.open_loop("comprehension", c.span if index == 0 else clause.span, head)
    take_next(low, clause, iterator, body, done)
    low.place(body)
    bind_next(low, clause, head.id)
    for test in clause.tests:
        after = low.label()
        low.branch(test, after, head)
        low.place(after)
    if index + 1 == len(c.clauses):
        leaf(low)
    else:
        inner = c.clauses[index + 1]
        made = low.fresh()
        iterable = low.value(inner.iterable)
        low.emit(GetIterator(inner.iterable.span, made, iterable, inner.is_async))
        _clauses(low, c, index + 1, low.local(made), leaf)
    low.jump(head)
    low.close_loop()
    low.place(done)


def take_next(
    low: Lowering, loop: e.Clause | s.For, iterator: Operand, body: Draft, done: Draft
) -> None:
    """Ends the head of a loop: the next value goes to the target, if that is a local."""
    target = loop.target
    own = low.place_of(target.id) if type(target) is e.Name else None
    name = own or f"$next{low.current.id}"
    if low.current.reached:
        body.reached = done.reached = True
    low.finish(Next(target.span, iterator, name, body.id, done.id, loop.is_async))


def bind_next(low: Lowering, loop: e.Clause | s.For, head: int) -> None:
    """Begins the body of a loop: binds the value that ``take_next`` took."""
    target = loop.target
    own = low.place_of(target.id) if type(target) is e.Name else None
    if own is not None:
        low.bound(own)
    else:
        low.assign(target, low.local(f"$next{head}"))


def _called(low: Lowering, c: e.Comprehension, iterator: Operand, target: str | None) -> Operand:
    is_generator = c.kind == "generator"
    name = "<genexpr>" if is_generator else _BUILT[c.kind]
    function = s.Function(
        name=name,
        qualname=c.qualname,
        span=c.span,
        parameters=(e.Parameter(".0", "normal", None, None),),
        body=(),
        scope=c.scope,
        is_async=any(clause.is_async for clause in c.clauses),
        is_generator=is_generator,
    )

    def body(inner: Lowering) -> None:
        if is_generator:
            _clauses(inner, c, 0, inner.local(".0"), lambda low: _yield(low, c))
        else:
            inner.finish(Return(c.span, _built(inner, c, inner.local(".0"))))

    lower_function(low.unit, function, visible(low, c.scope), body)
    made = low.fresh()
    low.emit(MakeFunction(c.span, made, c.qualname, ()))
    target = target or low.fresh()
    low.emit(Call(c.span, target, low.local(made), (Item("positional", iterator),), name))
    return low.local(target)


def _yield(low: Lowering, c: e.Comprehension) -> None:
    low.emit(Suspend(c.element.span, low.fresh(), "yield", low.value(c.element)))


def visible(low: Lowering, scope: e.Scope) -> Mapping[str, str]:
    """What a function nested here sees as free: each name with the variable it stands for."""
    own = {name: name for name in low.owned}
    found = {**low.outer, **own, **low.renames}
    hidden = scope.locals | (low.scope.globals - low.renames.keys())
    return {name: place for name, place in found.items() if name not in hidden}


def make_lambda(low: Lowering, x: e.Lambda, target: str | None) -> Operand:
    """A lambda: a function whose body is one ``return``."""
    names = [parameter.name for parameter in x.parameters if parameter.default is not None]
    values = low.many([p.default for p in x.parameters if p.default is not None])
    function = s.Function(
        name="<lambda>",
        qualname=x.qualname,
        span=x.span,
        parameters=x.parameters,
        body=(s.Leave(x.body.span, "return", x.body),),
        scope=x.scope,
        is_generator=x.is_generator,
    )
    lower_function(low.unit, function, visible(low, x.scope))
    target = target or low.fresh()
    low.emit(MakeFunction(x.span, target, x.qualname, tuple(zip(names, values, strict=True))))
    return low.local(target)


FORMS: dict[type, ValueForm] = {e.Comprehension: _comprehension, e.Lambda: make_lambda}
