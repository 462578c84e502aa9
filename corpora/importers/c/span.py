"""Between which bounds values lie, told without following the flow."""

from __future__ import annotations

from corpora.importers.c.fold import constant
from corpora.importers.c.kind import BOOL, Kind, Span
from corpora.importers.c.tree import (
    Assign,
    Binary,
    Call,
    Choice,
    Comma,
    Convert,
    Declare,
    Expression,
    Function,
    Logic,
    Program,
    Read,
    Return,
    Unary,
    Variable,
    all_nodes,
    statements,
)

_COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
_TRUTH = (0, 1)
_LOWS = (0, -1, -128, -(2**15), -(2**31), -(2**63))
_HIGHS = (0, 1, 127, 255, 2**15 - 1, 2**16 - 1, 2**31 - 1, 2**32 - 1, 2**63 - 1, 2**64 - 1)


class Spans:
    """Bounds of expressions, as far as types and constants tell them.

    Signed overflow is undefined, so that a sum stays within its type. What variables and functions
    may be is found by intervals, widened to the bounds of types (Cousot and Cousot, POPL 1977),
    whatever the order in which assignments run.
    """

    def __init__(self, program: Program) -> None:
        sources: list[tuple[Variable | Function, Expression | None]] = [
            (one.variable, one.value) for one in program.globals
        ]
        for function in program.functions:
            sources += _sources(function)
        sources += [(one, None) for one in program.main.parameters]
        sources = [one for one in sources if isinstance(one[0].kind, Kind)]
        self._known: dict[Variable | Function, Span] = {one: (0, 0) for one, _ in sources}
        changed = True
        while changed:
            changed = False
            for one, value in sources:
                assert isinstance(one.kind, Kind)
                found = self.of(value) if value is not None else one.kind.span
                wide = _widened(self._known[one], found, one.kind)
                if wide != self._known[one]:
                    self._known[one] = wide
                    changed = True

    def of(self, node: Expression) -> Span:
        """The bounds of an integer expression."""
        kind = node.kind
        assert isinstance(kind, Kind)
        low, high = kind.span
        found = self._of(node, kind)
        return max(low, min(found[0], high)), min(high, max(found[1], low))

    def _of(self, node: Expression, kind: Kind) -> Span:
        value = constant(node)
        if value is not None:
            return value, value
        match node:
            case Read(variable=variable):
                return self._known.get(variable, kind.span)
            case Call(function=function):
                return self._known.get(function, kind.span)
            case Convert(operand=operand):
                return _TRUTH if kind == BOOL else self.of(operand)
            case Logic() | Unary(operator="!"):
                return _TRUTH
            case Unary(operator=operator, operand=operand):
                low, high = self.of(operand)
                if operator == "abs":
                    return 0, max(-low, high)
                return (-high, -low) if operator == "-" else (-high - 1, -low - 1)
            case Choice(then=then, other=other):
                first, second = self.of(then), self.of(other)
                return min(first[0], second[0]), max(first[1], second[1])
            case Comma(second=second):
                return self.of(second)
            case Assign(target=Read(variable=variable)):
                return self._known.get(variable, kind.span)
            case Binary(operator=operator, left=left, right=right):
                if operator in _COMPARISONS:
                    return _TRUTH
                return arithmetic(operator, self.of(left), self.of(right), kind)
            case _:
                return kind.span


def _widened(known: Span, found: Span, kind: Kind) -> Span:
    """Bounds that hold for both, out of few, so that they do not move on for ever."""
    low, high = min(known[0], found[0]), max(known[1], found[1])
    lowest, highest = kind.span
    return (
        max(next((one for one in _LOWS if one <= low), lowest), lowest),
        min(next((one for one in _HIGHS if one >= high), highest), highest),
    )


def _sources(function: Function) -> list[tuple[Variable | Function, Expression | None]]:
    """What gets which values in a function; None is any value."""
    found: list[tuple[Variable | Function, Expression | None]] = []
    for statement in statements(function.body):
        match statement:
            case Declare(variable=variable, value=value) if isinstance(variable.kind, Kind):
                if value is not None or variable.fresh:
                    found.append((variable, value))
            case Return(value=value) if value is not None:
                found.append((function, value))
    for node in all_nodes(function.body):
        match node:
            case Assign(target=Read(variable=variable)):
                found.append((variable, assigned(node)))
            case Call(function=callee, arguments=arguments):
                pairs = zip(callee.parameters, arguments, strict=True)
                found += [pair for pair in pairs if isinstance(pair[0].kind, Kind)]
    return found


def assigned(node: Assign) -> Expression:
    """What an assignment writes, before it is converted to the target's type."""
    if not node.operator:
        return node.value
    left: Expression = node.target
    if left.kind != node.inner:
        left = Convert(node.line, node.inner, left)
    return Binary(node.line, node.inner, node.operator, left, node.value)


def arithmetic(operator: str, left: Span, right: Span, kind: Kind) -> Span:
    """The bounds of a result; those of the type where nothing better is known."""
    positive = left[0] >= 0 and right[0] >= 0
    match operator:
        case "+":
            return left[0] + right[0], left[1] + right[1]
        case "-":
            return left[0] - right[1], left[1] - right[0]
        case "*":
            corners = [a * b for a in left for b in right]
            return min(corners), max(corners)
        case "/" if positive:
            return 0, left[1]
        case "%":
            most = max(abs(right[0]), abs(right[1])) - 1
            return (0 if left[0] >= 0 else -most), most
        case "&" if left[0] >= 0 or right[0] >= 0:
            return 0, min(one[1] for one in (left, right) if one[0] >= 0)
        case "|" | "^" if positive:
            return 0, 2 ** max(left[1].bit_length(), right[1].bit_length()) - 1
        case ">>" if left[0] >= 0:
            return 0, left[1]
        case "<<" if positive and right[1] < 64:
            return left[0], left[1] << right[1]
        case "<<" if left[0] >= 0:
            return 0, kind.span[1]
        case _:
            return kind.span
