"""Bytes are decoded as Python decodes them, or the place of the fault is named."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haltcheck.frontend.source import Source, decode, from_text
from haltcheck.frontend.syntax import Unreadable


def read(data: bytes, path: str = "a.py") -> Source:
    found = decode(data, path)
    assert isinstance(found, Source), found
    return found


def fault(data: bytes, path: str = "a.py") -> Unreadable:
    found = decode(data, path)
    assert isinstance(found, Unreadable), found
    return found


def test_newlines_are_those_of_python() -> None:
    assert read(b"a\r\nb\rc\nd\x0ce").lines == ("a", "b", "c", "d\x0ce")


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("x = 'é'".encode(), "x = 'é'", "utf-8"),
        (b"\xef\xbb\xbfx", "x", "utf-8-sig"),
        (b"# coding: latin-1\n'\xe9'", "# coding: latin-1\n'é'", "iso8859-1"),
        (b"#!/bin/sh\n# -*- coding: cp1252 -*-\n'\x80'", None, "cp1252"),
        (b"x\n# coding: latin-1\n", "x\n# coding: latin-1\n", "utf-8"),
        (b"# vim: set fileencoding=UTF_8 :\n", None, "utf-8"),
    ],
)
def test_the_declared_encoding_is_used(data: bytes, text: str | None, encoding: str) -> None:
    source = read(data)
    assert source.encoding == encoding
    assert text is None or source.text == text


def test_an_undecodable_byte_is_placed() -> None:
    found = fault("é = 1\nab".encode() + b"\xff")
    assert (found.span.line, found.span.column) == (2, 3)
    assert "0xff" in found.why


@pytest.mark.parametrize(
    "data",
    [
        b"# coding: nonsense\n",
        b"# coding: rot13\n",
        b"# coding: hex\n",
        b"\xef\xbb\xbf# coding: latin-1\n",
        b"# coding: undefined\n",
    ],
)
def test_an_encoding_that_is_none_is_refused(data: bytes) -> None:
    assert "encod" in fault(data).why or "decode" in fault(data).why


def test_a_nul_byte_is_placed() -> None:
    found = fault(b"a\nb\0c")
    assert (found.span.line, found.span.column) == (2, 2)


def test_the_hash_is_of_the_raw_bytes() -> None:
    assert read(b"a\r\n").sha256 != read(b"a\n").sha256
    assert from_text("a\n").sha256 == read(b"a\n").sha256


def test_a_notebook_is_its_code_cells() -> None:
    cells = [
        {"cell_type": "markdown", "source": "# while"},
        {"cell_type": "code", "source": ["x = 1\n", "%time x"]},
        {"cell_type": "code", "source": "if x:\n    !ls\n"},
    ]
    source = read(json.dumps({"cells": cells}).encode(), "a.ipynb")
    assert source.text == "x = 1\npass\nif x:\n    pass\n"


@pytest.mark.parametrize("text", ["[]", "{", "{}", '{"cells": 3}', "[" * 100_000])
def test_what_is_no_notebook_is_refused(text: str) -> None:
    assert "not a notebook" in fault(text.encode(), "a.ipynb").why


@given(st.binary(), st.sampled_from(["a.py", "a.ipynb"]))
def test_decoding_never_raises(data: bytes, path: str) -> None:
    assert isinstance(decode(data, path), Source | Unreadable)


@given(
    st.sampled_from(["utf-7", "utf-16", "punycode", "idna", "unicode_escape", "cp037", "..", "x.y"])
)
def test_decoding_never_raises_whatever_is_declared(name: str) -> None:
    data = f"# coding: {name}\n".encode() + bytes(range(256))
    assert isinstance(decode(data, "a.py"), Source | Unreadable)
