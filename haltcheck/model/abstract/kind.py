"""Kinds of values as sets of bits, and what operators and known calls make of them."""

from __future__ import annotations

INT, BOOL, FLOAT, STR, BYTES, LIST, TUPLE, DICT, SET = (1 << bit for bit in range(9))
NONE, RANGE, ITERATOR, STREAM, FUNCTION, MODULE, OBJECT, UNBOUND = (
    1 << bit for bit in range(9, 17)
)
ANY = UNBOUND - 1
WHOLE = INT | BOOL
NUMBER = WHOLE | FLOAT
TEXT = STR | BYTES
SEQUENCE = TEXT | LIST | TUPLE
SIZED = SEQUENCE | DICT | SET
MUTABLE = LIST | DICT | SET
OVER_DATA = RANGE | TUPLE | DICT | LIST
SCALAR = NUMBER | TEXT | NONE
VIEW = DICT | SET
"""A view of a dictionary: what dictionaries and sets have in common is known of it."""


def is_iterator(mask: int) -> bool:
    """Whether it is surely an iterator; a bit of OVER_DATA says over which kind of data."""
    return bool(mask & ITERATOR) and not mask & ~(ITERATOR | OVER_DATA)


def iterator_mask(mask: int) -> int:
    """The kinds of an iterator over a value; without a bit of OVER_DATA it may run any code."""
    if mask == RANGE:
        return ITERATOR | RANGE
    if is_iterator(mask):
        return mask
    if not mask or mask & ~SIZED:
        return ITERATOR
    bits = (LIST if mask & LIST else 0) | (DICT if mask & (DICT | SET) else 0)
    return ITERATOR | bits | (TUPLE if mask & (TUPLE | TEXT) else 0)


BUILTIN_RESULTS = {
    "len": INT,
    "int": INT,
    "ord": INT,
    "hash": INT,
    "id": INT,
    "bool": BOOL,
    "isinstance": BOOL,
    "issubclass": BOOL,
    "callable": BOOL,
    "hasattr": BOOL,
    "any": BOOL,
    "all": BOOL,
    "range": RANGE,
    "float": FLOAT,
    "str": STR,
    "repr": STR,
    "ascii": STR,
    "chr": STR,
    "hex": STR,
    "bin": STR,
    "oct": STR,
    "format": STR,
    "input": STR,
    "bytes": BYTES,
    "list": LIST,
    "sorted": LIST,
    "dir": LIST,
    "tuple": TUPLE,
    "divmod": TUPLE,
    "dict": DICT,
    "vars": DICT,
    "set": SET,
    "frozenset": SET,
    "print": NONE,
    "iter": ITERATOR,
    "enumerate": ITERATOR,
    "zip": ITERATOR,
    "map": ITERATOR,
    "filter": ITERATOR,
    "reversed": ITERATOR,
    "open": STREAM,
}

_TEXT_TO_INT = frozenset({"find", "rfind", "index", "rindex", "count"})
_TEXT_TO_BOOL = frozenset(
    {"startswith", "endswith", "isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower"}
    | {"isidentifier", "isdecimal", "isnumeric", "isprintable", "istitle", "isascii"}
)
GIVES_ITEM = frozenset({"pop", "popleft"})
TEXT_TO_TEXT = frozenset(
    {"strip", "lstrip", "rstrip", "lower", "upper", "title", "capitalize", "replace", "join"}
    | {"ljust", "rjust", "center", "zfill", "expandtabs", "translate", "swapcase", "casefold"}
    | {"removeprefix", "removesuffix"}
)


def method_result(receiver: int, name: str, arguments: int) -> int:
    """The kinds of what a method of a built-in type gives; ANY where it is not known."""
    if receiver and not receiver & ~TEXT:
        return _text_method(receiver, name)
    if receiver == LIST:
        known = {"append": NONE, "extend": NONE, "insert": NONE, "remove": NONE, "clear": NONE}
        known |= {"sort": NONE, "reverse": NONE, "index": INT, "count": INT, "copy": LIST}
        return known.get(name, ANY)
    if receiver == DICT:
        known = {"clear": NONE, "update": NONE, "copy": DICT, "popitem": TUPLE}
        known |= {"items": VIEW, "keys": VIEW, "values": VIEW}
        return known.get(name, ANY)
    if receiver == SET:
        known = {"add": NONE, "discard": NONE, "remove": NONE, "clear": NONE, "update": NONE}
        known |= {"copy": SET, "union": SET, "difference": SET, "intersection": SET}
        known |= {"issubset": BOOL, "issuperset": BOOL, "isdisjoint": BOOL}
        return known.get(name, ANY)
    if receiver == TUPLE:
        return INT if name in ("index", "count") else ANY
    if receiver and not receiver & ~WHOLE and name in ("bit_length", "bit_count"):
        return INT
    if receiver == STREAM and name in ("read", "readline", "recv"):
        return TEXT
    return ANY


def _text_method(receiver: int, name: str) -> int:
    if name in _TEXT_TO_INT:
        return INT
    if name in _TEXT_TO_BOOL:
        return BOOL
    if name in TEXT_TO_TEXT:
        return receiver
    if name in ("split", "rsplit", "splitlines"):
        return LIST
    if name in ("partition", "rpartition"):
        return TUPLE
    if name == "format":
        return STR
    return {"encode": BYTES, "decode": STR, "hex": STR}.get(name, ANY)


_ADDED = TEXT | LIST | TUPLE


def arithmetic_result(operator: str, left: int, right: int, exponent_known: bool) -> int:
    """The kinds of ``left operator right`` for the built-in types."""
    in_place = operator.endswith("=")
    operator = operator.removesuffix("=")
    both = left | right
    if not both & ~NUMBER and left and right:
        return _number_result(operator, left, right, exponent_known)
    if operator == "%" and not left & ~TEXT:
        return left
    if operator == "+" and left == right and not left & (left - 1) and left & SEQUENCE:
        return left
    if operator == "+" and left and right and not both & ~_ADDED:
        return (left & right) | (left & LIST if in_place else 0) or both
    if operator == "*" and not left & ~SEQUENCE and not right & ~WHOLE:
        return left
    if operator == "*" and not right & ~SEQUENCE and not left & ~WHOLE:
        return right
    if operator in ("|", "&", "-", "^") and left == right and left in (SET, DICT):
        return left
    return ANY


def _number_result(operator: str, left: int, right: int, exponent_known: bool) -> int:
    result = 0
    if operator == "/":
        return FLOAT
    if (left | right) & FLOAT:
        result |= FLOAT
        if operator == "**" and right & FLOAT:
            # A root of a negative number is complex.
            result |= OBJECT
    if left & WHOLE and right & WHOLE:
        result |= INT
        if operator == "**" and not exponent_known:
            result |= FLOAT
        if operator in ("&", "|", "^") and left == right == BOOL:
            result = BOOL
    return result or INT


_RESULTS = {
    "int": INT,
    "bool": BOOL,
    "float": FLOAT,
    "str": STR,
    "bytes": BYTES,
    "list": LIST,
    "tuple": TUPLE,
    "dict": DICT,
    "set": SET,
    "none": NONE,
    "range": RANGE,
    "iterator": ITERATOR,
    "generator": ITERATOR,
    "stream": STREAM,
    "module": MODULE,
}


def fact_mask(returns: tuple[str, ...]) -> int:
    """The kinds of a result as bits."""
    mask = 0
    for name in returns:
        mask |= ANY if name == "any" else _RESULTS.get(name, OBJECT)
    return mask
