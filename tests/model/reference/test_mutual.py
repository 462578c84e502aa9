"""Objects that tell of each other, checked against what Python does with them."""

import pytest

import haltcheck
from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import Budget
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.model.abstract import Trust
from haltcheck.model.certificate import Claim, ToldInTurn
from haltcheck.model.lower import lower
from haltcheck.model.subject import RecursionSubject
from haltcheck.proof.kernel import Proof, check
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Rejected

HEAD = """
class Parent:
    def __init__(self):
        self.children = []
        self.named = {{}}
        self.first = None

    def {there}(self):
        {parent}

class Child:
    def __init__(self, parent):
        self.parent = parent
        {bind}

    def {back}(self):
        {child}
"""
BIND = "parent.children.append(self)"
PARENT = "return 'Parent(%s)' % ', '.join(map(repr, self.children))"
CHILD = "return 'Child(%r)' % self.parent"


def _text(bind=BIND, parent=PARENT, child=CHILD, there="__repr__", back="__repr__"):
    lines = {"bind": bind, "parent": parent, "child": child}
    told = {key: line.replace("\n", "\n        ") for key, line in lines.items()}
    return HEAD.format(**told, there=there, back=back)


def _found(text):
    (file,) = haltcheck.check(text).files
    assert file.fault is None
    return [(one.code, one.severity.value, one.function) for one in file.findings]


def _recurs(text):
    scope = {}
    exec(text, scope)
    child = scope["Child"](scope["Parent"]())
    try:
        repr(child), str(child)
    except RecursionError:
        return True
    return False


ENDLESS = [
    {},
    {"child": "return f'Child({self.parent!r})'"},
    {"child": "return 'Child({!r})'.format(self.parent)"},
    {"child": "return 'Child(' + repr(self.parent) + ')'"},
    {"child": "return 'Child(%s, %r)' % (1, self.parent)"},
    {"child": "if self.parent is None:\n    return 'Child'\nreturn repr(self.parent)"},
    {"parent": "return ', '.join([repr(one) for one in self.children])"},
    {"parent": "told = ''\nfor one in self.children:\n    told += repr(one)\nreturn told"},
    {"bind": "parent.first = self", "parent": "return 'Parent(%r)' % self.first"},
    {"bind": "parent.first = self", "parent": "return 'Parent(%r)' % (self.first,)"},
    {
        "bind": "parent.named[1] = self",
        "parent": "return ''.join([repr(one) for one in self.named.values()])",
    },
    {
        "bind": "parent.named.setdefault(1, []).append(self)",
        "parent": "return ''.join([''.join(map(repr, one)) for one in self.named.values()])",
    },
    {"child": "return 'Child(%s)' % self.parent"},
    {"child": "return f'Child({self.parent})'"},
]
ENDING = [
    {"parent": "return 'Parent(%r)' % self.children"},
    {"parent": "return 'Parent(%d)' % len(self.children)"},
    {"child": "return 'Child(%r)' % self.parent.children"},
    {"child": "return 'Child'"},
    {"bind": "pass"},
    {"bind": "parent.named[1] = self"},
    {"there": "__str__", "back": "__str__"},
    {"there": "__str__"},
    {"parent": "if len(self.children) > 0:\n    return 'Parent'\n" + PARENT},
    {"child": "try:\n    return repr(self.parent)\nexcept RecursionError:\n    return ''"},
]


@pytest.mark.parametrize("change", ENDLESS)
def test_each_tells_of_the_other(change):
    text = _text(**change)
    assert _recurs(text)
    found = _found(text)
    assert ("HC202", "warning", "Child.__repr__") in found
    assert ("HC202", "warning", "Parent.__repr__") in found


@pytest.mark.parametrize("change", ENDING)
def test_one_of_them_does_not(change):
    text = _text(**change)
    assert not _recurs(text)
    assert not _found(text)


NAMED = """
class Link:
    def __set__(self, obj, value):
        obj.__dict__[self.slot] = value
        value.related.setdefault(self.slot, []).append(obj)

class Model:
    links = ()

    def __init__(self):
        self.related = {}

    def __repr__(self):
        parts = []
        for name in self.links:
            parts.append("%r" % getattr(self, name))
        for name, children in self.related.items():
            parts.append(", ".join(map(repr, children)))
        return " ".join(parts)
"""
SUBJECT = RecursionSubject(("Model.__repr__",))
GOOD = ToldInTurn("*", "related", "Link.__set__")


def _check(certificate, text=NAMED, subject=SUBJECT):
    problem = Problem(lower(parse(from_text(text))), subject, Trust.NOTHING, Budget())
    return check(problem, Claim(subject, Answer.NON_HALT, certificate))


def test_attributes_whose_names_are_computed():
    found = _check(GOOD)
    assert isinstance(found, Proof)
    assert found.condition == "two objects refer to each other, as Link.__set__ binds them"


@pytest.mark.parametrize(
    "certificate",
    [
        ToldInTurn("related", "*", "Model.__init__"),
        ToldInTurn("*", "related", "Model.__init__"),
        ToldInTurn("*", "links", "Link.__set__"),
        ToldInTurn("", "", ""),
    ],
)
def test_other_attributes_are_rejected(certificate):
    assert isinstance(_check(certificate), Rejected)


@pytest.mark.parametrize(
    "change",
    [
        ("map(repr, children)", "map(repr, range(len(children)))"),
        ("getattr(self, name)", "getattr(self, name).id"),
        ("value.related", "value.others"),
        (".append(obj)", ".append(value)"),
        ("    def __repr__", "    @reprlib.recursive_repr()\n    def __repr__"),
    ],
)
def test_what_keeps_them_from_it_is_seen(change):
    assert isinstance(_check(GOOD, NAMED.replace(*change)), Rejected)


def test_other_subjects_are_rejected():
    assert isinstance(_check(GOOD, subject=RecursionSubject(("Link.__set__",))), Rejected)


SERIALISED = {"parent": "return [one.to_dict() for one in self.children]"}
SERIALISED |= {"there": "to_dict", "back": "to_dict"}


def test_serialisers_that_go_up_and_down_never_end() -> None:
    text = _text(child="return {'of': self.parent.to_dict()}", **SERIALISED)
    assert [(code, name) for code, _, name in _found(text)] == [
        ("HC202", "Parent.to_dict"),
        ("HC202", "Child.to_dict"),
    ]
    scope: dict[str, type] = {}
    exec(text, scope)
    with pytest.raises(RecursionError):
        scope["Child"](scope["Parent"]()).to_dict()


def test_serialisers_that_go_down_alone_end() -> None:
    assert _found(_text(child="return {'of': id(self.parent)}", **SERIALISED)) == []
    assert _found(_text(bind="self.kept = [parent]", child="return 1", **SERIALISED)) == []
