"""Integer and boolean terms: exact, unbounded, with Python's floor division and modulo.

Smart constructors fold constants, so that equal small terms look equal. Truth values are terms
of their own (``Truth``); an integer used as a condition is compared with 0 first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache, partial
from typing import Any, TypeVar
from weakref import ref

_T = TypeVar("_T")
_INTERNED: dict[tuple[object, ...], ref[Any]] = {}
"""Every living term. A WeakValueDictionary does the same with three Python calls per look-up."""


class _Interning(type):
    """Makes equal terms the same object, so that equality and hashing cost one comparison."""

    def __call__(cls: type[_T], *values: Any, **named: Any) -> _T:
        if named:
            values += tuple(named[name] for name in cls.__slots__[len(values) :])  # type: ignore[attr-defined]
        key = (cls, *values)
        held = _INTERNED.get(key)
        found = None if held is None else held()
        if found is None:
            found = type.__call__(cls, *values)
            _INTERNED[key] = ref(found, partial(_INTERNED.pop, key))
        return found  # type: ignore[no-any-return]


class _Node(metaclass=_Interning):
    """What all terms share: they are interned, also when they come out of a pickle."""

    __slots__ = ()

    def __repr__(self) -> str:
        names: tuple[str, ...] = type(self).__match_args__  # type: ignore[attr-defined]
        told = [f"{name}={getattr(self, name)!r}" for name in names]
        return f"{type(self).__qualname__}({', '.join(told)})"

    def __reduce__(self) -> tuple[type[_Node], tuple[Any, ...]]:
        return type(self), tuple(getattr(self, field.name) for field in fields(self))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class Integer(_Node):
    value: int


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class Variable(_Node):
    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class Add(_Node):
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class Multiply(_Node):
    factors: tuple[Term, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class FloorDivide(_Node):
    """Python's ``//``: rounds towards minus infinity; the divisor is not 0 where it is used."""

    left: Term
    right: Term


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class Modulo(_Node):
    """Python's ``%``: the sign of the divisor; the divisor is not 0 where it is used."""

    left: Term
    right: Term


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class Choose(_Node):
    """``then if test else orelse``."""

    test: Formula
    then: Term
    orelse: Term


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class Truth(_Node):
    value: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class Compare(_Node):
    """``operator`` is ``<``, ``<=``, ``==`` or ``!=``."""

    operator: str
    left: Term
    right: Term


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class And(_Node):
    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class Or(_Node):
    parts: tuple[Formula, ...]


Term = Integer | Variable | Add | Multiply | FloorDivide | Modulo | Choose
Formula = Truth | Compare | And | Or

TRUE = Truth(True)
FALSE = Truth(False)
ZERO = Integer(0)
ONE = Integer(1)


def add(*terms: Term) -> Term:
    """Their sum, flattened, constants folded and put last."""
    constant = 0
    rest: list[Term] = []
    for term in terms:
        parts = term.terms if isinstance(term, Add) else (term,)
        for part in parts:
            if isinstance(part, Integer):
                constant += part.value
            else:
                rest.append(part)
    if constant or not rest:
        rest.append(Integer(constant))
    return rest[0] if len(rest) == 1 else Add(tuple(rest))


def multiply(*terms: Term) -> Term:
    """Their product, flattened, constants folded and put first."""
    constant = 1
    rest: list[Term] = []
    for term in terms:
        parts = term.factors if isinstance(term, Multiply) else (term,)
        for part in parts:
            if isinstance(part, Integer):
                constant *= part.value
            else:
                rest.append(part)
    if constant == 0:
        return ZERO
    if constant != 1 or not rest:
        rest.insert(0, Integer(constant))
    return rest[0] if len(rest) == 1 else Multiply(tuple(rest))


def negate(term: Term) -> Term:
    """Its additive inverse."""
    if isinstance(term, Add):
        return add(*(negate(part) for part in term.terms))
    return multiply(Integer(-1), term)


def subtract(left: Term, right: Term) -> Term:
    """``left - right``."""
    return ZERO if left == right else add(left, negate(right))


def floor_divide(left: Term, right: Term) -> Term:
    """``left // right``; the caller guards against a divisor of 0."""
    if isinstance(right, Integer) and right.value:
        if right.value == 1:
            return left
        if isinstance(left, Integer):
            return Integer(left.value // right.value)
    return FloorDivide(left, right)


def modulo(left: Term, right: Term) -> Term:
    """``left % right``; the caller guards against a divisor of 0."""
    if isinstance(right, Integer) and right.value:
        if abs(right.value) == 1:
            return ZERO
        if isinstance(left, Integer):
            return Integer(left.value % right.value)
    return Modulo(left, right)


def choose(test: Formula, then: Term, orelse: Term) -> Term:
    """``then if test else orelse``."""
    if isinstance(test, Truth):
        return then if test.value else orelse
    return then if then == orelse else Choose(test, then, orelse)


def compare(operator: str, left: Term, right: Term) -> Formula:
    """A comparison by any of Python's six operators, written with our four."""
    if operator in (">", ">="):
        return compare("<" if operator == ">" else "<=", right, left)
    if left is right:
        return TRUE if operator in ("<=", "==") else FALSE
    if not (isinstance(left, Integer) and isinstance(right, Integer)):
        return Compare(operator, left, right)
    value = left.value - right.value
    return Truth({"<": value < 0, "<=": value <= 0, "==": False, "!=": True}[operator])


def conjunction(*parts: Formula) -> Formula:
    """All of them hold."""
    kept: dict[Formula, None] = {}
    for part in parts:
        for piece in part.parts if isinstance(part, And) else (part,):
            if piece is FALSE:
                return FALSE
            if piece is not TRUE:
                kept[piece] = None
    return TRUE if not kept else next(iter(kept)) if len(kept) == 1 else And(tuple(kept))


def disjunction(*parts: Formula) -> Formula:
    """One of them holds."""
    kept: dict[Formula, None] = {}
    for part in parts:
        for piece in part.parts if isinstance(part, Or) else (part,):
            if piece is TRUE:
                return TRUE
            if piece is not FALSE:
                kept[piece] = None
    return FALSE if not kept else next(iter(kept)) if len(kept) == 1 else Or(tuple(kept))


_OPPOSITE = {"==": "!=", "!=": "=="}


@lru_cache(maxsize=1 << 14)
def invert(part: Formula) -> Formula:
    """It does not hold; negations are pushed down to the comparisons."""
    match part:
        case Truth(value=value):
            return Truth(not value)
        case Compare(operator="<", left=left, right=right):
            return Compare("<=", right, left)
        case Compare(operator="<=", left=left, right=right):
            return Compare("<", right, left)
        case Compare(operator=operator, left=left, right=right):
            return Compare(_OPPOSITE[operator], left, right)
        case And(parts=parts):
            return disjunction(*(invert(piece) for piece in parts))
        case Or(parts=parts):
            return conjunction(*(invert(piece) for piece in parts))


def children(part: Term | Formula) -> tuple[Term | Formula, ...]:
    """What it is made of, in order; nothing for names, numbers and truth values."""
    match part:
        case Integer() | Variable() | Truth():
            return ()
        case Add(terms=parts) | Multiply(factors=parts) | And(parts=parts) | Or(parts=parts):
            return parts
        case Choose(test=test, then=then, orelse=orelse):
            return test, then, orelse
        case FloorDivide() | Modulo() | Compare():
            return part.left, part.right


@lru_cache(maxsize=1 << 16)
def variables(term: Term | Formula) -> frozenset[str]:
    """The names that it mentions."""
    if type(term) is Variable:
        return frozenset((term.name,))
    return frozenset().union(*map(variables, children(term)))


@lru_cache(maxsize=1 << 16)
def weight(term: Term | Formula) -> int:
    """How many operators, names and numbers it has, written out: shared parts count each time."""
    return 1 + sum(map(weight, children(term)))


def substitute(term: Term, by: Mapping[str, Term]) -> Term:
    """The term with variables replaced, folded again."""
    if variables(term).isdisjoint(by):
        return term
    match term:
        case Integer():
            return term
        case Variable(name=name):
            return by.get(name, term)
        case Add(terms=terms):
            return add(*(substitute(part, by) for part in terms))
        case Multiply(factors=factors):
            return multiply(*(substitute(part, by) for part in factors))
        case FloorDivide(left=left, right=right):
            return floor_divide(substitute(left, by), substitute(right, by))
        case Modulo(left=left, right=right):
            return modulo(substitute(left, by), substitute(right, by))
        case Choose(test=test, then=then, orelse=orelse):
            return choose(apply(test, by), substitute(then, by), substitute(orelse, by))


def apply(formula: Formula, by: Mapping[str, Term]) -> Formula:
    """The formula with variables replaced, folded again."""
    if variables(formula).isdisjoint(by):
        return formula
    match formula:
        case Truth():
            return formula
        case Compare(operator=operator, left=left, right=right):
            return compare(operator, substitute(left, by), substitute(right, by))
        case And(parts=parts):
            return conjunction(*(apply(part, by) for part in parts))
        case Or(parts=parts):
            return disjunction(*(apply(part, by) for part in parts))


def evaluate(term: Term, at: Mapping[str, int]) -> int:
    """Its value; raises KeyError for an unknown name, ZeroDivisionError as Python would."""
    match term:
        case Integer(value=value):
            return value
        case Variable(name=name):
            return at[name]
        case Add(terms=terms):
            return sum(evaluate(part, at) for part in terms)
        case Multiply(factors=factors):
            product = 1
            for part in factors:
                product *= evaluate(part, at)
            return product
        case FloorDivide(left=left, right=right):
            return evaluate(left, at) // evaluate(right, at)
        case Modulo(left=left, right=right):
            return evaluate(left, at) % evaluate(right, at)
        case Choose(test=test, then=then, orelse=orelse):
            return evaluate(then if holds(test, at) else orelse, at)


def holds(formula: Formula, at: Mapping[str, int]) -> bool:
    """Whether it is true; raises as ``evaluate`` does."""
    match formula:
        case Truth(value=value):
            return value
        case Compare(operator=operator, left=left, right=right):
            difference = evaluate(left, at) - evaluate(right, at)
            return {
                "<": difference < 0,
                "<=": difference <= 0,
                "==": difference == 0,
                "!=": difference != 0,
            }[operator]
        case And(parts=parts):
            return all(holds(part, at) for part in parts)
        case Or(parts=parts):
            return any(holds(part, at) for part in parts)


def show(term: Term | Formula) -> str:
    """The term as a Python expression."""
    match term:
        case Integer(value=value) | Truth(value=value):
            return str(value)
        case Variable(name=name):
            return name
        case Add(terms=terms):
            first, *rest = (show(part) for part in terms)
            signed = (f" - {part[1:]}" if part.startswith("-") else f" + {part}" for part in rest)
            return first + "".join(signed)
        case Multiply(factors=(Integer(value=-1), factor)) if not isinstance(factor, Add):
            return f"-{_tight(factor)}"
        case Multiply(factors=factors):
            return " * ".join(_tight(part) for part in factors)
        case FloorDivide(left=left, right=right):
            return f"{_tight(left)} // {_tight(right)}"
        case Modulo(left=left, right=right):
            return f"{_tight(left)} % {_tight(right)}"
        case Choose(test=test, then=then, orelse=orelse):
            return f"({show(then)} if {show(test)} else {show(orelse)})"
        case Compare(operator=operator, left=Integer() as left, right=right) if operator[0] == "<":
            return f"{show(right)} {operator.replace('<', '>')} {show(left)}"
        case Compare(operator=operator, left=left, right=right):
            return f"{show(left)} {operator} {show(right)}"
        case And(parts=parts):
            return " and ".join(
                f"({show(part)})" if isinstance(part, Or) else show(part) for part in parts
            )
        case Or(parts=parts):
            return " or ".join(
                f"({show(part)})" if isinstance(part, And) else show(part) for part in parts
            )


def _tight(term: Term) -> str:
    text = show(term)
    return text if isinstance(term, Variable | Choose) or text.isdigit() else f"({text})"
