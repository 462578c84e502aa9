"""Regular expressions: matched for real, where that cannot take long."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from haltcheck.basis.record import record
from haltcheck.frontend.quiet import quietly
from haltcheck.model.step.arithmetic import attempt
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.iterate import Cursor
from haltcheck.model.step.limit import check_size
from haltcheck.model.step.state import Activation, State
from haltcheck.model.step.value import PUSHED, Error, Native, Partial, Routine, Thing, Value

Named = dict[str, Value]
_PARSER: Any = re._parser  # type: ignore[attr-defined]
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_LENGTHS = (4_000, 4_000, 600, 120, 120)
_LONG, _NESTED, _LONGEST_PATTERN, _MOST_FLAGS = 40, 20, 2_000, 1 << 12


@record
class Weight:
    """How many repetitions may stand side by side, and how deep they nest."""

    beside: int = 0
    nested: int = 0


def _weigh(parts: Any) -> Weight:
    beside = nested = 0
    for operation, argument in parts:
        found = _weigh_one(str(operation), argument)
        beside += found.beside
        nested = max(nested, found.nested)
    return Weight(beside, nested)


def _weigh_one(operation: str, argument: Any) -> Weight:
    if operation == "BRANCH":
        found = [_weigh(part) for part in argument[1]]
        return Weight(max(one.beside for one in found), max(1, *(one.nested for one in found)))
    if operation in _REPEATS:
        _, most, parts = argument
        inner = _weigh(parts)
        if int(most) <= 1:
            return Weight(inner.beside + 1, max(1, inner.nested))
        return Weight(inner.beside + 1, inner.nested + 1)
    if operation == "GROUPREF_EXISTS":
        found = [_weigh(part) for part in argument[1:] if part is not None]
        return Weight(sum(one.beside for one in found), 1 + max(one.nested for one in found))
    parts = [part for part in _iterated(argument) if isinstance(part, _PARSER.SubPattern)]
    found = [_weigh(part) for part in parts]
    return Weight(sum(one.beside for one in found), max((one.nested for one in found), default=0))


def _iterated(argument: Any) -> tuple[Any, ...]:
    if isinstance(argument, _PARSER.SubPattern):
        return (argument,)
    return tuple(argument) if isinstance(argument, tuple | list) else ()


@lru_cache(maxsize=512)
def _longest(pattern: re.Pattern[Any]) -> int:
    """The longest text that it may be matched with."""
    with quietly():
        weight = _weigh(_PARSER.parse(pattern.pattern, pattern.flags))
    if weight.nested > 2:
        return -1
    if weight.nested == 2:
        return _NESTED
    return _LENGTHS[weight.beside] if weight.beside < len(_LENGTHS) else _LONG


def compiled(pattern: Value, flags: Value = 0) -> re.Pattern[Any]:
    """``re.compile``."""
    if type(pattern) is re.Pattern:
        if flags:
            raise ThrownError(Error(ValueError, None))
        return pattern
    if type(pattern) not in (str, bytes) or len(pattern) > _LONGEST_PATTERN:
        raise HoleError("a pattern that is long or no text")
    if not isinstance(flags, int) or not 0 <= int(flags) < _MOST_FLAGS:
        raise HoleError("the flags of a pattern")
    if int(flags) & int(re.DEBUG | re.LOCALE):
        raise HoleError("the flags of a pattern")
    return _compiled(pattern, int(flags))


@lru_cache(maxsize=512)
def _compiled(pattern: str | bytes, flags: int) -> re.Pattern[Any]:
    try:
        with quietly():
            return re.compile(pattern, flags)
    except (re.error, OverflowError, ValueError, RecursionError) as error:
        raise ThrownError(Error(type(error), None)) from None


def _compile(state: State, args: list[Value], named: Named) -> Value:
    flags = args[1] if len(args) > 1 else named.get("flags", 0)
    return compiled(args[0], flags)


_FLAGS_AT = {"match": 2, "search": 2, "fullmatch": 2, "finditer": 2, "findall": 2}
_FLAGS_AT |= {"split": 3, "sub": 4, "subn": 4}


def _function(name: str) -> Any:
    """``re.match(pattern, text, flags)`` and its like."""

    def run(state: State, args: list[Value], named: Named) -> Value:
        named = dict(named)
        flags = named.pop("flags", 0)
        args = list(args)
        if len(args) > _FLAGS_AT[name]:
            flags = args.pop(_FLAGS_AT[name])
        if not args:
            raise HoleError(f"re.{name} with keywords")
        return pattern_method(state, compiled(args[0], flags), name, args[1:], named)

    return run


def _escape(state: State, args: list[Value], named: Named) -> Value:
    if len(args) != 1 or named or type(args[0]) not in (str, bytes):
        raise HoleError("re.escape")
    check_size(2 * len(args[0]))
    return re.escape(args[0])


FUNCTIONS: dict[str, Any] = {
    "re.compile": _compile,
    "re.escape": _escape,
    **{f"re.{name}": _function(name) for name in _FLAGS_AT},
}
VALUES: dict[str, Value] = {
    **{f"re.{flag.name}": flag for flag in re.RegexFlag if flag.name},
    **{f"re.{letter}": getattr(re, letter) for letter in "AIMSXU"},
    "re.error": re.error,
    "re.Pattern": re.Pattern,
    "re.Match": re.Match,
}


def pattern_method(
    state: State, pattern: re.Pattern[Any], name: str, args: list[Value], named: Named
) -> Value:
    """A method of a compiled pattern."""
    if name not in _FLAGS_AT:
        raise HoleError(f"a pattern's {name}")
    replacing = name in ("sub", "subn")
    position = 1 if replacing else 0
    if len(args) <= position or any(isinstance(value, Thing) for value in args[position:]):
        raise HoleError(f"a pattern's {name}")
    text = args[position]
    if type(text) is not type(pattern.pattern):
        if type(text) in (str, bytes, int, float, list, dict, tuple, bool, type(None)):
            raise ThrownError(Error(TypeError, None))
        raise HoleError("matching something else than text")
    if len(text) > _longest(pattern):
        raise HoleError("a match that may take long")
    state.charge(50 + len(text) * 4)
    if replacing:
        return _substitute(state, pattern, name, args, named)
    found = attempt(lambda: getattr(pattern, name)(*args, **named))
    return Cursor(list(found)) if name == "finditer" else found


def _substitute(
    state: State, pattern: re.Pattern[Any], name: str, args: list[Value], named: Named
) -> Value:
    replacement, text = args[:2]
    count = args[2] if len(args) > 2 else named.get("count", 0)
    if type(count) is not int or set(named) - {"count"} or len(args) > 3:
        raise HoleError(f"a pattern's {name}")
    if type(replacement) is type(text):
        check_size((len(text) + 1) * (len(replacement) + 1))
        try:
            result = attempt(getattr(pattern, name), replacement, text, count)
        except re.error as error:
            raise ThrownError(Error(type(error), None)) from None
        check_size(len(result if name == "sub" else result[0]))
        return result
    if not isinstance(replacement, Routine | Native | Partial) or name == "subn":
        raise HoleError("a replacement that is no text and no function")
    matches = list(pattern.finditer(text))
    state.push(Replacing(replacement, text, matches[:count] if count > 0 else matches))
    return PUSHED


class Replacing(Activation):
    """``pattern.sub(function, text)``: calls the function for each match in turn."""

    __slots__ = ("at", "function", "index", "matches", "pieces", "text")

    def __init__(self, function: Value, text: Value, matches: list[Value]) -> None:
        self.function = function
        self.text = text
        self.matches = matches
        self.pieces: list[Value] = []
        self.index = 0
        self.at = 0

    def advance(self, state: State) -> None:
        if self.index == len(self.matches):
            state.stack.pop()
            self.pieces.append(self.text[self.at :])
            state.stack[-1].receive(state, type(self.text)().join(self.pieces))
            return
        value = state.invoke(self.function, [self.matches[self.index]], {})
        if value is not PUSHED:
            self.receive(state, value)

    def receive(self, state: State, value: Value) -> None:
        if type(value) is not type(self.text):
            raise HoleError("a replacement that is no text")
        match = self.matches[self.index]
        self.pieces += [self.text[self.at : match.start()], value]
        self.at = match.end()
        self.index += 1
        check_size(sum(map(len, self.pieces)))


MATCH_PARTS = ("string", "pos", "endpos", "lastgroup", "lastindex", "re")
PATTERN_PARTS = ("pattern", "groups", "flags")
_MATCH_METHODS = frozenset(("group", "groups", "groupdict", "start", "end", "span"))


def match_method(match: re.Match[Any], name: str, args: list[Value], named: Named) -> Value:
    """A method of a match."""
    if name not in _MATCH_METHODS or any(isinstance(v, Thing | list | dict) for v in args):
        raise HoleError(f"a match's {name}")
    return attempt(lambda: getattr(match, name)(*args, **named))
