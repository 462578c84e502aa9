"""HaltEval's rows are unpacked without running what a pickle asks for."""

import base64
import json
import os
import pickle
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.external import read
from corpora.importers import halteval
from corpora.importers.halteval import decoded
from corpora.reader import LabelError
from haltcheck.basis.answer import Answer

CODE = "while True:\n    pass\n"
PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)


def packed(pickled: bytes) -> str:
    return base64.b64encode(zlib.compress(pickled)).decode()


def encoded(whole: object, protocol: int = 4) -> str:
    return packed(pickle.dumps(json.dumps(whole), protocol))


class Command:
    """A pickle of this one would run a command when it is loaded."""

    def __init__(self, command: str) -> None:
        self.command = command

    def __reduce__(self) -> tuple[object, ...]:
        return os.system, (self.command,)


@given(text=st.text(), protocol=st.sampled_from(PROTOCOLS), ascii=st.booleans())
def test_every_text_comes_back(text: str, protocol: int, ascii: bool) -> None:
    whole = json.dumps({"code": text}, ensure_ascii=ascii)
    assert decoded("here", packed(pickle.dumps(whole, protocol))) == text


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("length", [0, 3, 300, 70_000])
def test_texts_of_every_length_come_back(protocol: int, length: int) -> None:
    text = "é#\\\n\x00\x1a'\""[:length] * (length // 8 + 1)
    assert decoded("here", encoded(text, protocol)) == text


@pytest.mark.parametrize(
    "pickled",
    [
        b"S'\"x\\\\u00e9\"'\np0\n.",
        b'U\x05"x\xc3\xa9"q\x00.',
        b'T\x05\x00\x00\x00"x\xc3\xa9"q\x00.',
        b'V"x\\u00e9"\n.',
        b'\x80\x04\x8d\x05\x00\x00\x00\x00\x00\x00\x00"x\xc3\xa9"\x94.',
        b'X\x05\x00\x00\x00"x\xc3\xa9"r\x00\x00\x00\x00.',
    ],
)
def test_texts_of_old_and_of_long_pickles_are_read(pickled: bytes) -> None:
    assert decoded("here", packed(pickled)) == "xé"


@pytest.mark.parametrize("key", ["code", "program", "source", "content"])
def test_an_object_holds_the_program(key: str) -> None:
    assert decoded("here", encoded({"other": 1, key: CODE})) == CODE


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_pickle_that_would_run_something_is_refused(tmp_path: Path, protocol: int) -> None:
    touched = tmp_path / "touched"
    command = Command(f"touch {touched}")
    for hostile in (command, [command], {"code": command}, ("x", command)):
        with pytest.raises(LabelError, match=r"here has an enc_code .* only a text is read"):
            decoded("here", packed(pickle.dumps(hostile, protocol)))
    assert not touched.exists()


@pytest.mark.parametrize(
    ("enc_code", "sentence"),
    [
        (7, "no text"),
        ("*", "cannot be read"),
        ("é", "cannot be read"),
        (encoded(CODE)[:-1], "cannot be read"),
        (encoded(CODE)[:-8], "cut short"),
        (base64.b64encode(b"plain").decode(), "cannot be read"),
        (packed(b""), "cannot be read"),
        (packed(pickle.dumps('"x"')[:-1]), "cannot be read"),
        (packed(pickle.dumps('"x"') + b"."), "behind its end"),
        (packed(pickle.dumps("no json")), "cannot be read"),
        (packed(pickle.dumps("[" * 100_000)), "cannot be read"),
        (packed(pickle.dumps(b'"x"')), "only a text is read"),
        (packed(pickle.dumps(["a", "b"])), "only a text is read"),
        (packed(b"."), "0 texts"),
        (packed(b"Va\nVb\n."), "2 texts"),
        (packed(b"cos\nsystem\n."), "has GLOBAL"),
        (encoded(3), "no program"),
        (encoded({"text": CODE}), "no program"),
        (encoded({"code": 3}), "no program"),
    ],
)
def test_what_is_packed_otherwise_is_named(enc_code: object, sentence: str) -> None:
    with pytest.raises(LabelError, match=f"^here .*{sentence}"):
        decoded("here", enc_code)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_named(data: bytes) -> None:
    for enc_code in (base64.b64encode(data).decode(), packed(data), packed(b"\x80\x04" + data)):
        try:
            decoded("here", enc_code)
        except LabelError as error:
            assert str(error).startswith("here ")


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = base64.b64encode(zlib.compress(b"\x00" * (halteval.MOST + 1))).decode()
    with pytest.raises(LabelError, match="more than 16777216 bytes"):
        decoded("here", bomb)
    fitting = pickle.dumps(json.dumps(CODE))
    monkeypatch.setattr(halteval, "MOST", len(fitting))
    assert decoded("here", packed(fitting)) == CODE


def test_rows_are_read_beside_plain_ones(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [
        {"id": "suite/a.py", "terminates": False, "enc_code": encoded(CODE)},
        {"id": "suite/b.py", "terminates": True, "code": "pass", "enc_code": "*"},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    first, second = read(path)
    assert (first.id, first.code, first.expected) == ("suite/a.py", CODE, Answer.NON_HALT)
    assert (first.family, second.code) == ("suite", "pass")
    path.write_text(path.read_text() + '\n{"terminates": true, "enc_code": "*"}')
    with pytest.raises(LabelError, match=r"rows\.jsonl:3 has an enc_code"):
        read(path)
