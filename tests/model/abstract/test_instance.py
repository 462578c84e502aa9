"""Objects that are iterated without an end, checked against what Python does where it can."""

import pytest

import haltcheck

ROUNDS = 300

ENDLESS = [
    "return key * 2",
    "return self.data.get(key, 0)",
    "return self.data.get(key)",
    "if isinstance(key, slice):\n    return [key.start, key.stop]\nreturn key",
    "if isinstance(key, (str, slice)):\n    raise TypeError(key)\nreturn key",
    "if not isinstance(key, int):\n    raise TypeError(key)\nreturn key",
    "if key < 0:\n    raise IndexError(key)\nreturn key",
    "if key is None:\n    raise KeyError(key)\nreturn key",
    "try:\n    return self.data[key]\nexcept KeyError:\n    return None",
    "try:\n    return self.items[key]\nexcept (KeyError, IndexError):\n    return None",
    "try:\n    return self.items[key]\nexcept LookupError:\n    return None",
    "try:\n    return self.items[key]\nexcept Exception:\n    return None",
    "return '%s.%s' % (self.name, key)",
    "return f'{self.name}.{key}'",
    "return self.helper(key)",
    "return C(self.data, self.items)",
    "for one in self.items:\n    if one == key:\n        return one\nreturn None",
    "if hasattr(key, 'start'):\n    raise KeyError(key)\nreturn key",
    "return self == key",
    "return 1 << key",
    "return key >> 1",
    "self.data[key] = key\nreturn key",
]
ENDING = [
    "return (1 << key - 1) - 1",
    "return self.items[key]",
    "return self.data[key]",
    "if key >= len(self.items):\n    raise IndexError(key)\nreturn key",
    "if key > 5:\n    raise StopIteration\nreturn key",
    "try:\n    return self.items[key]\nexcept KeyError:\n    return None",
    "try:\n    return self.data[key]\nexcept KeyError:\n    raise IndexError(key)",
    "return getattr(self, key)",
    "return self.name + key",
    "return key.lower()",
    "return self.data.pop(key)",
    "return 1 / (5 - key)",
    "raise NotImplementedError",
    "return self.strict(key)",
    "assert key in self.data\nreturn key",
    "a, b = key\nreturn a",
    "return [one for one in key]",
    "return self.items[key % 7]",
    "return self.data.items()[key]",
    "return self.name.index(key)",
]
CLASS = """
class C:
    def __init__(self, data={{}}, items=()):
        self.data = {{}}
        self.items = list(items)
        self.name = "c"

    def __getitem__(self, key):
        {body}

    def helper(self, key):
        return key

    def strict(self, key):
        if key > 9:
            raise IndexError(key)
        return key
{more}
def f():
    total = 0
    for one in C():
        total += 1
    return total
"""


def _text(body, more=""):
    return CLASS.format(body=body.replace("\n", "\n        "), more=more)


def _codes(text):
    (file,) = haltcheck.check(text).files
    assert file.fault is None
    return [(one.code, one.severity.value, one.function) for one in file.findings]


def _runs_on(text):
    scope = {}
    exec(text, scope)
    asked = iter(scope["C"]())
    try:
        for _ in range(ROUNDS):
            next(asked)
    except Exception:
        return False
    return True


@pytest.mark.parametrize("body", ENDLESS)
def test_a_number_after_the_other(body):
    text = _text(body)
    assert _runs_on(text)
    assert _codes(text) == [("HC301", "error", "f")]


@pytest.mark.parametrize("body", ENDING)
def test_some_number_is_refused(body):
    text = _text(body)
    assert not _runs_on(text)
    assert not _codes(text)


@pytest.mark.parametrize(
    "more",
    [
        "    def __iter__(self):\n        return iter(self.items)\n",
        "    def __iter__(self):\n        raise TypeError\n",
        "    __iter__ = None\n",
    ],
)
def test_what_has_an_iterator_of_its_own(more):
    assert not _codes(_text("return key", more))


BASES = """
{head}
class C{bases}:
    def __getitem__(self, key):
        return key
"""


@pytest.mark.parametrize("bases", ["", "(object)", "(B)"])
def test_the_class_itself_is_warned_of(bases):
    found = _codes(BASES.format(head="class B:\n    pass", bases=bases))
    assert found == [("HC301", "warning", "C.__getitem__")]


@pytest.mark.parametrize(
    ("head", "bases"),
    [
        ("from other import B", "(B)"),
        ("", "(dict)"),
        ("class B:\n    __iter__ = None", "(B)"),
        ("class B:\n    def __iter__(self):\n        return iter(())", "(B)"),
        ("class B(type):\n    pass", "(metaclass=B)"),
        ("class B(type):\n    pass", "(B)"),
    ],
)
def test_a_base_may_have_an_iterator(head, bases):
    assert not _codes(BASES.format(head=head, bases=bases))


@pytest.mark.parametrize(
    "change",
    [
        ("class C", "class _C"),
        ("key):", "key: str):"),
        ("    def __g", "    @staticmethod\n    def __g"),
        ("return key", "yield key"),
        ("    def __g", "    async def __g"),
        ("return key", "..."),
        ("return key", "pass"),
        ("return key", "return self.get(key)\n    def get(self, key): ..."),
    ],
)
def test_what_nobody_iterates(change):
    assert not _codes(BASES.format(head="", bases="").replace(*change))


USES = [
    ("list(C())", "error"),
    ("sorted(C())", "error"),
    ("[*C()]", "error"),
    ("','.join(C())", "error"),
    ("print(*C())", "error"),
    ("[one for one in C()]", "error"),
    ("name in C()", "warning"),
    ("name not in C()", "warning"),
]


@pytest.mark.parametrize(("use", "severity"), USES)
def test_straight_code(use, severity):
    text = f"{BASES.format(head='', bases='')}\ndef f(name):\n    return {use}\n"
    assert _codes(text) == [("HC301", severity, "f")]


@pytest.mark.parametrize("use", ["next(iter(C()))", "C()[name]", "len(C())", "zip(C(), name)"])
def test_what_does_not_ask_for_all(use):
    text = f"{BASES.format(head='', bases='')}\ndef f(name):\n    return {use}\n"
    assert all(function == "C.__getitem__" for _, _, function in _codes(text))


def test_a_class_that_says_what_it_contains():
    more = "    def __contains__(self, key):\n        return False\n"
    text = f"{BASES.format(head='', bases='')}{more}\ndef f(name):\n    return name in C()\n"
    assert all(function == "C.__getitem__" for _, _, function in _codes(text))


SEARCH = """
class C:
    def __getitem__(self, key):
        return self.rows.get(key, [])

    def find(self, name):
        number = 0
        for row in self:
            number += 1
            {test}
                return number
        return None
"""


@pytest.mark.parametrize("test", ["if name in row:", "if row == name:"])
def test_what_is_looked_for_may_not_be_there(test):
    assert _codes(SEARCH.format(test=test)) == [("HC301", "warning", "C.find")]


@pytest.mark.parametrize("test", ["if not row:", "if number > 9:", "if number > len(name):"])
def test_a_test_that_is_meant_to_end_the_loop(test):
    assert not _codes(SEARCH.format(test=test))


NEXT = """
class C:
    def __init__(self, stream):
        self.stream = stream
        self.count = 0

    def __iter__(self):
        return self

    def __next__(self):
        {body}

def f(stream):
    for one in C(stream):
        print(one)

def g(stream):
    return list(C(stream))
"""


@pytest.mark.parametrize(
    "body",
    [
        "return self.stream.readline()",
        "return self.stream.read(4).strip()",
        "line = self.stream.readline()\nif line.startswith('#'):\n    return None\nreturn line",
    ],
)
def test_an_iterator_that_never_stops(body):
    text = NEXT.format(body=body.replace("\n", "\n        "))
    assert _codes(text) == [("HC301", "error", "f"), ("HC301", "error", "g")]


@pytest.mark.parametrize(
    "body",
    [
        "line = self.stream.readline()\nif not line:\n    raise StopIteration\nreturn line",
        "return next(self.stream)",
        "return self.stream.take()",
        "return struct.unpack('<I', self.stream.read(4))",
        "return int(self.stream.readline())",
        "return self.stream.readline()[0]",
        "self.count += 1\nif self.count > 4:\n    raise StopIteration\nreturn 1",
    ],
)
def test_an_iterator_that_stops_or_may_raise(body):
    assert not _codes(NEXT.format(body=body.replace("\n", "\n        ")))


def test_a_counter_is_no_mistake_by_itself():
    text = NEXT.format(body="self.count += 1\n        return self.count")
    assert _codes(text) == [("HC301", "error", "g")]
    assert not _codes(text[: text.index("def f")])
    text = text.replace("print(one)", "if one > 9: break").replace("list(C(stream))", "C(stream)")
    assert not _codes(text)
