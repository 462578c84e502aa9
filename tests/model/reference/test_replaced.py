"""What a file puts in the place of what it calls, and what it kept before."""

import pytest

from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.calls import Resolver
from haltcheck.model.lower import lower
from haltcheck.model.reference.asked_again import HandsBack
from haltcheck.model.reference.replaced import replaced


def endless(text: str) -> set[str]:
    syntax = parse(from_text(text))
    assert isinstance(syntax, Syntax)
    program = lower(syntax)
    resolver = Resolver(program)
    return {x for x in program.functions if isinstance(replaced(resolver, x), HandsBack)}


ENDLESS = {
    "hook": """
import sys
def hook(kind, error, trace):
    print(error)
    sys.excepthook(kind, error, trace)
sys.excepthook = hook
""",
    "put.dumps": """
import json
def put():
    def dumps(value):
        return json.dumps(value, default=str)
    json.dumps = dumps
""",
    "Tee.write": """
import sys
class Tee:
    def __init__(self, path):
        self.file = open(path, "w")
    def write(self, text):
        self.file.write(text)
        sys.stdout.write(text)
sys.stdout = Tee("log")
""",
    "send": """
class Session:
    def send(self, message):
        return message
def send(self, message):
    return Session.send(self, message.strip())
Session.send = send
""",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_who_calls_what_it_stands_for_calls_itself(name: str) -> None:
    assert endless(ENDLESS[name]) == {name}


HALTING = {
    "what was there before is kept": """
import json
before = json.dumps
def dumps(value):
    return before(value, default=str)
json.dumps = dumps
""",
    "it is put back before": """
import json
before = json.dumps
def dumps(value):
    json.dumps = before
    return json.dumps(value)
json.dumps = dumps
""",
    "a context puts it back": """
import json
def dumps(value):
    with as_before():
        return json.dumps(value)
json.dumps = dumps
""",
    "another one is put there": """
import json
def dumps(value):
    return json.dumps(value)
def other(value):
    return str(value)
json.dumps = other
""",
}


@pytest.mark.parametrize("name", HALTING)
def test_what_was_kept_is_another_function(name: str) -> None:
    assert endless(HALTING[name]) == set()
