"""A system in KoAT's format of integer transition systems (``.koat``).

Guards are conjunctions of polynomial comparisons; variables that only the guard and the right side
have are free. Comments begin with ``#``.
"""

from __future__ import annotations

from corpora.exporters.heading import heading
from corpora.exporters.lowered import Lowered, Rule, lower
from haltcheck.model.system import System
from haltcheck.model.term import Add, Compare, Formula, Integer, Multiply, Term, Variable

_SIGNS = {"==": "=", "<": "<", "<=": "<="}


def koat(system: System, title: str) -> str:
    """The whole file. Raises RefusedError."""
    lowered = lower(system, splits=True)
    told = heading(title, system, lowered.names, lowered.located)
    free = dict.fromkeys(name for rule in lowered.rules for name in rule.free)
    lines = [
        *(f"# {line}" for line in told),
        "(GOAL COMPLEXITY)",
        "(STARTTERM (FUNCTIONSYMBOLS start))",
        f"(VAR {' '.join((*lowered.variables, *free))})",
        "(RULES",
        *(f"  {_rule(rule, lowered)}" for rule in lowered.rules),
        ")",
    ]
    return "\n".join(lines) + "\n"


def _rule(rule: Rule, lowered: Lowered) -> str:
    before = f"{rule.source}({','.join(lowered.variables)})"
    after = f"{rule.target}({','.join(map(polynomial, rule.update))})"
    guard = " && ".join(map(_atom, rule.guard))
    return f"{before} -> {after}" + (f" :|: {guard}" if guard else "")


def _atom(formula: Formula) -> str:
    assert isinstance(formula, Compare), formula
    left, right = polynomial(formula.left), polynomial(formula.right)
    return f"{left} {_SIGNS[formula.operator]} {right}"


def polynomial(term: Term) -> str:
    """A polynomial with ``+``, ``-`` and ``*``."""
    match term:
        case Integer(value=value):
            return str(value)
        case Variable(name=name):
            return name
        case Add(terms=terms):
            first, *rest = map(polynomial, terms)
            return first + "".join(
                f" - {part[1:]}" if part.startswith("-") else f" + {part}" for part in rest
            )
        case Multiply(factors=(Integer(value=-1), *factors)):
            return "-" + "*".join(map(_factor, factors))
        case Multiply(factors=factors):
            return "*".join(map(_factor, factors))
    raise AssertionError(term)


def _factor(term: Term) -> str:
    text = polynomial(term)
    return f"({text})" if isinstance(term, Add) else text
