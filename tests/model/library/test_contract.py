"""What the models say of the library is so: entries that may be run harmlessly are run."""

import asyncio
import builtins
import io
import itertools
import os
import re
import socket
import sys
import tarfile
import zipfile
from collections import deque

import pytest
from library_samples import FUNCTIONS, OLDER, RECEIVERS

from haltcheck.basis.discover import load_all
from haltcheck.model.fact import Library
from haltcheck.model.known import function_fact
from tests.model.real import find, is_here

FILES = load_all("haltcheck.model.library", Library)
SAMPLES = FUNCTIONS | OLDER
EXACT = {
    "bool": bool, "bytearray": bytearray, "bytes": bytes, "complex": complex, "deque": deque,
    "dict": dict, "float": float, "frozenset": frozenset, "int": int, "list": list,
    "match": re.Match, "memoryview": memoryview, "none": type(None), "pattern": re.Pattern,
    "range": range, "set": set, "slice": slice, "str": str, "tuple": tuple,
}  # fmt: skip
VIEWS = (type({}.keys()), type({}.values()), type({}.items()))
PLAIN = (bool, int, float, str, bytes, tuple, list, dict, type(None))
NO_SAMPLE = {"super", "object"}


def _is_of(value, kind):
    """Whether a value is of a kind, exactly: an object of the library is no built-in one."""
    if kind == "any":
        return True
    if kind in EXACT:
        return type(value) is EXACT[kind]
    if kind == "iterator":
        return iter(value) is value
    if kind == "view":
        return isinstance(value, VIEWS + tuple(map(type, _ordered_views())))
    if kind == "stream":
        return hasattr(value, "read")
    return type(value) not in EXACT.values() or (kind == "object" and type(value) is memoryview)


def _ordered_views():
    made = find("collections.OrderedDict")()
    return made.keys(), made.values(), made.items()


def _length(value):
    return len(value) if hasattr(type(value), "__len__") else None


def _holds(name, fact, value):
    assert any(_is_of(value, kind) for kind in fact.returns), f"{name} gave {value!r}"
    if value is None:
        return
    size = value if type(value) is int else _length(value)
    if size is not None:
        assert fact.low is None or fact.low <= size, f"{name} gave {value!r}"
        assert fact.high is None or size <= fact.high, f"{name} gave {value!r}"


@pytest.mark.parametrize("file", [f for f in sorted(FILES) if is_here(FILES[f].name)])
def test_every_name_is_there(file):
    cls = FILES[file]
    holder = type(find("threading").Lock()) if file == "kind_lock" else find(cls.name)
    for name in cls.facts:
        thing = holder
        if file == "kind_stream":
            made = (io.BufferedReader, io.TextIOWrapper, io.BytesIO, io.FileIO)
            assert any(hasattr(one, name) for one in made), name
            continue
        for part in name.split("."):
            thing = getattr(thing, part)
        assert callable(thing), name


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_functions_give_what_their_facts_say(name, capfd):
    fact = function_fact(name)
    function = find(name)
    for arguments in SAMPLES[name]:
        result = function(*arguments)
        _holds(name, fact, result)
        if fact.pure and type(result) in PLAIN:
            assert repr(function(*arguments)) == repr(result), name
    del capfd


@pytest.mark.parametrize("kind", sorted(RECEIVERS))
def test_methods_give_what_their_facts_say(kind):
    make, samples = RECEIVERS[kind]
    for name, fact in FILES[f"kind_{kind}"].facts.items():
        if name not in samples and not (fact.pure or not fact.raises):
            continue
        for arguments in samples.get(name, ((),)):
            result = getattr(make(), name)(*arguments)
            _holds(f"{kind}.{name}", fact, result)
            if fact.pure and type(result) in PLAIN:
                assert repr(getattr(make(), name)(*arguments)) == repr(result), name


def test_every_pure_and_every_total_function_is_run():
    missing = []
    for file, cls in FILES.items():
        top = cls.name.partition(".")[0]
        if not file.startswith("module_") or top not in sys.stdlib_module_names:
            continue
        for name, fact in cls.facts.items():
            if file != "module_builtins" and (fact.pure or not fact.raises):
                missing += [f"{cls.name}.{name}"] if f"{cls.name}.{name}" not in SAMPLES else []
    assert sorted(set(missing) - WITH_CARE) == []


WITH_CARE = {"asyncio.sleep", "uuid.uuid3", "uuid.uuid5"}
"""Run in tests of their own."""


def test_what_needs_care_keeps_its_facts():
    waiting = asyncio.sleep(0)
    _holds("asyncio.sleep", function_fact("asyncio.sleep"), waiting)
    waiting.close()
    uuid = find("uuid")
    for made in (uuid.uuid3, uuid.uuid5):
        assert made(uuid.NAMESPACE_DNS, "a") == made(uuid.NAMESPACE_DNS, "a")


def test_built_in_functions_give_what_their_facts_say():
    samples = {
        **dict.fromkeys(("abs", "round", "hex", "oct", "bin", "chr", "bool", "callable"), (3,)),
        **dict.fromkeys(("id", "hash", "int", "float"), (3,)),
        "complex": (), "str": (),
        "ascii": ("a",), "repr": ("a",), "range": (3,), "len": ("ab",), "ord": ("a",),
        "divmod": (7, 2), "pow": (2, 3), "isinstance": (1, int), "issubclass": (bool, int),
    }  # fmt: skip
    facts = FILES["module_builtins"].facts
    for name, fact in facts.items():
        made = getattr(builtins, name)
        if name in samples:
            _holds(name, fact, made(*samples[name]))
        elif isinstance(made, type) and issubclass(made, BaseException):
            _holds(name, fact, made("a"))
        else:
            assert not fact.pure or name in NO_SAMPLE, name
    for arguments in ((2, -1), (-8, 0.5), (2, 3, 5)):
        _holds("pow", facts["pow"], pow(*arguments))


def _zip_member():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a", b"one\ntwo\n")
    return zipfile.ZipFile(held).open("a")


def _gzip_file():
    gzip = find("gzip")
    return gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b"one")))


def _tar_member():
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        one = tarfile.TarInfo("a")
        one.size = 8
        archive.addfile(one, io.BytesIO(b"one\ntwo\n"))
    held.seek(0)
    return tarfile.open(fileobj=held).extractfile("a")


class _Wire:
    """A socket of which only the reading side is asked for."""

    def makefile(self, mode):
        del mode
        answer = b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\none\ntwo\n"
        return io.BufferedReader(io.BytesIO(answer))


def _response():
    response = find("http.client").HTTPResponse(_Wire())
    response.begin()
    return response


def _closed_peer():
    here, there = socket.socketpair()
    there.sendall(b"one")
    there.close()
    return here


def _cursor():
    return find("sqlite3").connect(":memory:").execute("select 1 union select 2")


READERS = {
    "kind_stream": (lambda: io.BytesIO(b"one\ntwo\n"), lambda: io.StringIO("one\ntwo\n"),
                    lambda: io.BufferedReader(io.BytesIO(b"one\ntwo\n")),
                    lambda: io.TextIOWrapper(io.BytesIO(b"one\ntwo\n")),
                    _gzip_file),
    "kind_zip_member": (_zip_member,),
    "kind_tar_member": (_tar_member,),
    "kind_http_response": (_response,),
    "kind_socket": (_closed_peer,),
    "kind_sqlite_cursor": (_cursor,),
    "kind_csv_reader": (lambda: find("csv").DictReader(io.StringIO("a\n1\n")),),
}  # fmt: skip
ENDS = {"b''": (b"", ""), "''": ("",), "[]": ([],), "0": (0,)}
SIZED = {"recv": (9,), "readinto": (bytearray(9),), "readinto1": (bytearray(9),)}
SIZED |= {"recv_into": (bytearray(9),), "peek": (1,), "read1": (9,)}


def _drain(reader):
    if isinstance(reader, socket.socket):
        reader.recv(9)
    else:
        for _ in reader:
            pass


@pytest.mark.parametrize("file", sorted(READERS))
def test_after_the_end_a_read_gives_the_same_for_ever(file):
    facts = {name: fact for name, fact in FILES[file].facts.items() if fact.at_end}
    run = set()
    for make, (name, fact) in itertools.product(READERS[file], facts.items()):
        reader = make()
        if not hasattr(reader, name):
            continue
        _drain(reader)
        run.add(name)
        for _ in range(3):
            if fact.at_end == "raises":
                with pytest.raises(StopIteration):
                    getattr(reader, name)()
            else:
                assert getattr(reader, name)(*SIZED.get(name, ())) in ENDS[fact.at_end], name
        reader.close() if hasattr(reader, "close") else None
    assert run >= facts.keys() - {"readall"}


def test_descriptors_and_standard_input_keep_to_their_ends(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"one")
    for name, arguments in {
        "os.read": (9,),
        "os.pread": (9, 3),
        "os.readv": ([bytearray(9)],),
    }.items():
        descriptor = os.open(tmp_path / "a", os.O_RDONLY)
        os.read(descriptor, 9)
        for _ in range(2):
            found = find(name)(descriptor, *arguments)
            assert found in ENDS[function_fact(name).at_end], name
        os.close(descriptor)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    for name, fact in FILES["module_sys"].facts.items():
        if fact.at_end:
            thing = sys
            for part in name.split("."):
                thing = getattr(thing, part)
            assert thing() in ENDS[fact.at_end], name
            assert thing() in ENDS[fact.at_end], name
    for _ in range(2):
        with pytest.raises(EOFError):
            input()


def test_the_end_of_the_file_is_no_password(monkeypatch, capfd):
    module = find("getpass")
    assert function_fact("getpass.getpass").at_end == "raises EOFError"
    with pytest.raises(EOFError):
        module._raw_input("", io.StringIO(), io.StringIO())
    del monkeypatch, capfd


def test_endless_iterators_do_not_end():
    samples = {"itertools.count": (), "itertools.cycle": ("ab",), "itertools.repeat": (1,)}
    found = {
        f"{cls.name}.{name}"
        for cls in FILES.values()
        for name, fact in cls.facts.items()
        if fact.endless
    }
    assert found == samples.keys()
    for name, arguments in samples.items():
        assert sum(1 for _ in itertools.islice(find(name)(*arguments), 2000)) == 2000


def test_what_never_returns_raises():
    with pytest.raises(AssertionError):
        find("typing").assert_never(1)
    with pytest.raises(KeyboardInterrupt):
        find("signal").default_int_handler(2, None)
    with pytest.raises(SystemExit):
        sys.exit()
