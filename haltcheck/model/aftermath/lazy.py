"""Generator expressions that only look at what they are handed, whoever runs them."""

from __future__ import annotations

import re

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import (
    LAZY,
    LONGEST,
    UNSURE,
    Symbol,
    Value,
    Walker,
    text_of,
)
from haltcheck.model.calls import Dotted, Resolver
from haltcheck.model.fact import Unlisted
from haltcheck.model.known import function_fact, methods_named
from haltcheck.model.program import Function, code_of

_PLAIN = (
    i.Copy,
    i.Operate,
    i.Build,
    i.GetAttribute,
    i.GetItem,
    i.LoadGlobal,
    i.LoadFree,
    i.GetIterator,
    i.Unpack,
    i.Suspend,
    i.Unbind,
)


FILES = "<files"
"""How the text of one begins that asks the file system."""

_JOINED = re.compile(
    r"[bB]?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\") in [bB]?''\.join\(<items \d+>\(([\w., ]+)\)\)"
)


def joined_of(fact: str, answer: bool) -> tuple[str, ...] | None:
    """What a text is made of, item by item, that is supposed not to hold something.

    Of no items it holds nothing at all. None for any other fact.
    """
    found = None if answer else _JOINED.fullmatch(fact)
    return None if found is None else tuple(found[1].split(", "))


def lazy(event: Event, function: Function, state: State, arguments: dict[str, Value]) -> Value:
    """What it gives, by its line and what it is made of, where that stands still."""
    names = {one.name for one in code_of(function) if isinstance(one, i.LoadFree)}
    given = (one.over if isinstance(one, Walker) else one for one in arguments.values())
    made = [*given, *(state.locals.get(name, UNSURE) for name in sorted(names))]
    texts = [text_of(one) for one in made]
    fixed = not any(isinstance(one, Symbol) and state.changed(one.text) for one in made)
    if event not in _ASKED or not all(texts) or not fixed:
        return LAZY
    kind = FILES if any(map(_asks_files, code_of(function))) else "<items"
    text = f"{kind} {function.span.line}>({', '.join(texts)})"
    return Walker(Symbol(text)) if len(text) <= LONGEST else LAZY


_ASKED = frozenset({Event.ROOT, Event.IDLE})


def _asks_files(one: i.Instruction) -> bool:
    return isinstance(one, i.CallMethod) and one.name in _FILES


_FILES = frozenset({"exists", "lexists", "isfile", "isdir", "islink"})


def only_looks(resolver: Resolver, function: Function) -> bool:
    """Whether nothing that it runs changes, reads or waits for anything."""
    return all(
        _looks(resolver, function, one) for block in function.blocks for one in block.instructions
    )


def _looks(resolver: Resolver, function: Function, one: i.Instruction) -> bool:
    match one:
        case i.Suspend(kind=kind):
            return kind == "yield"
        case i.Call():
            run = resolver.resolve(function, one)
            fact = function_fact(run.name) if isinstance(run, Dotted) else Unlisted("")
            facts = [] if isinstance(fact, Unlisted) else [fact]
        case i.CallMethod(name=name):
            asked = resolver.resolve(function, one)
            if isinstance(asked, Dotted) and asked.name.startswith("os.path."):
                return name in _FILES or not isinstance(function_fact(asked.name), Unlisted)
            facts = list(methods_named(name).values())
        case _:
            return isinstance(one, _PLAIN)
    return bool(facts) and all(
        fact.writes == "nothing" and not (fact.waits or fact.calls or fact.consumes or fact.world)
        for fact in facts
    )
