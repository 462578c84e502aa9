"""``__getattr__`` of objects that copy and pickle make, checked against what copy does."""

import copy

import pytest

from haltcheck import check_paths
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.abstract.unborn import Born, Unborn, unborn
from haltcheck.model.lower import lower

HEAD = """
NAMES = ("one", "two")
class C{bases}:
    def __init__(self, held):
        {binds}
"""


def _text(body: str, binds: str = "self._held = held", bases: str = "") -> str:
    lines = "".join(f"    {line}\n" for line in body.strip("\n").split("\n"))
    return HEAD.format(bases=bases, binds=binds) + lines


def _found(text: str) -> Unborn | Born:
    program = lower(parse(from_text(text)))
    return unborn(tables_of(program).resolver, "C.__getattr__")


def _copies(text: str) -> bool:
    """Whether a copy of an object of the class can be made."""
    scope: dict[str, object] = {}
    exec(text, scope)
    made = scope["C"]({"x": 1})  # type: ignore[operator]
    try:
        copy.copy(made)
    except RecursionError:
        return False
    return True


PLAIN = """
def __getattr__(self, name):
    return getattr(self._held, name)
"""
LOOKED_UP = """
def __getattr__(self, name):
    try:
        return self._held[name]
    except KeyError:
        raise AttributeError(name) from None
"""
ENDLESS = {
    "plain": _text(PLAIN),
    "looked up": _text(LOOKED_UP),
    "member": _text(
        "def __getattr__(self, name):\n    if name not in self._held:\n"
        "        raise AttributeError(name)\n    return self._held[name]"
    ),
    "mangled": _text(
        "def __getattr__(self, name):\n    return getattr(self.__held, name)",
        "self.__held = held",
    ),
    "another name is kept out": _text(
        "def __getattr__(self, name):\n    if name.startswith('test_') or name in NAMES:\n"
        "        raise AttributeError(name)\n    return self._held[name]"
    ),
    "only this name is let through": _text(
        "def __getattr__(self, name):\n    if name == 'held':\n"
        "        return self._other\n    return self._held[name]"
    ),
    "copies are let through": _text(
        "def __getattr__(self, name):\n    if name == '__deepcopy__':\n"
        "        raise AttributeError(name)\n    return self._held[name]"
    ),
    "the dictionary first": _text(
        "def __getattr__(self, name):\n    try:\n        return self.__dict__[name]\n"
        "    except KeyError:\n        return self._held[name]"
    ),
    "the default first": _text(
        "def __getattr__(self, name):\n    try:\n"
        "        return object.__getattribute__(self, name)\n"
        "    except AttributeError:\n        return self._held[name]"
    ),
    "super first": _text(
        "def __getattr__(self, name):\n    try:\n"
        "        return super().__getattribute__(name)\n"
        "    except AttributeError:\n        return getattr(self._held, name)"
    ),
    "in turn": _text(
        "def __getattr__(self, name):\n    if name == '_held':\n        return self._other\n"
        "    return self._held[name]",
        "self._held = self._other = held",
    ),
    "either": _text(
        "def __getattr__(self, name):\n    if name in globals_of:\n        return self._other\n"
        "    return self._held[name]",
        "self._held = self._other = held",
    ).replace("NAMES =", "globals_of = set()\nNAMES ="),
    "asked as a text": _text(
        "def __getattr__(self, name):\n    held = getattr(self, '_held', None)\n"
        "    return held[name]"
    ),
    "a method is asked for": _text(
        "def __getattr__(self, name):\n    return self._held(name)", "self._held = held.get"
    ),
    "a method reads it": _text(
        "def __getattr__(self, name):\n    return getattr(self.opened(1), name)\n"
        "def opened(self, times, more=0):\n    if times == 1:\n        return self._held\n"
        "    return None"
    ),
    "a property reads it": _text(
        "def __getattr__(self, name):\n    return getattr(self.held, name)\n"
        "@property\ndef held(self):\n    try:\n        return self._held\n"
        "    except AttributeError:\n        return None"
    ),
    "a nested function": _text(
        "def __getattr__(self, name):\n    def call(*args):\n        return name, args\n"
        "    return self._held[call]"
    ),
    "slots": _text("__slots__ = ('_held',)" + PLAIN),
    "bound as a text": _text(PLAIN, "object.__setattr__(self, '_held', held)"),
    "bound in the dictionary": _text(PLAIN, "self.__dict__['_held'] = held"),
    "a dictionary": _text(PLAIN, bases="(dict)"),
    "annotated": _text("_held: dict" + PLAIN),
    "people are told first": "import logging, warnings\nlog = logging.getLogger(__name__)\n"
    + _text(
        "def __getattr__(self, name):\n    log.debug('asked for %s', name)\n"
        "    warnings.warn('old', DeprecationWarning)\n    return self._held[name]"
    ),
    "a base of typing": "from typing import Iterable\n"
    + _text(PLAIN + "def __iter__(self):\n    return iter(self._held)", bases="(Iterable[int])"),
    "told of in the message": _text(
        "def __getattr__(self, name):\n    raise AttributeError(f'{self} has no {name}')\n"
        "def __repr__(self):\n    return 'C(%s)' % self._held"
    ),
    "told of by percent": _text(
        "def __getattr__(self, name):\n    raise AttributeError('%r has no %s' % (self, name))\n"
        "def __repr__(self):\n    return 'C(%s)' % self._held"
    ),
    "among what it offers": _text(
        "def __getattr__(self, name):\n    if name in dir(self):\n        return 1\n"
        "    raise AttributeError(name)\ndef __dir__(self):\n    return sorted(self._held)"
    ),
    "an item of its own": _text(
        "def __getattr__(self, name):\n    return self[name]\n"
        "def __getitem__(self, key):\n    return self._held[key]"
    ),
    "a member of its own": _text(
        "def __getattr__(self, name):\n    if name in self:\n        return 1\n"
        "    raise AttributeError(f'{self.__class__.__name__} has no {name}')\n"
        "def __contains__(self, key):\n    return key in self._held"
    ),
    "a data class": "from dataclasses import dataclass\n@dataclass\nclass C:\n    held: object\n"
    "    def __getattr__(self, name):\n        return getattr(self.held, name)\n",
    "an exception with another name": _text(
        "def __getattr__(self, name):\n    try:\n        return self._held[name]\n"
        "    except (KeyError, OSError) as error:\n"
        "        raise AttributeError(name) from error\n    finally:\n        name = None"
    ),
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_it_asks_itself_for_ever(text):
    assert isinstance(_found(text), Unborn), _found(text)
    assert not _copies(text)


FINE = {
    "told of by what it has": _text(
        "def __getattr__(self, name):\n    raise AttributeError(f'{self} has no {name}')\n"
        "def __repr__(self):\n    return 'C'"
    ),
    "told of by its class": _text(
        "def __getattr__(self, name):\n"
        "    raise AttributeError(f'{type(self).__name__} has no {name}')"
    ),
    "special names": _text(
        "def __getattr__(self, name):\n    if name.startswith('__'):\n"
        "        raise AttributeError(name)\n    return getattr(self._held, name)"
    ),
    "special names at both ends": _text(
        "def __getattr__(self, name):\n"
        "    if name[:2] == '__' and name.endswith('__'):\n"
        "        raise AttributeError(name)\n    return getattr(self._held, name)"
    ),
    "private names": _text(
        "def __getattr__(self, name):\n    if name[0] == '_':\n"
        "        raise AttributeError(name)\n    return getattr(self._held, name)"
    ),
    "the very name": _text(
        "def __getattr__(self, name):\n    if name == '_held':\n"
        "        raise AttributeError(name)\n    return getattr(self._held, name)"
    ),
    "one of some names": _text(
        "def __getattr__(self, name):\n    if name in ('_held', 'held'):\n"
        "        raise AttributeError(name)\n    return getattr(self._held, name)"
    ),
    "what is known alone": _text(
        "def __getattr__(self, name):\n    if name in NAMES:\n"
        "        return self._held[name]\n    raise AttributeError(name)"
    ),
    "the default": _text(
        "def __getattr__(self, name):\n"
        "    return getattr(object.__getattribute__(self, '_held'), name)"
    ),
    "the dictionary": _text(
        "def __getattr__(self, name):\n    held = self.__dict__.get('_held')\n"
        "    if held is None:\n        raise AttributeError(name)\n    return held[name]"
    ),
    "a member of the dictionary": _text(
        "def __getattr__(self, name):\n    if '_held' not in self.__dict__:\n"
        "        raise AttributeError(name)\n    return self._held[name]"
    ),
    "variables": _text(
        "def __getattr__(self, name):\n    if '_held' not in vars(self):\n"
        "        raise AttributeError(name)\n    return self._held[name]"
    ),
    "the class has one": _text("_held = None" + PLAIN),
    "a property": _text("@property\ndef _held(self):\n    return {}" + PLAIN, "self.held = held"),
    "it restores itself": _text(
        PLAIN + "def __setstate__(self, state):\n    self.__dict__.update(state)"
    ),
    "it makes itself": _text(
        PLAIN + "def __new__(cls, held=None):\n    made = super().__new__(cls)\n"
        "    made._held = held\n    return made"
    ),
    "a method binds it": _text(
        "def __getattr__(self, name):\n    self.fill()\n    return getattr(self._held, name)\n"
        "def fill(self):\n    self._held = {}"
    ),
    "a method makes it": _text(
        "def __getattr__(self, name):\n    return getattr(self.opened(), name)\n"
        "def opened(self):\n    if '_held' not in self.__dict__:\n        return {}\n"
        "    return self._held"
    ),
    "a method catches it": _text(
        "def __getattr__(self, name):\n    return getattr(self.opened(), name)\n"
        "def opened(self):\n    try:\n        return self._held\n"
        "    except RuntimeError:\n        return {}"
    ),
    "it binds it": _text(
        "def __getattr__(self, name):\n    self._held = {'__setstate__': None}\n"
        "    return getattr(self._held, name)"
    ),
    "the end of the stack is caught": _text(
        "def __getattr__(self, name):\n    try:\n        return self._held[name]\n"
        "    except Exception:\n        raise AttributeError(name) from None"
    ),
    "everything is caught": _text(
        "def __getattr__(self, name):\n    try:\n        return self._held[name]\n"
        "    except:\n        raise AttributeError(name)"
    ),
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_it_comes_back(text):
    assert isinstance(_found(text), Born)
    assert _copies(text)


UNKNOWN = {
    "a base from elsewhere that is an exception": "from x import BaseError\n"
    + _text(PLAIN, bases="(BaseError)"),
    "a base of the library": "import threading\n" + _text(PLAIN, bases="(threading.Thread)"),
    "a metaclass": "from x import Meta\n" + _text(PLAIN, bases="(metaclass=Meta)"),
    "a decorator": "from x import made\n@made" + _text(PLAIN).replace('NAMES = ("one", "two")', ""),
    "bound from outside": _text(PLAIN) + "C._held = None\n",
    "bound on the class": _text(PLAIN)
    + "    @classmethod\n    def fill(cls):\n        cls._held = None\n",
    "nobody binds it": _text(PLAIN, "pass"),
    "decorated": "from x import made\n" + _text("@made" + PLAIN),
    "other parameters": _text("def __getattr__(self, *names):\n    return self._held[names]"),
    "a call before": "import x\n"
    + _text("def __getattr__(self, name):\n    x.see(name)\n    return self._held[name]"),
    "rebound names": _text(
        "def __getattr__(self, name):\n    def other():\n        nonlocal name\n"
        "        name = 1\n    return self._held[name]"
    ),
}


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_not_known_is_left(text):
    assert isinstance(_found(text), Born)


def test_a_base_that_nobody_sees_is_supposed_to_bring_nothing():
    found = _found("from x import Base\n" + _text(PLAIN, bases="(Base)"))
    assert found == Unborn(("_held",), ("__init__",), ("Base",))


BASES = {
    "": True,
    "    _held = None\n": False,
    "    def __setstate__(self, state):\n        pass\n": False,
    "    def __init__(self):\n        self.more = 1\n": True,
}


@pytest.mark.parametrize(("body", "endless"), BASES.items())
def test_a_base_of_another_file_is_looked_at(tmp_path, body, endless):
    (tmp_path / "above.py").write_text(f"class Base:\n    name = 'x'\n{body}")
    place = tmp_path / "below.py"
    place.write_text("from above import Base\n" + _text(PLAIN, bases="(Base)"))
    findings = [one.code for one in check_paths([place]).files[0].findings]
    assert findings == (["HC203"] if endless else [])


def test_pickle_asks_neither_way_to_copy():
    copy_only = PLAIN + "def __copy__(self):\n    return C(self._held)\n"
    both = copy_only + "def __deepcopy__(self, memo):\n    return C(self._held)\n"
    assert isinstance(_found(_text(copy_only)), Born)
    assert isinstance(_found(_text(both)), Unborn)
    assert isinstance(_found(_text(both + "def __reduce__(self):\n    return C, ()\n")), Born)


def test_the_names_and_who_binds_them():
    assert _found(ENDLESS["mangled"]) == Unborn(("__held",), ("__init__",))
    assert _found(ENDLESS["in turn"]) == Unborn(("_held", "_other"), ("__init__", "__init__"))


def test_private_objects_stay_where_nothing_is_copied():
    text = ENDLESS["plain"].replace("class C:", "class _C:")
    private = lower(parse(from_text(text)))
    assert isinstance(unborn(tables_of(private).resolver, "_C.__getattr__"), Born)
    for more in ("import copy\n" + text, text + "\nclass D(_C):\n    pass\n"):
        program = lower(parse(from_text(more)))
        assert isinstance(unborn(tables_of(program).resolver, "_C.__getattr__"), Unborn)


def test_another_method_may_bind_it():
    text = _text(PLAIN, "pass") + "    def fill(self, held):\n        self._held = held\n"
    assert _found(text) == Unborn(("_held",), ("fill",))


HELD = """
from collections import UserDict
class C(UserDict):
    def __getattr__(self, name):
        {guard}if name in self.data:
            return self.data[name]
        raise AttributeError(name)
"""
GUARD = 'if name == "data":\n            raise AttributeError(name)\n        '


@pytest.mark.parametrize(("guard", "comes_back"), [("", False), (GUARD, True)])
def test_what_the_standard_containers_bind_is_known(guard, comes_back):
    text = HELD.format(guard=guard)
    assert isinstance(_found(text), Born if comes_back else Unborn)
    scope: dict[str, object] = {}
    exec(text, scope)
    made = scope["C"](a=1)  # type: ignore[operator]
    if comes_back:
        assert copy.deepcopy(made) == made
    else:
        with pytest.raises(RecursionError):
            copy.deepcopy(made)
