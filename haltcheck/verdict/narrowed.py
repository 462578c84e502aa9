"""Arguments that never come: what an annotation, a decorator or a class lets through.

A condition speaks of numbers and texts as if a caller may hand in any. Where the file says that
only some of them arrive, nobody has shown that those of the condition are among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from haltcheck.basis.once import once
from haltcheck.frontend.family import short_name
from haltcheck.frontend.pick import is_private
from haltcheck.frontend.syntax import Contents
from haltcheck.model.assumption import DoesNotWrite
from haltcheck.model.program import Program
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.verdict.evidence import Settled
from haltcheck.verdict.waiting import strange_arguments

_WORD = re.compile(r"(?<![\w.])[A-Za-z_]\w*(?!\w)")
_READ = re.compile(r"(?<![\w.'\"])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")
_SINGLE = re.compile(r"\b(?:typing\.|t\.|typing_extensions\.)?Literal\[")
_ENUMS = frozenset({"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"})
_KEEPING = frozenset(
    [
        "abstractmethod",
        "cache",
        "cached_property",
        "classmethod",
        "contextmanager",
        "final",
        "getter",
        "lru_cache",
        "override",
        "property",
        "setter",
        "staticmethod",
        "wraps",
    ]
)


def narrowed(program: Program, subject: Subject, condition: str) -> str:
    """What keeps arguments of the condition away; nothing where the file is silent."""
    names = set(_WORD.findall(condition))
    for qualname in _functions(subject):
        function = program.functions[qualname]
        spoken = [one for one in function.parameters if one.name in names]
        for parameter in spoken:
            if _is_listed(program.contents, parameter.annotation or ""):
                return f"{parameter.name} is only what {parameter.annotation} lists"
        worked_out = names & _worked_out(program) - function.locals
        if spoken and worked_out and is_private(function.name):
            # Its own file hands the arguments in, and knows what the constant is.
            return f"nobody showed that {min(worked_out)} is such a number"
        entry = program.contents.functions.get(qualname)
        for text in entry.decorators if spoken and entry is not None else ():
            if text in program.contents.functions or text in program.contents.classes:
                return f"{text} decides what {qualname} is called with"
    return ""


@once
def _worked_out(program: Program) -> frozenset[str]:
    """The names that the module binds once, to what it works out."""
    writes = program.contents.global_writes
    once_bound = {name for name, count in writes.items() if count == 1 and "." not in name}
    functions = program.contents.functions.keys() | program.contents.classes.keys()
    return frozenset(once_bound - program.constants.keys() - functions)


def _functions(subject: Subject) -> tuple[str, ...]:
    return (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames


def _is_listed(contents: Contents, annotation: str) -> bool:
    """Whether an annotation lists its values one by one: literals, or an enumeration here."""
    text = annotation.strip("'\" ")
    if _SINGLE.search(text):
        return True
    words = re.findall(r"\w+", text)
    return any(
        not _ENUMS.isdisjoint(map(short_name, contents.classes[word].bases))
        for word in words
        if word in contents.classes
    )


def passed_through(program: Program, subject: Subject, settled: Settled) -> Settled:
    """The evidence with what it supposes of code elsewhere: decorators hand arguments on as they
    are, and what an attribute of an argument says does not change by being read.
    """
    names = set(_WORD.findall(settled.condition))
    more = []
    for qualname in _functions(subject):
        function = program.functions[qualname]
        spoken = [one.name for one in function.parameters if one.name in names]
        entry = program.contents.functions.get(qualname)
        if entry is not None and spoken:
            foreign = _foreign(entry.decorators)
            more += [DoesNotWrite(text, spoken[0], entry.span.line) for text in foreign]
        strange = strange_arguments(program, subject)
        read = [one for one in _READ.findall(settled.condition) if one.partition(".")[0] in strange]
        more += [DoesNotWrite(text, text, function.span.line) for text in read]
    if not more:
        return settled
    return replace(settled, assumptions=tuple(dict.fromkeys((*settled.assumptions, *more))))


def _foreign(decorators: tuple[str, ...]) -> Iterator[str]:
    yield from (text for text in decorators if text.rpartition(".")[2] not in _KEEPING)
