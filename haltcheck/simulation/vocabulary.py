"""What a function, what it calls and its module speak of: numbers, texts, bytes, patterns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from haltcheck.model.aftermath.stream import READS
from haltcheck.model.instruction import (
    Build,
    Call,
    CallMethod,
    Const,
    GetAttribute,
    Item,
    LoadGlobal,
    Operand,
    Operate,
)
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Program, code_of
from haltcheck.simulation.sample import odd_characters, samples

_MATCHING = frozenset(
    [
        "re.compile",
        "re.match",
        "re.search",
        "re.fullmatch",
        "re.finditer",
        "re.findall",
        "re.split",
        "re.sub",
    ]
)
_FUNCTIONS = 12
_LONG = 40


@dataclass(slots=True)
class Words:
    """Constants in the order in which they are met; ``matched`` texts come from patterns.

    ``compared`` are the kinds of text that code which reads compares, searches and joins.
    """

    ints: dict[int, None] = field(default_factory=dict)
    texts: dict[str, None] = field(default_factory=dict)
    blobs: dict[bytes, None] = field(default_factory=dict)
    matched: dict[str, None] = field(default_factory=dict)
    characters: dict[str, None] = field(default_factory=dict)
    compared: set[type] = field(default_factory=set)

    def note(self, value: object) -> None:
        """Takes in a constant."""
        if type(value) is int and abs(value) < 1 << 64:
            self.ints.setdefault(value)
        elif type(value) is str and len(value) <= _LONG:
            self.texts.setdefault(value)
        elif type(value) is bytes and len(value) <= _LONG:
            self.blobs.setdefault(value)

    def note_pattern(self, pattern: str | bytes) -> None:
        """Takes in a regular expression."""
        self.matched.update(dict.fromkeys(samples(pattern)))
        self.characters.update(dict.fromkeys(odd_characters(pattern)))


def vocabulary(program: Program, function: Function) -> Words:
    """What the function and what it calls speak of, the nearest first."""
    words = Words()
    for one in reached(program, function):
        _read(program, one, words)
    return words


def reached(program: Program, function: Function) -> list[Function]:
    """The function and those of the file that it names, the nearest first."""
    found = {function.qualname: function}
    maker = function_of(program, f"{function.in_class}.__init__") if function.in_class else None
    if maker is not None:
        found[maker.qualname] = maker
    todo = [*found.values()]
    while todo and len(found) < _FUNCTIONS:
        for name in _named(program, todo.pop(0)):
            other = function_of(program, name) if name not in found else None
            if other is not None and len(found) < _FUNCTIONS:
                found[name] = other
                todo.append(other)
    return list(found.values())


def _named(program: Program, function: Function) -> Iterator[str]:
    contents, owner = program.contents, function.in_class
    for block in function.blocks:
        for instruction in block.instructions:
            if isinstance(instruction, LoadGlobal):
                if instruction.name in contents.classes:
                    yield f"{instruction.name}.__init__"
                elif instruction.name in contents.functions:
                    yield instruction.name
            elif isinstance(instruction, CallMethod | GetAttribute):
                name = f"{owner}.{instruction.name}"
                if name in contents.functions:
                    yield name


def _read(program: Program, function: Function, words: Words) -> None:
    for block in function.blocks:
        for instruction in block.instructions:
            if isinstance(instruction, LoadGlobal):
                _read_global(program, instruction.name, words)
            else:
                _read_constants(instruction, words)
    words.compared.update(_find_compared(function))
    for parameter in function.parameters:
        words.note(getattr(parameter.default, "value", None))


_COMPARES = frozenset({"==", "!=", "in", "not in", "+", "+="})


def _find_compared(function: Function) -> Iterator[type]:
    """The kinds of text that a function which reads compares, searches for or adds."""
    code = list(code_of(function))
    if not any(isinstance(one, CallMethod) and one.name in READS for one in code):
        return
    for one in code:
        handed: Iterator[Operand] | tuple[Operand, ...] = ()
        if isinstance(one, Operate) and one.operator in _COMPARES:
            handed = one.operands
        elif isinstance(one, Build) or (isinstance(one, CallMethod) and hasattr(bytes, one.name)):
            handed = operands(one)
        for operand in handed:
            if isinstance(operand, Const) and isinstance(operand.value, str | bytes):
                yield type(operand.value)


def _read_constants(instruction: object, words: Words) -> None:
    pattern = _pattern(instruction)
    if pattern is not None:
        words.note_pattern(pattern)
        return
    for operand in operands(instruction):
        if isinstance(operand, Const):
            words.note(operand.value)


def _pattern(instruction: object) -> str | bytes | None:
    """The expression that an instruction compiles or matches with."""
    if not isinstance(instruction, Call | CallMethod) or instruction.text not in _MATCHING:
        return None
    first = instruction.items[0].value if instruction.items else None
    value = first.value if isinstance(first, Const) else None
    return value if isinstance(value, str | bytes) else None


def _read_global(program: Program, name: str, words: Words) -> None:
    contents = program.contents
    if name in program.constants:
        words.note(program.constants[name])
    elif name in program.patterns:
        words.note_pattern(program.patterns[name])
    elif name in contents.global_writes and name not in contents.imports:
        if name in contents.functions or name in contents.classes:
            return
        for bound in program.later.binding(name):
            for block in bound.function.blocks:
                for instruction in block.instructions:
                    _read_constants(instruction, words)


def operands(instruction: object) -> Iterator[Operand]:
    """All operands of an instruction, those of the items of calls and displays included."""
    for name in getattr(instruction, "__slots__", ()):
        value = getattr(instruction, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Item):
                yield part.value
                if part.key is not None:
                    yield part.key
            elif isinstance(part, Operand):
                yield part
