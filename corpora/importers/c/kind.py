"""The integer types of C as on 64-bit Linux, and what they convert to."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]
"""The least and the greatest value that something may have."""


@dataclass(frozen=True, slots=True)
class Kind:
    """An integer type: its width in bits (1 for ``_Bool``) and whether it has a sign."""

    name: str
    bits: int
    signed: bool

    @property
    def span(self) -> Span:
        """All values of the type."""
        if self.signed:
            return -(2 ** (self.bits - 1)), 2 ** (self.bits - 1) - 1
        return 0, 2**self.bits - 1


BOOL = Kind("_Bool", 1, False)
CHAR = Kind("char", 8, True)
UCHAR = Kind("unsigned char", 8, False)
SHORT = Kind("short", 16, True)
USHORT = Kind("unsigned short", 16, False)
INT = Kind("int", 32, True)
UINT = Kind("unsigned int", 32, False)
LONG = Kind("long", 64, True)
ULONG = Kind("unsigned long", 64, False)

_WORDS = {
    ("_Bool",): BOOL,
    ("char",): CHAR,
    ("char", "signed"): CHAR,
    ("char", "unsigned"): UCHAR,
    ("short",): SHORT,
    ("short", "unsigned"): USHORT,
    ("int",): INT,
    ("unsigned",): UINT,
    ("long",): LONG,
    ("long", "unsigned"): ULONG,
    ("long", "long"): LONG,
    ("long", "long", "unsigned"): ULONG,
}


def kind_of(words: list[str]) -> Kind | None:
    """The type that words such as ``unsigned long int`` name; none if it is no integer type."""
    plain = sorted(word for word in words if word not in ("int", "signed"))
    if "signed" in words and plain == ["char"]:
        plain = ["char", "signed"]
    if not plain and words:
        plain = ["int"]
    return _WORDS.get(tuple(plain))


def promoted(kind: Kind) -> Kind:
    """The type of a value in arithmetic (C11 6.3.1.1)."""
    return INT if kind.bits < INT.bits else kind


def common(first: Kind, second: Kind) -> Kind:
    """The type in which two values meet (C11 6.3.1.8)."""
    first, second = promoted(first), promoted(second)
    if first.bits != second.bits:
        return first if first.bits > second.bits else second
    return second if first.signed else first


def within(span: Span, kind: Kind) -> bool:
    """Whether the type has all of these values."""
    low, high = kind.span
    return low <= span[0] and span[1] <= high


def literal(text: str) -> tuple[int, Kind] | None:
    """The value and the type of an integer constant (C11 6.4.4.1); none if it is no such one."""
    digits = text.rstrip("uUlL")
    suffix = text[len(digits) :].lower()
    try:
        octal = digits.startswith("0") and digits[1:].isdigit()
        value = int(digits, 8) if octal else int(digits, 0)
    except ValueError:
        return None
    decimal = digits[:1] != "0"
    kinds = [UINT, ULONG] if "u" in suffix else [INT, LONG] if decimal else [INT, UINT, LONG, ULONG]
    fitting = [one for one in kinds if within((value, value), one)]
    fitting = [one for one in fitting if "l" not in suffix or one.bits == LONG.bits]
    return (value, fitting[0]) if fitting else None
