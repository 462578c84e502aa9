"""Claims that suppose too much: the file itself speaks against what they lean on."""

from __future__ import annotations

import re

from haltcheck.basis.answer import Answer
from haltcheck.basis.record import record
from haltcheck.model.abstract.summary import MUTATORS
from haltcheck.model.aftermath.harmless import streams
from haltcheck.model.aftermath.linear import is_said
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.assumption import (
    DATA,
    DoesNotWrite,
    NotOverridden,
    ReturnsNormally,
    Specific,
    YieldsFinitely,
)
from haltcheck.model.certificate import Recurrent, Stuck, Trapped, Unvisited
from haltcheck.model.instruction import (
    Call,
    CallMethod,
    GetAttribute,
    GetIterator,
    LoadFree,
    LoadGlobal,
    Local,
    MakeFunction,
    Operand,
)
from haltcheck.model.program import Function, Program, Raise
from haltcheck.model.special import BUILTIN_NAMES, CONSTRUCTORS
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.verdict.case import loop_of
from haltcheck.verdict.caught import caught_around, caught_exit
from haltcheck.verdict.evidence import Evidence, Settled
from haltcheck.verdict.instance import unmade
from haltcheck.verdict.intent import Intent, intent
from haltcheck.verdict.naming import asks_free_name
from haltcheck.verdict.narrowed import narrowed
from haltcheck.verdict.odd import odd_place
from haltcheck.verdict.strange_stream import read_here
from haltcheck.verdict.waiting import awaited, told_by_strangers

_ATTRIBUTE = re.compile(r"[A-Za-z_]\w*\.([A-Za-z_]\w*)")
_ITERATOR = re.compile(r"left\(([^)]*)\)")
_PLACE = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
_ADDING = frozenset({"append", "extend", "insert"})


@record
class Doubt:
    """Why the claim is not believed."""

    why: str


@record
class Trusted:
    """Nothing in the file speaks against what is supposed."""


def doubt(program: Program, subject: Subject, evidence: Evidence) -> Doubt | Trusted:
    """Whether the file speaks against what the claim supposes.

    ``except Empty: break`` expects an exception; a flag that another function sets, and that a
    loop waits for, is expected to be set; ``while jobs: take(jobs)`` expects ``take`` to take;
    what stands in the file is seen, and not supposed.
    """
    if not isinstance(evidence, Settled):
        return Trusted()
    if why := _speaks_against(program, subject, evidence):
        return Doubt(why)
    for one in evidence.assumptions:
        if isinstance(one, NotOverridden) and _is_stub(program, one.method):
            return Doubt(f"{one.method} only raises, so that subclasses override it")
        if isinstance(one, YieldsFinitely) and _is_here(program, one.callee):
            return Doubt(f"nobody showed that iterating {one.callee} comes to an end")
        if evidence.answer is not Answer.NON_HALT:
            suspected = _suspect(program, subject, one)
            if isinstance(suspected, Doubt):
                return suspected
            continue
        if isinstance(one, DoesNotWrite):
            if _is_handed(program, subject, one):
                return Doubt(f"{one.callee} is handed what it would leave alone: {one.place}")
            writer = _writer(program, subject, one.place)
            # Who connects anew puts a stream there, but not while another one is read.
            if writer and one.place.rpartition(".")[2] not in streams(program):
                return Doubt(f"{one.place} may change while {one.callee} runs: {writer} writes it")
        elif _is_chosen(evidence, one) or _leads_back(evidence) or _is_polled(evidence):
            # The data says what is looked up: it is there, and leads back, so that nothing is
            # raised.
            continue
        elif isinstance(one, ReturnsNormally) and _expects_exception(program, subject):
            return Doubt("an exception that a handler in the loop expects would leave it")
        elif _counts_on(evidence) and _is_caught_here(program, subject, one):
            return Doubt("an exception that a handler in the loop expects may change its state")
    return Trusted()


def _speaks_against(program: Program, subject: Subject, evidence: Settled) -> str:
    """What the file says of the things that a claim is about; nothing where it is silent."""
    if evidence.answer is Answer.NON_HALT:
        if why := _ends_by_itself(program, subject, evidence):
            return why
    elif place := odd_place(program, subject, evidence):
        return f"{place} may be something that calculates in its own way"
    method = read_here(program, subject, evidence)
    return f"nobody showed that {method} ends as a stream does" if method else ""


def _ends_by_itself(program: Program, subject: Subject, evidence: Settled) -> str:
    """What the file says that keeps a divergence from happening; nothing where it is silent."""
    flag, setter = awaited(program, subject, evidence.certificate)
    if setter:
        return f"it waits for {flag}, which {setter} may change meanwhile"
    if asks_free_name(program, subject, evidence.certificate):
        return "only finitely many names are taken"
    told = told_by_strangers(program, subject, evidence.certificate)
    if told:
        return f"it waits for {told}, which nobody knows to stand still"
    why = narrowed(program, subject, evidence.condition)
    if why:
        return why
    attribute = unmade(program, subject, evidence.condition)
    return f"nobody showed that an object with such {attribute} can be made" if attribute else ""


def _suspect(program: Program, subject: Subject, one: Specific) -> Doubt | Trusted:
    """Whether the file speaks against a supposition that the subject halts by."""
    if isinstance(one, ReturnsNormally) and _is_retried(program, subject, one):
        return Doubt(f"an exception of {one.callee} is handled and the rounds go on")
    if isinstance(one, DoesNotWrite):
        if _is_iterated(program, subject, one):
            return Doubt(f"{one.callee} may add to what is iterated")
        writer = _writer(program, subject, one.place, one.callee)
        if writer:
            return Doubt(f"{one.callee} may be {writer}, which writes {one.place}")
    return Trusted()


def _is_here(program: Program, callee: str) -> bool:
    contents = program.contents
    if callee in contents.imports:
        return False
    return callee in {*contents.classes, *contents.functions, *contents.global_writes}


def _is_polled(evidence: Settled) -> bool:
    """Whether who is asked is supposed to answer, and the same each time."""
    certificate = evidence.certificate
    return isinstance(certificate, Stuck) and certificate.event == Event.POLLED.value


def _leads_back(evidence: Settled) -> bool:
    """Whether a look-up is supposed to find where the walk was before."""
    said = evidence.condition.endswith("leads back to where it began")
    return said or isinstance(evidence.certificate, Unvisited)


def _expects_exception(program: Program, subject: Subject) -> bool:
    if not isinstance(subject, LoopSubject):
        return False
    function, loop = program.functions[subject.qualname], loop_of(program, subject)
    if caught_exit(function, loop):
        return True
    # A service stands in a ``try`` to be cleaned up after, not to be ended.
    return caught_around(function, loop) and intent(function, loop) is not Intent.SERVICE


def _is_chosen(evidence: Settled, supposed: Specific) -> bool:
    """Whether the claim tells what the data says at the place, so that nothing is raised there."""
    is_data = isinstance(supposed, ReturnsNormally) and supposed.callee == DATA
    certificate = evidence.certificate
    return (
        is_data
        and isinstance(certificate, Stuck)
        and any(is_said(name) for name, _ in certificate.values)
    )


def _counts_on(evidence: Settled) -> bool:
    """Whether the claim speaks of states, which a handler may change, and not of ways alone."""
    return isinstance(evidence.certificate, Recurrent | Trapped)


def _is_caught_here(program: Program, subject: Subject, supposed: Specific) -> bool:
    if not isinstance(subject, LoopSubject) or not isinstance(supposed, ReturnsNormally):
        return False
    return _is_retried(program, subject, supposed)


def _is_retried(program: Program, subject: Subject, supposed: ReturnsNormally) -> bool:
    """Whether an exception of the call stays inside the subject: then it counts as a round."""
    if not isinstance(subject, LoopSubject):
        return _is_handled(program, subject.qualnames, supposed)
    function, loop = program.functions[subject.qualname], loop_of(program, subject)
    own = {
        block.id: block.handler in loop.blocks
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, Call | CallMethod) and _is_at(one, supposed)
    }
    inside = [function.blocks[number].handler in loop.blocks for number in loop.blocks]
    return any(own.values()) if own else any(inside)


def _is_handled(program: Program, qualnames: tuple[str, ...], supposed: ReturnsNormally) -> bool:
    """Whether a function of the recursion catches what the call raises, and may call again."""
    return any(
        _is_at(one, supposed)
        for name in qualnames
        for block in program.functions[name].blocks
        if block.handler is not None
        for one in block.instructions
        if isinstance(one, Call | CallMethod)
    )


def _is_stub(program: Program, method: str) -> bool:
    """Whether a method only raises: it stands there to be overridden."""
    function = program.functions.get(method)
    return function is not None and all(
        isinstance(block.terminator, Raise) for block in function.blocks
    )


def _is_handed(program: Program, subject: Subject, supposed: DoesNotWrite) -> bool:
    """Whether what the place speaks of is an argument of the call, or the object before its dot.

    What ``self`` holds is handed to every method of its own, and most leave most of it alone.
    """
    qualnames = (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
    spoken = {name for name in _PLACE.findall(supposed.place) if _may_change(name, supposed.place)}
    return any(
        name == handed or (name.startswith(f"{handed}.") and handed != "self")
        for function in (program.functions[qualname] for qualname in qualnames)
        for handed in _handed(function, supposed)
        for name in spoken
    )


def _is_iterated(program: Program, subject: Subject, supposed: DoesNotWrite) -> bool:
    """Whether what is called may add to what the place speaks of, which a loop goes through.

    A method that adds is called on what goes by the same name, or was taken as a value from what
    does, so that it may be called by any other name.
    """
    receiver, _, method = supposed.callee.rpartition(".")
    places = {*_ITERATOR.findall(supposed.place), supposed.place}
    qualnames = (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
    found: set[str] = set()
    defaults: dict[str, str] = {}
    for function in (program.functions[qualname] for qualname in qualnames):
        for block in function.blocks:
            spelled: dict[str, str] = {}
            for one in block.instructions:
                if isinstance(one, GetAttribute):
                    spelled[one.target] = f"{_spell(one.object, spelled)}.{one.name}"
                elif isinstance(one, LoadGlobal | LoadFree):
                    spelled[one.target] = one.name
                elif isinstance(one, GetIterator):
                    name = _spell(one.object, spelled)
                    found |= {name.rpartition(".")[2]} if {one.target, name} & places else set()
                elif isinstance(one, MakeFunction):
                    given = {name: _spell(value, spelled) for name, value in one.defaults}
                    defaults.update(given)
    name = receiver.rpartition(".")[2]
    adding = MUTATORS if _ITERATOR.search(supposed.place) else _ADDING
    if receiver and method in adding and {name, defaults.get(name, name)} & found:
        return True
    return not found.isdisjoint(program.contents.growing)


def _may_change(name: str, place: str) -> bool:
    """A call cannot bind the caller's locals anew; what they are made of may change."""
    return "." in name or (name != place and " is " not in place)


def _handed(function: Function, supposed: DoesNotWrite) -> set[str]:
    found: set[str] = set()
    for block in function.blocks:
        spelled: dict[str, str] = {}
        for one in block.instructions:
            if isinstance(one, GetAttribute):
                spelled[one.target] = f"{_spell(one.object, spelled)}.{one.name}"
            elif isinstance(one, Call | CallMethod) and _is_at(one, supposed):
                found.add(one.text.rpartition(".")[0])
                found.update(_spell(item.value, spelled) for item in one.items)
    return found - {""}


def _is_at(call: Call | CallMethod, supposed: DoesNotWrite | ReturnsNormally) -> bool:
    return call.text == supposed.callee and call.span.line == supposed.line


def _spell(operand: Operand, spelled: dict[str, str]) -> str:
    name = operand.name if isinstance(operand, Local) else ""
    return spelled.get(name, "" if name.startswith("$") else name)


def _writer(program: Program, subject: Subject, place: str, callee: str = "") -> str:
    """Another function, constructors apart, that writes an attribute of this name, and that the
    callee may be.
    """
    names = {f".{name}" for name in _ATTRIBUTE.findall(place)}
    own = (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
    called = _called(program, callee) if callee and names else set()
    for entry in program.contents.functions.values() if names else ():
        short = entry.qualname.rpartition(".")[2]
        if entry.qualname in own or short in CONSTRUCTORS:
            continue
        if callee and short not in called:
            continue
        if any(write.endswith(tuple(names)) for write in entry.writes):
            return entry.qualname
    return ""


def _called(program: Program, callee: str) -> set[str]:
    """The short names of what may run: of the functions here that are called so, and of what
    they call; of all functions where what is called has no name of its own.
    """
    functions = program.contents.functions.values()
    shorts = {entry.qualname.rpartition(".")[2] for entry in functions}
    first = callee.rpartition(".")[2]
    contents = program.contents
    is_computed = "." not in callee and first not in contents.imports
    if is_computed and first not in shorts and first not in BUILTIN_NAMES:
        return shorts
    found: set[str] = set()
    work = [first]
    while work:
        short = work.pop()
        if short in shorts and short not in found:
            found.add(short)
            for entry in functions:
                if entry.qualname.rpartition(".")[2] == short:
                    work.extend(call.rpartition(".")[2] for call in entry.calls)
    return found
