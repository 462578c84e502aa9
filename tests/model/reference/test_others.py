"""Walks that pass through objects whose classes nobody names."""

import pytest

import haltcheck

PARTS = """
class Assembler:
    def __init__(self, shelf):
        self.shelf = shelf
        self.lines = []

    def assemble(self, unit):
        for word, rest in unit.lines:
            if word == "part":
                self.shelf.fetch_part(self, rest)
            else:
                self.lines.append(rest)

class Shelf:
    def __init__(self, folder):
        self.folder = folder
        self.taken = set()

    def fetch_part(self, assembler, name):
        {test}
        with open(self.folder + name) as stream:
            assembler.assemble(read_unit(stream))
{more}
def read_unit(stream):
    return Unit([line.split(" ", 1) for line in stream])

class Unit:
    def __init__(self, lines):
        self.lines = lines
"""
PAGES = """
class Page:
    def __init__(self, shelf):
        self.shelf = shelf
        self.open = []

    def pieces(self, text{parameter}):
        found = []
        for word in text.split():
            if word.startswith("@"):
                {test}
                found.extend(self.shelf.{verb}({given}))
            else:
                found.append(word)
        return found
"""


def parts(test: str = "pass", more: str = "") -> str:
    return PARTS.format(test=test, more=more)


def pages(
    test: str = "pass", verb: str = "include", given: str = "self, word[1:]", parameter: str = ""
) -> str:
    return PAGES.format(test=test, verb=verb, given=given, parameter=parameter)


ENDLESS = {"two classes": parts(), "one that includes": pages(), "extends": pages(verb="extend_by")}
FINITE = {
    "who stands for another": """
class Account:
    def group_of(self, name):
        return self.chat.group_of(self.chat.get_group(name))
""",
    "what was taken": parts("if name in self.taken: return\n        self.taken.add(name)"),
    "another class with such a method": parts(
        more="\nclass Box:\n    def fetch_part(self, assembler, name):\n        return name\n"
    ),
    "what is open": pages(
        "if word in self.open: raise ValueError(word)\n                self.open.append(word)"
    ),
    "a depth": pages("if depth > 9: raise ValueError(word)", parameter=", depth=0"),
    "another verb": pages(verb="count"),
    "not itself": pages(given="word[1:]"),
    "what it was handed": pages(given="self, text"),
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS.keys())
def test_what_comes_back_through_another_object(text: str) -> None:
    (found,) = haltcheck.check(text).files[0].findings
    assert found.code == "HC202"


@pytest.mark.parametrize("text", FINITE.values(), ids=FINITE.keys())
def test_what_does_not_or_comes_to_an_end(text: str) -> None:
    assert not haltcheck.check(text).files[0].findings


LAYERS = """
class Layer:
    def stands(self, name):
        return all(self.context.layers[one].{asked}(one) for one in self.context.links[name])

class Table:
    def holds(self, name):
        return self.layers[name].stands(name)
"""


def test_who_asks_in_a_generator_expression_for_its_own_method_stands_for_another() -> None:
    assert not haltcheck.check(LAYERS.format(asked="stands")).findings


def test_who_asks_for_a_method_of_another_class_may_come_back() -> None:
    findings = haltcheck.check(LAYERS.format(asked="holds")).findings
    assert [one.code for _, one in findings] == ["HC202"]
