"""Runs the same small source on CPython and on the machine."""

import pytest

from haltcheck.frontend import reading
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.model.lower import lower
from haltcheck.model.step.event import Failed, Finished
from haltcheck.model.step.start import start
from haltcheck.model.step.value import Class


def program_of(source):
    """Every function of the source, whether it loops or not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            reading, "pick", lambda table: reading.Pick(frozenset(table.contents.functions), False)
        )
        return lower(parse(from_text(source)))


def machine_outcome(source, name, arguments, steps=200_000):
    """('value', repr), ('error', class name, args or None), or the event that stopped it."""
    program = program_of(source)
    machine = start(program, name, arguments)
    event = machine.run(steps)
    match event:
        case Finished(value=value):
            return ("value", repr(value))
        case Failed(error=error):
            cls = error.cls
            kind = cls.name if type(cls) is Class else cls.__name__
            return ("error", kind, None if error.args is None else repr(error.args))
    return event


def python_outcome(source, name, arguments):
    """What CPython does; only our own test sources are ever run so."""
    space = {"__name__": "sample"}
    exec(compile(source, "<sample>", "exec"), space)
    try:
        return ("value", repr(space[name](**arguments)))
    except Exception as error:
        return ("error", type(error).__name__, repr(error.args))


def agree(ours, theirs):
    if not isinstance(ours, tuple):
        return False
    if ours[0] == "error" and ours[2] is None:
        return ours[:2] == theirs[:2]
    return ours == theirs


@pytest.fixture(scope="session")
def compared():
    """Fails unless the machine does what CPython does."""

    def check(source, name="f", **arguments):
        theirs = python_outcome(source, name, dict(arguments))
        ours = machine_outcome(source, name, arguments)
        assert agree(ours, theirs), f"{ours} instead of {theirs} for\n{source}"

    return check
