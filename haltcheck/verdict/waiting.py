"""Flags that a loop waits for: what its divergence rests on, and code elsewhere changes."""

from __future__ import annotations

import re

from haltcheck.frontend.syntax import Entry
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.unclosed import CLOSED, is_left_open
from haltcheck.model.certificate import Certificate, Recurrent, Stuck, Trapped
from haltcheck.model.hierarchy import unmangled
from haltcheck.model.instruction import CallMethod
from haltcheck.model.program import Program
from haltcheck.model.special import CONSTRUCTORS
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.model.term import variables

_FLAG = re.compile(r"bool\(([\w.]+)\)|([\w.]+) (?:is|==) ")
_ATTRIBUTE = re.compile(r"\w+\.\w+")
_MUTATORS = frozenset(
    {"add", "append", "appendleft", "clear", "discard", "extend", "insert", "pop", "popitem"}
    | {"popleft", "put", "remove", "set", "setdefault", "update"}
)


def awaited(program: Program, subject: Subject, certificate: Certificate) -> tuple[str, str]:
    """A flag that a divergence rests on, and a function elsewhere that changes it; else nothing."""
    for flag in _flags(certificate):
        if _is_bound_here(program, subject, certificate, flag):
            continue
        setter = _setter(program, subject, flag)
        if setter:
            return flag, setter
    return "", ""


def _is_bound_here(program: Program, subject: Subject, certificate: Certificate, flag: str) -> bool:
    """Whether a loop of which one way changes nothing binds the flag itself on another one."""
    if not isinstance(certificate, Stuck) or certificate.event != Event.IDLE.value:
        return False
    names = (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
    entries = (program.contents.functions.get(name) for name in names)
    return any(flag in entry.writes for entry in entries if entry is not None)


_SAID = re.compile(r"(?<![\w.'\"])([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*)*)(?![\w'\"])")
_WORDS = frozenset({"bool", "len", "is", "not", "None", "True", "False", "in", "and", "or"})


def told_by_strangers(program: Program, subject: Subject, certificate: Certificate) -> str:
    """An attribute of an argument that all of a divergence rests on; else nothing.

    Nobody knows what the argument is: reading the attribute may ask a device, or run anything.
    """
    match certificate:
        case Recurrent(states=states):
            spoken = variables(states)
        case Trapped(states=places):
            spoken = frozenset().union(*(variables(states) for _, states in places))
        case _:
            return ""
    strange = strange_arguments(program, subject)
    found = ""
    for text in sorted(spoken):
        if text in {f"bool({name})" for name in strange}:
            # Whether there is an object that could be asked.
            continue
        for root, rest in _SAID.findall(text):
            if root in strange and rest:
                found = found if _is_open(program, subject, root, rest) else root + rest
            elif root not in _WORDS:
                return ""
    return found


def _is_open(program: Program, subject: Subject, stream: str, rest: str) -> bool:
    """Whether the loop asks whether a stream is closed that it reads, and that nobody closes."""
    if rest != f".{CLOSED}" or not isinstance(subject, LoopSubject):
        return False
    function = program.functions[subject.qualname]
    reads = any(
        isinstance(one, CallMethod) and one.text.startswith(f"{stream}.read")
        for loop in function.loops
        if loop.id == subject.loop
        for number in loop.blocks
        for one in function.blocks[number].instructions
    )
    return reads and is_left_open(program, subject.qualname, stream)


def strange_arguments(program: Program, subject: Subject) -> frozenset[str]:
    """The parameters of the subject's functions whose class is not in the file."""
    names = (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
    found: set[str] = set()
    for function in (program.functions[name] for name in names):
        owned = function.parameters[:1] if function.in_class is not None else ()
        for one in function.parameters:
            words = re.findall(r"\w+", one.annotation or "")
            is_here = any(word in program.contents.classes for word in words)
            found |= set() if one in owned or is_here else {one.name}
    return frozenset(found)


def _flags(certificate: Certificate) -> list[str]:
    """Attributes and names whose bare truth or identity the divergence rests on."""
    match certificate:
        case Recurrent(states=states):
            spoken = variables(states)
        case Trapped(states=places):
            spoken = frozenset().union(*(variables(states) for _, states in places))
        case Stuck(event=event, supposed=supposed) if event == Event.ERROR.value:
            # Who tries again until somebody says that it is enough is meant to.
            return [fact for fact, _ in supposed if _ATTRIBUTE.fullmatch(fact)]
        case Stuck(event=event, supposed=supposed) if event == Event.IDLE.value:
            return [fact for fact, _ in supposed if _ATTRIBUTE.fullmatch(fact)]
        case _:
            return []
    found = (_FLAG.match(name) for name in sorted(spoken))
    return [flag.group(1) or flag.group(2) for flag in found if flag is not None]


def _setter(program: Program, subject: Subject, flag: str) -> str:
    """Code elsewhere that may change the flag while the subject waits for it.

    What the subject itself calls is in its transitions already.
    """
    contents = program.contents
    own = (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
    if "." not in flag and (
        contents.global_writes.get(flag.removeprefix("globals."), 0) < 1
        or any(flag in program.functions[name].locals for name in own)
    ):
        return ""
    called = {
        text.rpartition(".")[2]
        for name in own
        if name in contents.functions
        for text in contents.functions[name].calls
    }
    for entry in contents.functions.values():
        short = entry.qualname.rpartition(".")[2]
        if entry.qualname in own or short in called or short in CONSTRUCTORS:
            continue
        if _changes(entry, flag):
            return entry.qualname
    return ""


def _changes(entry: Entry, flag: str) -> bool:
    """Whether the function binds the flag, or calls what changes a container in its place."""
    last = unmangled(flag.rpartition(".")[2], entry.in_class or "")
    if "." in flag and any(write.endswith(f".{last}") for write in entry.writes):
        return True
    if "." not in flag and last in entry.writes and last not in entry.parameters:
        return True
    for call in entry.calls:
        holder, _, name = call.rpartition(".")
        if name in _MUTATORS and holder.rpartition(".")[2] == last:
            return True
    return False
