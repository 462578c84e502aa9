"""Bytes become text as Python does it, or a plain sentence says why they cannot."""

import codecs
import hashlib
import json
import re
from dataclasses import dataclass
from functools import cached_property

from haltcheck.basis.span import Span
from haltcheck.frontend.syntax import Unreadable

_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
_BLANK = re.compile(rb"^[ \t\f]*(?:#.*)?$")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_MAGIC = re.compile(r"^([ \t]*)[%!].*$", re.MULTILINE)
_UTF8_NAMES = ("utf-8", "utf8", "u8", "utf", "utf8-ucs2", "utf8-ucs4", "cp65001")


@dataclass(frozen=True)
class Source:
    """A text to read: newlines are ``\\n`` as Python sees them, ``sha256`` is of the raw bytes."""

    path: str
    text: str
    sha256: str
    encoding: str = "utf-8"

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends, cut where Python cuts them (a form feed is no end)."""
        return tuple(self.text.split("\n"))


def from_text(text: str, path: str = "<string>") -> Source:
    """A source made from text that is already decoded."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(path, _unify(text), digest)


def decode(data: bytes, path: str) -> Source | Unreadable:
    """Reads raw bytes as Python would (PEP 263), or as a notebook where the path says so."""
    encoding = _encoding(data)
    if isinstance(encoding, Unreadable):
        return encoding
    if encoding == "utf-8-sig":
        data_text: str | Unreadable = _text(data[3:], "utf-8")
    else:
        data_text = _text(data, encoding)
    if isinstance(data_text, Unreadable):
        return data_text
    text = _notebook(data_text) if path.endswith(".ipynb") else _unify(data_text)
    if isinstance(text, Unreadable):
        return text
    return _without_nul(Source(path, text, hashlib.sha256(data).hexdigest(), encoding))


def _unify(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _without_nul(source: Source) -> Source | Unreadable:
    at = source.text.find("\0")
    if at < 0:
        return source
    return Unreadable(_place(source.text[:at]), "the file contains a NUL byte, so it is binary")


def _place(before: str) -> Span:
    """The one-character span just behind a piece of text that starts the file."""
    before = _unify(before)
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(line, column, line, column + 1)


def _encoding(data: bytes) -> str | Unreadable:
    has_mark = data.startswith(codecs.BOM_UTF8)
    cookie = _cookie(data[3:] if has_mark else data)
    default = "utf-8-sig" if has_mark else "utf-8"
    if cookie is None:
        return default
    line, name = cookie
    place = Span(line, 1, line, 2)
    if _is_utf8(name):
        return default
    if has_mark:
        return Unreadable(place, f"the byte order mark contradicts the encoding {name}")
    try:
        known = codecs.lookup(name)
    except (LookupError, ValueError):
        return Unreadable(place, f"unknown encoding {name}")
    # CPython keeps this fact from its own decoders; rot13 and base64 are codecs but not of text.
    if not getattr(known, "_is_text_encoding", True):
        return Unreadable(place, f"{name} is not a text encoding")
    return known.name


def _is_utf8(name: str) -> bool:
    plain = name.lower().replace("_", "-")
    return plain in _UTF8_NAMES or plain.startswith("utf-8-")


def _cookie(data: bytes) -> tuple[int, str] | None:
    """The line and the name of the encoding that the first two lines declare."""
    for number, line in enumerate(_LINE_END.split(data[:4096], maxsplit=2)[:2], start=1):
        found = _COOKIE.match(line)
        if found:
            return number, found.group(1).decode("ascii", "replace")
        if not _BLANK.match(line):
            return None
    return None


def _text(data: bytes, encoding: str) -> str | Unreadable:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        why = f"byte 0x{data[error.start]:02x} is not valid {encoding}"
        return Unreadable(_place(_before(data[: error.start], encoding)), why)
    except (UnicodeError, LookupError, ValueError, OverflowError) as error:
        return Unreadable(Span(1, 1, 1, 2), f"cannot decode as {encoding}: {error}")


def _before(data: bytes, encoding: str) -> str:
    """What stands before a fault; latin-1 counts bytes where the codec knows no substitutes."""
    try:
        return data.decode(encoding, "replace")
    except ValueError:
        return data.decode("latin-1")


def _notebook(text: str) -> str | Unreadable:
    """The code cells of a notebook in order, one text; magic lines become ``pass``."""
    try:
        book = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        column = getattr(error, "colno", 1)
        return Unreadable(Span(line, column, line, column + 1), f"not a notebook: {error}")
    cells = book.get("cells") if isinstance(book, dict) else None
    if not isinstance(cells, list):
        return Unreadable(Span(1, 1, 1, 2), "not a notebook: it has no cells")
    codes = [_cell(cell) for cell in cells if _is_code(cell)]
    return _unify("".join(code if code.endswith("\n") else code + "\n" for code in codes))


def _is_code(cell: object) -> bool:
    return isinstance(cell, dict) and cell.get("cell_type") == "code"


def _cell(cell: dict[str, object]) -> str:
    code = cell.get("source", "")
    if isinstance(code, list):
        code = "".join(part for part in code if isinstance(part, str))
    return _MAGIC.sub(r"\1pass", code) if isinstance(code, str) else ""
