"""The symbolic values of locals, attributes and globals on a path."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.frontend.expression import Literal
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.demand import constant_mask
from haltcheck.model.fact import Unlisted
from haltcheck.model.known import function_fact
from haltcheck.model.special import BUILTIN_NAMES
from haltcheck.model.term import ONE, ZERO, Formula, Integer, Term, Truth, choose

_BUILTIN_CODE = BUILTIN_NAMES - {"NotImplemented", "__debug__", "__doc__", "__name__"}


@record
class Number:
    """An integer (or a bool, read as one)."""

    term: Term


@record
class Flag:
    """A bool that is a formula."""

    formula: Formula


@record
class Known:
    """A constant that is no integer: text, bytes, None, a float, a complex number."""

    value: Literal


@record
class Quotient:
    """The float nearest to ``left / right``; it is finite, and the divisor is not 0."""

    left: Term
    right: Term


@record
class Items:
    """A tuple whose members are known."""

    values: tuple[Value, ...]


@record
class Span:
    """A slice object; a part that is absent is ``Known(None)``."""

    lower: Value
    upper: Value
    step: Value


@record
class Range:
    """``range(start, stop, step)``."""

    start: Term
    stop: Term
    step: Term


@record
class Name:
    """A built-in or global thing that is known by its dotted name."""

    dotted: str


@record
class Closure:
    """A function of this file, made on the path or loaded by its name."""

    qualname: str


GONE = "end of the process"
"""The name of what no handler ever sees: ``os._exit`` and its like."""


@record
class Fault:
    """An instance of a built-in exception class."""

    name: str


@record
class Thing:
    """Anything else: an object with an identity and a set of possible kinds.

    Its size (length, or what is left of an iterator or stream) stands in the state. ``key`` is
    the place whose value at the last cut point it is, empty for a later one. ``new`` marks what was
    made on this path, so that nothing of another identity is the same object.
    """

    id: str
    mask: int
    key: str = ""
    new: bool = False


Value = Number | Flag | Known | Quotient | Items | Span | Range | Name | Closure | Fault | Thing


def constant(value: Literal) -> Value:
    """The symbolic value of a literal."""
    if isinstance(value, bool):
        return Flag(Truth(value))
    if isinstance(value, int):
        return Number(Integer(value))
    return Known(value)


def mask_of(value: Value) -> int:
    """The kinds that a value may have."""
    if type(value) is Thing:
        return value.mask
    match value:
        case Number():
            return k.INT
        case Flag():
            return k.BOOL
        case Known(value=literal):
            return constant_mask(literal)
        case Quotient():
            return k.FLOAT
        case Items():
            return k.TUPLE
        case Range():
            return k.RANGE
        case Closure():
            return k.FUNCTION
        case Thing(mask=mask):
            return mask
        case Name(dotted=dotted):
            return k.FUNCTION | k.OBJECT if is_code(dotted) else k.ANY
        case Span() | Fault():
            return k.OBJECT


def is_code(dotted: str) -> bool:
    """Whether a name surely stands for a function or a class; others may hold anything."""
    if dotted.startswith("."):
        return "." not in dotted[1:]
    return dotted in _BUILTIN_CODE or not isinstance(function_fact(dotted), Unlisted)


def as_term(value: Value) -> Term | None:
    """Its value as an integer term, None where it is no integer."""
    if isinstance(value, Number):
        return value.term
    if isinstance(value, Flag):
        return choose(value.formula, ONE, ZERO)
    return None
