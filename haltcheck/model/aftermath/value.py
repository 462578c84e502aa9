"""What is known of a value after an event: a constant, nothing read, what stands still."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.frontend.expression import Literal

LONGEST = 160
"""Longer texts are not followed."""


@record
class Known:
    """This very constant."""

    value: Literal


@record
class Empty:
    """What a stream gives at its end: ``''`` or ``b''``, whichever fits."""


@record
class Symbol:
    """Something that stands still, by the text that computes it from the state at the start.

    ``negated`` reads a truth value the other way round; ``length`` is its length where known;
    ``filled`` says that it surely is not empty.
    """

    text: str
    negated: bool = False
    length: int | None = None
    filled: bool = False


@record
class Listed:
    """A tuple, list, dict or slice that was just built from these."""

    kind: str
    values: tuple[Value, ...]


@record
class Fields:
    """Values unpacked from data that stands still; ``layout`` is the format where it is known."""

    text: str
    layout: str = ""


@record
class Walker:
    """An iterator over a value."""

    over: Value


@record
class Error:
    """An instance of an exception class, by its name."""

    name: str


@record
class Ready:
    """Something that is true in Python's sense."""


@record
class Made:
    """An object that was made on the way, by what its attributes hold; a row in their order."""

    name: str
    fields: tuple[tuple[str, Value], ...]
    is_row: bool = False


@record
class Below:
    """A number below zero, whichever; what counts it down leaves it so."""


@record
class Unsure:
    """Anything, another thing in each round; ``of`` tells a list that it is some item of."""

    of: str = ""


Value = Known | Empty | Symbol | Listed | Fields | Walker | Error | Ready | Below | Made | Unsure

EMPTY = Empty()
UNSURE = Unsure()
READY = Ready()
BELOW = Below()
LAZY = Walker(UNSURE)
"""What a generator expression gives that only looks at things."""


def is_lazy(value: Value) -> bool:
    """Whether it is what a generator expression gives that only looks at things."""
    return value == LAZY or (
        isinstance(value, Walker)
        and isinstance(value.over, Symbol)
        and value.over.text.startswith("<")
    )


def text_of(value: Value) -> str:
    """The text of a value that stands still; nothing for any other."""
    match value:
        case Known(value=literal):
            return repr(literal)
        case Symbol(text=text, negated=negated):
            return f"not {text}" if negated else text
        case Listed(kind=kind, values=values):
            texts = [text_of(one) for one in values]
            return f"{kind}({', '.join(texts)})" if all(texts) else ""
        case _:
            return ""


def derived(template: str, *values: Value) -> Value:
    """What stands still because all that it is made of does; unsure where anything moves."""
    texts = [text_of(value) for value in values]
    if not all(texts):
        return UNSURE
    text = template.format(*[text.replace("{", "\\x7b").replace("}", "\\x7d") for text in texts])
    return Symbol(text) if len(text) <= LONGEST else UNSURE


def tainted(value: Value) -> bool:
    """Whether it is, or holds, what an ended stream gave."""
    match value:
        case Empty():
            return True
        case Listed(values=values):
            return any(tainted(one) for one in values)
        case Walker(over=over):
            return tainted(over)
        case Made(fields=fields):
            return any(tainted(one) for _, one in fields)
        case Known(value=literal):
            return literal in ("", b"")
        case _:
            return False


def truth_of(value: Value) -> bool | Symbol | Unsure:
    """Its truth: decided, a fact that stands still, or unsure."""
    match value:
        case Known(value=literal):
            return bool(literal)
        case Empty():
            return False
        case Listed(values=values):
            return bool(values)
        case Symbol(length=int() as length):
            return length > 0
        case Symbol(filled=True):
            return True
        case Symbol(text=text) if _is_slice(text):
            # Whether it is empty hangs together with indices and lengths that are not followed.
            return UNSURE
        case Symbol():
            return value
        case Error() | Ready() | Walker() | Fields() | Below() | Made():
            return True
        case Unsure():
            return UNSURE


def _is_slice(text: str) -> bool:
    return text.endswith(")]") and "[slice(" in text
