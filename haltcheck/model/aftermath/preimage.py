"""Whether the data can say numbers of which those that are wished for are made.

A walk may wish that ``(size + 3) & ~3`` is 0; the data says ``size`` alone. Numbers are looked for
among small ones, those that the code names, and the ends of what fields hold; each is put in, and
what is wished for and every fact about numbers of the data is calculated anew.
"""

from __future__ import annotations

import ast
import operator as o
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from haltcheck.frontend.expression import Literal
from haltcheck.model.aftermath.layout import ANY_NUMBER, Cell
from haltcheck.model.aftermath.linear import is_said

_OPERATORS: Mapping[type, Callable[[Any, Any], Any]] = {
    ast.Add: o.add,
    ast.Sub: o.sub,
    ast.Mult: o.mul,
    ast.FloorDiv: o.floordiv,
    ast.Mod: o.mod,
    ast.BitAnd: o.and_,
    ast.BitOr: o.or_,
    ast.BitXor: o.xor,
    ast.LShift: o.lshift,
    ast.RShift: o.rshift,
}
_COMPARES: Mapping[type, Callable[[Any, Any], bool]] = {
    ast.Lt: o.lt,
    ast.LtE: o.le,
    ast.Gt: o.gt,
    ast.GtE: o.ge,
    ast.Eq: o.eq,
    ast.NotEq: o.ne,
}
_WIDEST = 64
"""No number is shifted further."""

_MOST = 40_000
_SMALL = range(-16, 1_025)
_FEW = frozenset((*range(-9, 18), 24, 31, 32, 63, 64, 127, 128, 255, 256, 65_535))


def attainable(
    wished: Iterable[tuple[str, Literal]],
    supposed: Mapping[str, bool],
    cells: Mapping[str, Cell],
) -> bool:
    """Whether some numbers in the data give all that is wished for, and meet the facts."""
    supposed = {_plain(fact): answer for fact, answer in supposed.items()}
    cells = {_plain(name): cell for name, cell in cells.items()}
    told = [(_plain(name), value) for name, value in wished if is_said(name)]
    numbers = {name: value for name, value in told if type(value) is int}
    made = {name: tree for name in numbers if (tree := _inside(name)) is not None}
    if not made:
        return _each_may_be(supposed, cells)
    known = [_Formula(name, tree) for name, tree in made.items()]
    facts = [
        (_Formula(fact, tree), answer)
        for fact, answer in supposed.items()
        if "said(" in fact and (tree := _parsed(fact)) is not None
    ]
    atoms = sorted({atom for one in known for atom in one.atoms()})
    named = {number for one in (*known, *(fact for fact, _ in facts)) for number in one.constants()}
    named |= set(numbers.values())
    near = {number + more for number in named for more in (-1, 0, 1)}
    domains = [
        [numbers[atom]]
        if atom in numbers
        else _domain(cells.get(atom, ANY_NUMBER), near, alone=len(atoms) == 1)
        for atom in atoms
    ]
    count = 1
    for domain in domains:
        count *= len(domain)
    if count > _MOST:
        return False
    return any(
        all(one.value(given) == numbers[one.text] for one in known)
        and all(_agrees(fact.value(given), answer) for fact, answer in facts)
        for given in _assignments(atoms, domains)
    )


def _plain(text: str) -> str:
    """The text with names of modules as plain names, so that it can be read."""
    return text.replace("::", "__")


def _each_may_be(supposed: Mapping[str, bool], cells: Mapping[str, Cell]) -> bool:
    """Whether each number of a small range may be all that is supposed of it alone."""
    told: dict[str, list[tuple[_Formula, bool]]] = {}
    for fact, answer in supposed.items():
        tree = _parsed(fact) if "said(" in fact else None
        formula = None if tree is None else _Formula(fact, tree)
        atoms = formula.named() if formula is not None else set()
        if formula is not None and len(atoms) == 1:
            told.setdefault(atoms.pop(), []).append((formula, answer))
    for atom, facts in told.items():
        cell = cells.get(atom, ANY_NUMBER)
        if cell.low is None or cell.high is None or cell.high - cell.low > len(_SMALL):
            continue
        numbers = range(cell.low, cell.high + 1)
        if not any(
            all(_agrees(fact.value({atom: number}), answer) for fact, answer in facts)
            for number in numbers
        ):
            return False
    return True


def _assignments(atoms: list[str], domains: list[list[int]]) -> Iterator[dict[str, int]]:
    for values in product(*domains):
        yield dict(zip(atoms, values, strict=True))


def _domain(cell: Cell, near: set[int], *, alone: bool) -> list[int]:
    return sorted(one for one in {*(_SMALL if alone else _FEW), *near} if cell.holds(one))


def _agrees(value: int | bool | None, answer: bool) -> bool:
    return value is None or bool(value) is answer


def _inside(name: str) -> ast.expr | None:
    """What the number is made of by a calculation; None where the data says it as it is."""
    tree = _parsed(name)
    if not isinstance(tree, ast.Call) or len(tree.args) != 1:
        return None
    return tree if isinstance(tree.args[0], ast.BinOp | ast.UnaryOp) else None


def _parsed(text: str) -> ast.expr | None:
    try:
        return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


class _Formula:
    """A text and its tree; what it comes to once the numbers in the data are known."""

    def __init__(self, text: str, tree: ast.expr) -> None:
        self.text = text
        self.tree = tree

    def atoms(self) -> set[str]:
        """The names of the numbers that the data says as they are."""
        found: set[str] = set()
        self._collect(self.tree, found)
        return found

    def named(self) -> set[str]:
        """The same wherever they stand, in comparisons too."""
        match self.tree:
            case ast.Compare(left=left, comparators=[right]):
                found: set[str] = set()
                self._collect(left, found)
                self._collect(right, found)
                return found
            case _:
                return self.atoms()

    def constants(self) -> set[int]:
        """The numbers that stand in it."""
        values = (one.value for one in ast.walk(self.tree) if isinstance(one, ast.Constant))
        return {value for value in values if type(value) is int and abs(value) < 1 << _WIDEST}

    def value(self, given: Mapping[str, int]) -> int | bool | None:
        """What it comes to; None where it speaks of anything else, or cannot be calculated."""
        try:
            return self._value(self.tree, given)
        except (ArithmeticError, ValueError, TypeError):
            return None

    def _collect(self, tree: ast.expr, found: set[str]) -> None:
        match tree:
            case ast.Call(func=ast.Name(id="said"), args=[inner]):
                if isinstance(inner, ast.BinOp | ast.UnaryOp):
                    self._collect(inner, found)
                else:
                    found.add(self._text(tree))
            case ast.BinOp(left=left, right=right):
                self._collect(left, found)
                self._collect(right, found)
            case ast.UnaryOp(operand=operand):
                self._collect(operand, found)
            case _:
                pass

    def _text(self, tree: ast.expr) -> str:
        return ast.get_source_segment(self.text, tree) or ""

    def _value(self, tree: ast.expr, given: Mapping[str, int]) -> int | bool | None:
        match tree:
            case ast.Constant(value=int() as number):
                return number
            case ast.Call(func=ast.Name(id="said"), args=[inner]):
                whole = self._text(tree)
                return given[whole] if whole in given else self._value(inner, given)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                value = self._value(operand, given)
                return None if value is None else -value
            case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATORS:
                return self._operated(left, sign, right, given)
            case ast.Compare(left=left, ops=[sign], comparators=[right]) if type(sign) in _COMPARES:
                first, second = self._value(left, given), self._value(right, given)
                if first is None or second is None:
                    return None
                return _COMPARES[type(sign)](first, second)
            case _:
                return None

    def _operated(
        self, left: ast.expr, sign: ast.operator, right: ast.expr, given: Mapping[str, int]
    ) -> int | None:
        first, second = self._value(left, given), self._value(right, given)
        if first is None or second is None:
            return None
        if isinstance(sign, ast.LShift | ast.RShift) and second > _WIDEST:
            return None
        return int(_OPERATORS[type(sign)](first, second))
