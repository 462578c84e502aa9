"""Tables that are gone through row by row, and texts that are rewritten until nothing changes."""

import pytest

from haltcheck.model.reference.link import Ends, LinkBack
from tests.model.reference.test_link import found

NAMES = """
class Names:
    def _next(self, name):
        for old, new in self.pairs:
            if {test}:
                return new
        return name

    def last(self, name):
        {begin}
        while True:
            after = self._next(name)
            if after == name:
                return name
            {step}
            name = after
"""


def names(test: str = "name == old", begin: str = "pass", step: str = "pass") -> str:
    return NAMES.format(test=test, begin=begin, step=step)


GENERATED = """
class Forms:
    def _once(self, text):
        for rule in self.rules:
            if not text.startswith(rule.prefix):
                continue
            return rule.base + text[len(rule.prefix):]
        return text

    def forms(self, text):
        {begin}
        while True:
            {step}
            yield text
            after = self._once(text)
            if after == text:
                return
            text = after
"""
FILLED = """
class Filled:
    def fill(self, text):
        {begin}
        while True:
            after = text
            for name, body in {table}:
                after = after.replace(name, body)
            if after == text:
                return text
            {step}
            text = after
"""
SEARCHED = """
class Tasks:
    def _task(self, number):
        for task in self.tasks:
            if task.number == number:
                return task
        raise KeyError(number)

    def walk(self, task{parameter}):
        {test}
        for number in task.after:
            self.walk(self._task(number){given})
"""
MADE_LIST = """
def needs(rows, name{parameter}):
    found = [row for row in rows if row.name == name]
    for other in found[0].needs:
        needs(rows, other{given})
"""
NOTED = {
    "begin": "seen = set()",
    "step": "if after in seen: raise ValueError\n            seen.add(after)",
}
FRESH = {
    "begin": "seen = set()",
    "step": "if text in seen: raise ValueError\n            seen.add(text)",
}
PLAIN = {"begin": "pass", "step": "pass"}

ENDLESS = {
    "the first row that fits": names(),
    "a row that begins so": names("name.startswith(old)"),
    "a generator of all forms": GENERATED.format(**PLAIN),
    "what is put in place": FILLED.format(table="self.table.items()", **PLAIN),
    "a task by its number": SEARCHED.format(parameter="", test="pass", given=""),
    "a list of those that fit": MADE_LIST.format(parameter="", given=""),
}
FINITE = {
    "what was seen": names(**NOTED),
    "another table than was given": names().replace("self.pairs", "(('a', 'b'), ('c', 'd'))"),
    "what does not fit": names("name != old"),
    "a generator that notes": GENERATED.format(**FRESH),
    "constants are put in place": FILLED.format(table="((' ', ''), ('a', 'b'))", **PLAIN),
    "texts that were seen": FILLED.format(table="self.table.items()", **NOTED),
    "a depth": SEARCHED.format(parameter=", depth=0", test="assert depth < 9", given=", depth + 1"),
    "a way": MADE_LIST.format(parameter=", way=()", given=", (*way, name)").replace(
        "    found =", "    if name in way: return\n    found ="
    ),
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS.keys())
def test_rows_that_lead_back(text: str) -> None:
    assert any(isinstance(one, LinkBack) for one in found(text)), found(text)


@pytest.mark.parametrize("text", FINITE.values(), ids=FINITE.keys())
def test_rows_that_come_to_an_end(text: str) -> None:
    told = found(text)
    assert told and all(isinstance(one, Ends) for one in told), told
