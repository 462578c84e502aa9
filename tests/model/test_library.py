"""Contract of the library models: every file loads, every fact is well formed and is real."""

import importlib
import importlib.util
import inspect
import types
from dataclasses import fields

import pytest

from haltcheck.basis.discover import load_all
from haltcheck.model.fact import Fact, Library, Unlisted
from haltcheck.model.known import function_fact, method_fact, methods_named
from tests.model.real import find, is_here

PACKAGE = "haltcheck.model.library"
FILES = load_all(PACKAGE, Library)
KINDS = {
    "any", "bool", "bytearray", "bytes", "complex", "condition", "deque", "dict", "event", "float",
    "frozenset", "int", "iterator", "list", "lock", "match", "memoryview", "none", "object",
    "pattern", "process", "queue", "range", "set", "slice", "socket", "str", "stream", "thread",
    "tuple", "view",
}  # fmt: skip


def _holder(file, cls):
    if file.startswith("module_"):
        return importlib.import_module(cls.name)
    if cls.name == "threading.Lock":
        return type(__import__("threading").Lock())
    if cls.name == "io.IOBase":
        return None
    return find(cls.name)


@pytest.mark.parametrize("file", [file for file in sorted(FILES) if is_here(FILES[file].name)])
def test_every_name_exists_in_the_real_library(file):
    cls = FILES[file]
    holder = _holder(file, cls)
    for name in cls.facts:
        if holder is None:
            import io

            kinds = (io.BufferedReader, io.TextIOWrapper, io.BytesIO, io.FileIO)
            assert any(hasattr(kind, name) for kind in kinds), name
            continue
        thing = holder
        for part in name.split("."):
            thing = getattr(thing, part)
        assert callable(thing), name


@pytest.mark.parametrize("file", sorted(FILES))
def test_every_fact_is_well_formed(file):
    for name, fact in FILES[file].facts.items():
        assert type(fact) is Fact, name
        assert fact.returns, name
        assert set(fact.returns) <= KINDS, name
        assert fact.low is None or fact.high is None or fact.low <= fact.high, name
        assert fact.writes in ("nothing", "receiver", "arguments", "anything"), name
        if fact.pure:
            assert fact.writes == "nothing", name
            assert not fact.world, name
            assert not fact.calls, name
        if fact.at_end:
            assert fact.world or fact.consumes, name


def test_file_names_tell_what_they_know():
    for file, cls in FILES.items():
        prefix, _, rest = file.partition("_")
        assert prefix in ("module", "kind")
        if prefix == "module":
            assert cls.name.replace(".", "_") == rest


def test_the_built_in_types_are_covered():
    for kind in (str, bytes, list, dict, set, frozenset, tuple, bytearray):
        known = FILES[f"kind_{kind.__name__}"].facts
        for name in vars(kind):
            if not name.startswith("_") and callable(getattr(kind, name)):
                assert name in known, f"{kind.__name__}.{name}"


def test_look_up_by_dotted_name():
    assert isinstance(function_fact("os.path.join"), Fact)
    assert function_fact("posixpath.join") == function_fact("os.path.join")
    assert function_fact("builtins.len") == function_fact("len")
    assert function_fact("dict.fromkeys") == method_fact("dict", "fromkeys")
    assert function_fact("no.such.thing") == Unlisted("no.such.thing")
    assert function_fact("nothing") == Unlisted("nothing")
    assert {"list", "deque", "bytearray"} <= set(methods_named("append"))


def test_ends_of_streams_and_exits():
    read = function_fact("os.read")
    assert isinstance(read, Fact)
    assert read.at_end == "b''"
    assert function_fact("input").at_end == "raises EOFError"
    assert function_fact("sys.exit").never_returns
    assert function_fact("itertools.count").endless


def test_pure_methods_leave_their_receiver_alone():
    samples = {"str": "a,b", "bytes": b"a,b", "tuple": (1, 2), "frozenset": frozenset([1])}
    for kind, sample in samples.items():
        before = repr(sample)
        for name, fact in FILES[f"kind_{kind}"].facts.items():
            if fact.pure:
                method = getattr(sample, name)
                if not inspect.isclass(method) and isinstance(method, types.BuiltinMethodType):
                    try:
                        method()
                    except Exception:
                        continue
        assert repr(sample) == before


def test_facts_have_no_more_than_plain_fields():
    assert len(fields(Fact)) <= 14
