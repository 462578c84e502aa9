"""Reads the programs of HaltEval, which lie in rows as text in JSON, pickled, packed, in base 64.

A pickle is a program that its reader runs. None is run here: its operations are read one by one,
and only those are let through that a single text needs.
"""

import base64
import json
import pickletools
import zlib
from collections.abc import Iterator

from corpora.reader import LabelError

MOST = 16 * 2**20
"""So many bytes a row may have when it is unpacked."""

_AROUND = {"PROTO", "FRAME", "MEMOIZE", "PUT", "BINPUT", "LONG_BINPUT"}
_TEXTS = {"UNICODE", "SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8"}
_BYTES = {"STRING", "SHORT_BINSTRING", "BINSTRING"}
_KEYS = ("code", "program", "source", "content")


def decoded(place: str, packed: object) -> str:
    """The program in a row's ``enc_code``; LabelError where it is not packed as HaltEval does."""
    if not isinstance(packed, str):
        raise LabelError(f"{place} has an enc_code that is no text")
    try:
        whole = json.loads(_text(_unpacked(base64.b64decode(packed.strip(), validate=True))))
    except (ValueError, RecursionError, zlib.error) as error:
        raise LabelError(f"{place} has an enc_code that cannot be read: {error}") from error
    found = [whole[key] for key in _KEYS if key in whole] if isinstance(whole, dict) else [whole]
    if not found or not isinstance(found[0], str):
        raise LabelError(f"{place} has an enc_code that holds no program")
    return found[0]


def _unpacked(data: bytes) -> bytes:
    stream = zlib.decompressobj()
    whole = stream.decompress(data, MOST + 1)
    if len(whole) > MOST:
        raise ValueError(f"it unpacks to more than {MOST} bytes")
    if not stream.eof or stream.unused_data:
        raise ValueError("it is cut short or has something behind its end")
    return whole


def _text(pickled: bytes) -> str:
    """The one text that a pickle holds; ValueError where it holds or does anything else."""
    found: list[str] = []
    for name, argument, place in _operations(pickled):
        if name in _TEXTS:
            found.append(str(argument))
        elif name in _BYTES:
            found.append(str(argument).encode("latin-1").decode("utf-8"))
        elif name == "STOP" and place != len(pickled) - 1:
            raise ValueError("its pickle has something behind its end")
        elif name != "STOP" and name not in _AROUND:
            raise ValueError(f"its pickle has {name}, and only a text is read")
    if len(found) != 1:
        raise ValueError(f"its pickle holds {len(found)} texts, not one")
    return found[0]


def _operations(pickled: bytes) -> Iterator[tuple[str, object, int]]:
    for operation, argument, place in pickletools.genops(pickled):
        yield operation.name, argument, place or 0
