"""The search for inputs: constants of the source, their neighbours, small values, containers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from haltcheck.model.domain import fits
from haltcheck.model.instruction import Const
from haltcheck.model.later import function_of
from haltcheck.model.oracle import Oracle
from haltcheck.model.program import Function, Program
from haltcheck.model.step.value import Opaque
from haltcheck.simulation.candidate import mixed
from haltcheck.simulation.guard import models
from haltcheck.simulation.kind import kinds

Inputs = dict[str, object]
_SMALL = (0, 1, -1, 2, 3, 5, -2, 4, 10, -3, 7)
_LARGE = (100, 27, -10, 64, 1000, 97)
_FLOATS = (1.0, 0.0, -1.0, 0.5, 2.5, 1e300, float("inf"), float("nan"), 0.1, 1000.0)
_WORDS = ("a", "", "ab", "1", " ", "abc", "aa", "x1", "a b")


def constants(program: Program, function: Function) -> tuple[list[int], list[str]]:
    """The ints and strings of the function, in order of appearance, then of the module."""
    ints: dict[int, None] = {}
    texts: dict[str, None] = {}

    def note(value: object) -> None:
        if type(value) is int and abs(value) < 1 << 64:
            ints.setdefault(value)
        elif type(value) is str and len(value) <= 20:
            texts.setdefault(value)

    for block in function.blocks:
        for instruction in block.instructions:
            for value in _operands(instruction):
                note(value)
    for literal in list(program.constants.values())[:20]:
        note(literal)
    return list(ints)[:12], list(texts)[:12]


def _operands(instruction: object) -> Iterator[object]:
    for name in getattr(instruction, "__slots__", ()):
        value = getattr(instruction, name)
        for part in value if isinstance(value, tuple) else (value,):
            inner = getattr(part, "value", None) if not isinstance(part, Const) else part
            if isinstance(inner, Const):
                yield inner.value


def pool(kind: str, ints: list[int], texts: list[str]) -> list[object]:
    """Candidate values of one kind, the most telling first."""
    near = [n + d for d in (0, 1, -1) for n in ints] + [-n for n in ints] + [2 * n for n in ints]
    numbers = mixed(_SMALL, near[:24]) + list(_LARGE)
    words = mixed(_WORDS, texts, [t + t for t in texts], [*(f"a{t}" for t in texts)])
    words = mixed(words, [f"{t}a" for t in texts])
    match kind:
        case "int":
            return mixed(numbers)
        case "float":
            return list(_FLOATS)
        case "number":
            # Whoever divides, or compares with a float, takes floats as well.
            return mixed(numbers, _FLOATS)
        case "str":
            return words
        case "bytes":
            return [word.encode() for word in words if isinstance(word, str) and word.isascii()]
        case "bool":
            return [True, False]
        case "list" | "tuple" | "set":
            return [_container(kind, items) for items in _lists(numbers, words)]
        case "object":
            return [Opaque("an argument")]
        case "dict":
            return _dicts(words)
        case _:
            lists = [[], [1], [1, 2, 3]]
            return mixed(numbers[:12], words[:6], lists, [None, {}, {"a": 1}])


def _lists(numbers: list[object], words: list[object]) -> list[list[object]]:
    short: list[list[object]] = [
        [],
        [1],
        [2, 1],
        [1, 2, 3],
        [0, 0],
        [3, 1, 2, 1],
        [-1, 5, 2],
        ["a"],
        ["b", "a"],
    ]
    found: list[list[object]] = [*short, ["a"], ["b", "a"]]
    found += [[number] for number in numbers[:8]] + [[word] for word in words[:4]]
    return [*found, [[1, 2], [2, 1]], list(range(8)), ["a", "b", "a"], [(0, 1), (1, 0)]]


def _container(kind: str, items: list[object]) -> object:
    if kind == "list":
        return items
    if kind == "tuple":
        return tuple(items)
    return {item for item in items if not isinstance(item, list)}


def _dicts(words: list[object]) -> list[object]:
    links: list[object] = [{}, {"a": 1}, {"a": "b"}, {"a": "b", "b": "a"}, {1: 2, 2: 1}]
    graphs: list[object] = [{"a": ["b"], "b": ["a"]}, {0: [1], 1: [0]}, {0: [1], 1: []}]
    keyed: list[object] = [{word: 1} for word in words[:6]]
    return [*links, *graphs, *keyed]


def search(program: Program, qualname: str, most: int, oracle: Oracle | None) -> list[Inputs]:
    """At most so many inputs for the function, a fixed order for a fixed source."""
    function = program.functions[qualname]
    guessed = kinds(function)
    ints, texts = constants(program, function)
    names, pools = [], []
    for name, kind, annotation in _wanted(program, function, guessed):
        names.append(name)
        usual = pool(kind, ints, texts)
        pools.append([value for value in usual if fits(annotation, value)] or usual)
    found: list[Inputs] = []
    if oracle is not None and names:
        found.extend(
            {name: model.get(name, first[0]) for name, first in zip(names, pools, strict=True)}
            for model in models(function, frozenset(names), oracle)
        )
    width = {0: 1, 1: most, 2: 20, 3: 9, 4: 6}.get(len(names), 4)
    for rank in _ranks(tuple(min(width, len(values)) for values in pools[:6]), most):
        full = (*rank, *[sum(rank) % 3] * (len(pools) - len(rank)))
        values = (row[index % len(row)] for row, index in zip(pools, full, strict=True))
        found.append(dict(zip(names, values, strict=True)))
        if len(found) >= most:
            break
    return found[:most]


@lru_cache(maxsize=64)
def _ranks(widths: tuple[int, ...], most: int) -> tuple[tuple[int, ...], ...]:
    """Positions in pools of these sizes, the most telling combinations first."""
    ranks = product(*map(range, widths))
    return tuple(sorted(ranks, key=lambda rank: (sum(rank), max(rank, default=0), rank))[:most])


def _wanted(
    program: Program, function: Function, guessed: dict[str, str]
) -> Iterator[tuple[str, str, str | None]]:
    """Name, kind and annotation of what needs a value; a constructor's as ``self.name``."""
    parameters = list(function.parameters)
    if function.in_class is not None and parameters:
        parameters = parameters[1:]
        maker = function_of(program, f"{function.in_class}.__init__")
        if maker is not None and maker.qualname != function.qualname:
            made = kinds(maker)
            for parameter in maker.parameters[1:]:
                if parameter.kind in ("normal", "keyword only") and parameter.default is None:
                    kind = made[parameter.name]
                    yield f"self.{parameter.name}", kind, parameter.annotation
    for parameter in parameters:
        if parameter.kind not in ("*", "**"):
            yield parameter.name, guessed[parameter.name], parameter.annotation
