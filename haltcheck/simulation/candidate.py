"""Telling values of one kind, made of what the code speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

from haltcheck.model.world import Memory, World
from haltcheck.simulation.vocabulary import Words

_ODD = ("%", "@", "~", "\\")
_LONG = "abcdefghijklmnop"
_MOST = 160
_NAME = re.compile(r"[A-Za-z_]\w*")
_NUMBERS = (-8, -12, -4, 1, 0, -1, 8, -16, 2, 4, -2)
"""Sizes of common headers among them, with the sign that leads back."""


def mixed(*parts: Iterable[object]) -> list[object]:
    """One of each in turn, without repetition; 1 and True are different."""
    seen: dict[tuple[str, str], object] = {}
    rows = [list(part) for part in parts]
    for index in range(max(map(len, rows), default=0)):
        for row in rows:
            if index < len(row):
                seen.setdefault((type(row[index]).__name__, repr(row[index])), row[index])
    return list(seen.values())


def spoken(words: Words) -> list[str]:
    """The constants that may be part of an input, the short ones first; messages are none."""
    known = [text for text in words.texts if text and not (" " in text and len(text) > 8)]
    return sorted(known, key=lambda text: len(text) > 8)


def texts(words: Words) -> list[str]:
    """Texts: constants alone and around others, what patterns match, unknown characters."""
    known = spoken(words)[:40]
    matched = list(words.matched)
    found = mixed(
        ["a", "", " ", *_ODD],
        [f"{text}{odd}" for text in matched[:1] for odd in _ODD[:1]] + matched,
        words.characters,
        known,
        [f"a{text}" for text in known],
        [f"{text}a" for text in known],
        [f"{text}{text}" for text in known[:12]],
        [f"{first}a{second}" for first, second in pairwise(known)],
        ["a b", _LONG, "1", "-1", "0"],
    )
    return [text for text in found if isinstance(text, str)][:_MOST]


def blobs(words: Words) -> list[bytes]:
    """Bytes: zeros, ones, small lengths, magic numbers before zeros."""
    small = [number for number in words.ints if 0 <= number < 256]
    known = [*words.blobs, *(text.encode() for text in words.texts if text.isascii())]
    found = mixed(
        [b"", bytes(16), b"\xff" * 16, bytes(4), b"\0", b"\1" + bytes(15), bytes(64), b"a"],
        [blob + bytes(32) for blob in known],
        [bytes([number]) + bytes(15) for number in small],
        [bytes([number, 0]) for number in small],
        known,
        [number.to_bytes(4, "big") + bytes(16) for number in words.ints if 0 < number < 1 << 32],
        [number.to_bytes(4, "little") + bytes(16) for number in words.ints if 0 < number < 1 << 32],
        [bytes([5]) + b"abcde" * 2, bytes(range(1, 17)), b"\0\0\0\x08" * 4, b"a\n"],
    )
    return [blob for blob in found if isinstance(blob, bytes)][:_MOST]


def streams(words: Words) -> list[World]:
    """What a file or a peer may deliver before nothing more comes.

    It is of the kind that the code compares it with: of bytes where bytes are among that, for
    whoever compares with bytes is handed no text.
    """
    kind = next((one for one in (bytes, str) if one in words.compared), None)
    pieces = mixed(
        blobs(words)[:50], texts(words)[:30], [f"{text}\n" for text in texts(words)[:20]]
    )
    return [World(piece) for piece in pieces if isinstance(piece, kind or (str, bytes))]


def memories(words: Words) -> list[Memory]:
    """The same as views."""
    return [Memory(blob) for blob in blobs(words)]


def mappings(words: Words) -> list[dict[object, object]]:
    """Mappings whose values refer to their keys, in the code's own syntax."""
    known = spoken(words)[:8]
    marks = [text for text in known if not any(char.isalnum() or char == " " for char in text)]
    references = [*words.matched, *(f"{one}a{other}" for one in marks for other in marks)]
    found: list[dict[object, object]] = [{}, {"a": 1}, {"a": "a"}, {"a": "b", "b": "a"}]
    rows = mixed(_references(references[:10]), _keyed(known))
    found += [row for row in rows if isinstance(row, dict)]
    return found[:_MOST]


def _references(references: list[str]) -> list[object]:
    """Mappings in which looking up what a reference names gives a reference again."""
    found: list[object] = []
    for reference in references:
        name = next(iter(_NAME.findall(reference)), "")
        if name and name != reference:
            found += [{name: reference}, {name: {name: reference}}]
            found.append({name: reference.replace(name, "b"), "b": reference})
    return found


def _keyed(known: list[str]) -> list[object]:
    """Mappings that have one of the known keys."""
    found: list[object] = []
    for key in sorted(known, key=lambda text: not any(char.isalnum() for char in text)):
        found += [{key: value} for value in ("#", key, "a", 1, None, "/", *known)]
    return found


def changed(value: object, words: Words) -> list[object]:
    """Neighbours of a value that led somewhere new."""
    match value:
        case str():
            return list(_changed_text(value, words))
        case bytes():
            return list(_changed_blob(value, words))
        case World(content=content):
            return [World(one) for one in changed(content, words) if isinstance(one, str | bytes)]
        case Memory(content=content):
            return [Memory(one) for one in changed(content, words) if isinstance(one, bytes)]
        case int() if not isinstance(value, bool):
            return [value + 1, value - 1, -value, 2 * value]
        case _:
            return []


def shorter_ones(value: object) -> list[object]:
    """Beginnings of a text, bytes or what is delivered, the shortest first."""
    if isinstance(value, World):
        return [World(one) for one in shorter_ones(value.content) if isinstance(one, str | bytes)]
    if isinstance(value, Memory):
        return [Memory(one) for one in shorter_ones(value.content) if isinstance(one, bytes)]
    if not isinstance(value, str | bytes):
        return []
    return [value[:size] for size in (0, 1, 2, 4, 8, 12, 16, 20, 24) if size < len(value)]


def _changed_text(text: str, words: Words) -> list[object]:
    pieces = [*_ODD, *words.characters, *(one for one in words.texts if one)][:24]
    middle = len(text) // 2
    return mixed(
        [text + piece for piece in pieces],
        [piece + text for piece in pieces],
        [text[:-1], text[:middle], text + text, text + " ", f"{text} {text}"],
        [text[:middle] + piece + text[middle:] for piece in pieces],
    )


def _changed_blob(blob: bytes, words: Words) -> list[object]:
    size = len(blob)
    small = [*words.ints, *_NUMBERS, size]
    known = [*words.blobs, *(one.encode() for one in words.texts if one.isascii())]
    places = _places(blob)
    near = range(min(size, 12))
    return mixed(
        [
            _put(blob, place, (value & 0xFFFFFFFF).to_bytes(4, order))
            for value in (*_NUMBERS, size)
            for place in places[:6]
            for order in _orders(words)
        ],
        [_put(blob, place, piece) for place in places for piece in known[:10]],
        [_put(blob, place, bytes([value & 255])) for place in near for value in small],
        [blob[:-1], blob[: size // 2], blob + bytes(16), blob + blob, blob + b"\xff" * 8],
    )


def _places(blob: bytes) -> list[int]:
    """Where a field may begin: behind what is set already, then from the front."""
    filled = len(blob.rstrip(b"\0")) + 3 & ~3
    places = range(0, min(len(blob), 48), 4)
    return [place for place in places if place >= filled] + [p for p in places if p < filled]


def _orders(words: Words) -> list[Literal["little", "big"]]:
    """The byte orders that formats of the code name, both where none does."""
    marks = {text[0] for text in words.texts if text[:1] in ("<", ">", "!")}
    found: list[Literal["little", "big"]] = ["little"] if "<" in marks else []
    return [*found, "big"] if marks & {">", "!"} else found or ["little", "big"]


def _put(blob: bytes, place: int, piece: bytes) -> bytes:
    return blob[:place] + piece + blob[place + len(piece) :]
