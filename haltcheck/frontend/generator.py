"""The function that a generator expression stands for."""

from haltcheck.frontend.expression import Comprehension, Name, Parameter, Yield
from haltcheck.frontend.statement import Branch, Evaluate, For, Function, Statement


def as_function(found: Comprehension, owner: str | None) -> Function:
    """The generator that a generator expression stands for; ``.0`` is its first iterable."""
    body: tuple[Statement, ...] = (
        Evaluate(found.element.span, Yield(found.element.span, found.element)),
    )
    for number, clause in reversed(list(enumerate(found.clauses))):
        for test in reversed(clause.tests):
            body = (Branch(test.span, test, body, ()),)
        iterable = clause.iterable if number else Name(clause.iterable.span, ".0")
        body = (For(clause.span, clause.target, iterable, body, (), clause.is_async),)
    return Function(
        name="<genexpr>",
        qualname=found.qualname,
        span=found.span,
        parameters=(Parameter(".0", "positional only", None, None),),
        body=body,
        scope=found.scope,
        is_async=any(clause.is_async for clause in found.clauses),
        is_generator=True,
        in_class=owner,
    )
