"""Objects of ``pathlib`` at the root, whose parent is the root again.

What such an object is asked is answered as pathlib does it; what is below the root may or may not
be there. Document: pathlib, "PurePath.parent": you cannot go past an anchor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from haltcheck.frontend.expression import Literal
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event, RaisedError
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import (
    UNSURE,
    Known,
    Listed,
    Symbol,
    Value,
    derived,
)
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Loop
from haltcheck.model.slice import reads

TOPS = ("::pathlib.Path('/')", "::pathlib.Path('.')")
"""The paths that are their own parents, by the texts that make them: one is absolute, one is not.
"""

_TOPS = {text: Symbol(text, filled=True) for text in TOPS}
_TEXTS = dict(zip(TOPS, "/.", strict=True))
_PATH = re.compile(r"\b(?:Pure)?(?:Posix|Windows)?Path\b")
_TELLING = frozenset({"exists", "glob", "is_dir", "is_file", "iterdir", "joinpath", "read_text"})
"""Methods that paths have, and hardly anything else."""

_BELOW_ANOTHER = frozenset({"relative_to", "is_relative_to"})
_REFUSED = frozenset({"mkdir", "rename", "replace", "rmdir", "touch", "unlink", "write_text"})
"""What nobody does to the root."""

_SAME = frozenset({"absolute", "expanduser", "resolve"})
_ASKS = frozenset({"exists", "is_dir", "is_file", "is_symlink"})
_NOTHING = Known("")
_OF_TOP: dict[str, tuple[Value, Value]] = {
    "anchor": (Known("/"), _NOTHING),
    "drive": (_NOTHING, _NOTHING),
    "name": (_NOTHING, _NOTHING),
    "parents": (Listed("tuple", ()), Listed("tuple", ())),
    "parts": (Listed("tuple", (Known("/"),)), Listed("tuple", ())),
    "root": (Known("/"), _NOTHING),
    "stem": (_NOTHING, _NOTHING),
    "suffix": (_NOTHING, _NOTHING),
}
"""Attributes of either of them."""

_BELOW = re.compile(r"::pathlib\.Path\('[/.]'\)(?: / .+|\.joinpath\(.+\))")


def parents(resolver: Resolver, function: Function, loop: Loop) -> Iterator[tuple[str, Literal]]:
    """The paths that a round exchanges for their parents, each with the text of the root."""
    code = [one for number in sorted(loop.blocks) for one in function.blocks[number].instructions]
    bindings = resolver.bindings(function)
    asked = {
        bindings.root(_bare(resolver, function, one.object)): one.target
        for one in code
        if isinstance(one, i.GetAttribute) and one.name == "parent"
    }
    for name, parent in asked.items():
        handed = loop.kind == "recursion" and any(one.name == name for one in function.parameters)
        moves = any(isinstance(one, i.Copy | i.GetAttribute) and name in bound(one) for one in code)
        if (
            (moves or handed)
            and parent
            and _is_path(resolver, function, loop, name)
            and not _is_below(resolver, function, loop, name)
        ):
            yield name, TOPS[0]
            if not any(_is_absolute(one) for one in _makers(function, loop, name)):
                yield name, TOPS[1]


def _is_below(resolver: Resolver, function: Function, loop: Loop, name: str) -> bool:
    """Whether code in front of the loop asks whether the path is below another one.

    The walk upwards comes by that one, unless the loop looks for something else.
    """
    bindings = resolver.bindings(function)
    return any(
        isinstance(one, i.CallMethod)
        and one.name in _BELOW_ANOTHER
        and name in (bindings.root(one.object), *bound(one))
        for block in function.blocks
        if block.id not in loop.blocks
        for one in block.instructions
    )


def relative(values: Iterable[tuple[str, Literal]]) -> str:
    """What the caller must do where the path is its own parent because it is not absolute."""
    return " and ".join(f"{name} is a relative path" for name, value in values if value == TOPS[1])


def _makers(function: Function, loop: Loop, name: str) -> Iterator[i.Instruction]:
    """What makes the local outside of the loop, and all that this is made of."""
    code = [
        one
        for block in function.blocks
        if block.id not in loop.blocks
        for one in block.instructions
    ]
    names, size = {name}, 0
    while len(names) > size:
        size = len(names)
        names |= {x for one in code if names.intersection(bound(one)) for x in reads(one)}
    yield from (one for one in code if names.intersection(bound(one)))


def _is_absolute(one: i.Instruction) -> bool:
    """Whether it makes an absolute path, or asks for where the code stands."""
    named = one.name if isinstance(one, i.CallMethod | i.LoadGlobal) else ""
    return named in ("absolute", "cwd", "home", "resolve", "__file__")


def _bare(resolver: Resolver, function: Function, operand: i.Operand) -> i.Operand:
    """``path`` for ``Path(path)``."""
    match resolver.bindings(function).origin(operand):
        case i.Call(text=text, items=(only,)) if _makes_path(text):
            return only.value
        case _:
            return operand


def _is_path(resolver: Resolver, function: Function, loop: Loop, name: str) -> bool:
    """Whether a local is used, made or annotated as a path."""
    made = list(_makers(function, loop, name))
    if any(_makes_path(one.text) for one in made if isinstance(one, i.Call | i.CallMethod)):
        return True
    names = {name, *(x for one in made for x in reads(one))}
    if any(one.name in names and _PATH.search(one.annotation or "") for one in function.parameters):
        return True
    bindings = resolver.bindings(function)
    for block in function.blocks:
        for one in block.instructions:
            match one:
                case i.CallMethod(object=whole, name=method) if method in _TELLING:
                    told = bindings.root(whole) == name
                case i.Operate(operator="/", operands=(left, i.Const(value=str()))):
                    told = bindings.root(left) == name
                case i.CallMethod(text=text, items=items) if text.startswith("os.path."):
                    told = any(bindings.root(item.value) == name for item in items)
                case _:
                    told = False
            if told:
                return True
    return False


def _makes_path(text: str) -> bool:
    return any(_PATH.fullmatch(part) for part in re.split(r"[.()\s]", text))


def value_at_top(value: Literal) -> Value:
    """The path for its text; any other constant as it is."""
    found = _TOPS.get(value) if isinstance(value, str) else None
    return Known(value) if found is None else found


def of_path(context: Context, state: State, base: Symbol, name: str) -> Value | None:
    """An attribute of a path that is its own parent; None for any other object."""
    if base.text not in _TOPS:
        return None
    if name == "parent" and context.event is Event.ROOT:
        state.met = True
        return _TOPS[base.text]
    return _OF_TOP.get(name, (UNSURE, UNSURE))[TOPS.index(base.text)]


def path_method(receiver: Symbol, name: str, values: list[Value]) -> Value | None:
    """A method of such a path, or of what is below it; None for any other object."""
    below = receiver.text[1:-1] if receiver.text[:1] == "(" else receiver.text
    if _BELOW.fullmatch(below) and name in _ASKS and not values:
        return derived("({})." + name + "()", Symbol(below))
    if receiver.text not in _TOPS:
        return None
    if name in _REFUSED:
        raise RaisedError("OSError")
    if name == "joinpath":
        return derived("{}.joinpath(" + ", ".join(["{}"] * len(values)) + ")", receiver, *values)
    if values:
        return UNSURE
    absolute = receiver.text == TOPS[0]
    if name in _SAME:
        return receiver if absolute or name == "expanduser" else UNSURE
    if name in _ASKS:
        return Known(name in ("exists", "is_dir"))
    if name in ("is_absolute", "is_mount"):
        return Known(absolute) if absolute or name == "is_absolute" else UNSURE
    return Known(_TEXTS[receiver.text]) if name in ("as_posix", "__fspath__") else UNSURE


def made_path(name: str, values: list[Value]) -> Value | None:
    """What ``Path(...)`` makes of such a path, or of its text; None for any other call."""
    if name.rpartition(".")[2] != "Path" or len(values) != 1:
        return None
    for text, path in _TOPS.items():
        if values[0] in (path, Known(_TEXTS[text])):
            return path
    return _TOPS[TOPS[1]] if values[0] == _NOTHING else None


def same_path(left: Value, right: Value) -> Value | None:
    """Whether two such paths are the same; None where either is anything else."""
    if not (isinstance(left, Symbol) and isinstance(right, Symbol)):
        return None
    tops = left.text in _TOPS and right.text in _TOPS
    return Known(left.text == right.text) if tops else None
