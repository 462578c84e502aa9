"""Texts that get another blank in each round: however many, those who strip them see none.

At the end of a stream ``line += " " + stream.readline().strip()`` adds blanks alone.
"""

from __future__ import annotations

import ast

from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.value import LONGEST, UNSURE, Known, Symbol, Value, derived, text_of

_BEGINS = "padded("
_STRIPS = frozenset({"strip", "rstrip"})


def padded(context: Context, operator: str, values: list[Value]) -> Value | None:
    """``text + " "`` after the end of a stream; None for anything else."""
    if not context.ended or operator.removesuffix("=") != "+" or len(values) != 2:
        return None
    text, blank = values
    if not (isinstance(blank, Known) and isinstance(blank.value, str) and blank.value.isspace()):
        return None
    if is_padded(text):
        return text
    plain = isinstance(text, Known) and isinstance(text.value, str)
    return _behind(text) if plain or isinstance(text, Symbol) else None


def is_padded(value: Value) -> bool:
    """Whether some blanks stand behind what it is else."""
    return isinstance(value, Symbol) and value.text.startswith(_BEGINS)


def bare(value: Value) -> Value:
    """The text without the blanks that were added."""
    if not isinstance(value, Symbol) or not is_padded(value):
        return value
    text = value.text.removeprefix(_BEGINS)[:-1]
    try:
        return Known(ast.literal_eval(text))
    except (SyntaxError, ValueError):
        return Symbol(text)


def _behind(text: Value) -> Value:
    found = f"{_BEGINS}{text_of(text)})"
    return Symbol(found) if text_of(text) and len(found) <= LONGEST else UNSURE


def again(value: Value) -> Value:
    """The text with blanks behind it once more: a part of one that had them."""
    return _behind(value) if isinstance(value, Known | Symbol) else UNSURE


def of_padded(receiver: Symbol, name: str, values: list[Value]) -> Value | None:
    """What a method of such a text gives, where blanks make no difference; None for others."""
    if not is_padded(receiver):
        return None
    text = bare(receiver)
    match values:
        case [] if name in _STRIPS:
            if isinstance(text, Known) and isinstance(text.value, str):
                return Known(getattr(text.value, name)())
            return derived(f"{{}}.{name}()", text)
        case [Known(value=str() as other)] if name == "split" and is_visible(other):
            if text_of(text).endswith(f".split({other!r})[0]"):
                return Symbol(f"{_BEGINS}{text_of(text).removesuffix('[0]')})")
            return again(derived("{}.split({})", text, values[0]))
        case _:
            return UNSURE


def is_visible(text: object) -> bool:
    """Whether a text holds something, and no blanks."""
    return isinstance(text, str) and bool(text) and not any(map(str.isspace, text))
