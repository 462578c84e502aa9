"""What is read from may be an object of the file, which ends in its own way."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.frontend.unseen.find import READS
from haltcheck.model.aftermath.abroad import Kind, bindings_of_attribute
from haltcheck.model.calls import Dotted, Resolver
from haltcheck.model.fact import Unlisted
from haltcheck.model.hierarchy import unmangled
from haltcheck.model.instruction import Call, CallMethod, Const, LoadGlobal, Local, Operand
from haltcheck.model.known import function_fact
from haltcheck.model.later import function_of
from haltcheck.model.program import Block, Function, Program, Raise, Return, Test, successors
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.verdict.evidence import Settled


def read_here(program: Program, subject: Subject, evidence: Settled) -> str:
    """A method of the file that a divergence takes for the read of a stream; else nothing.

    One that only hands on what it reads itself ends as a stream does, and so does one that joins
    the items of an iterator and stops where that ends.
    """
    if not _rests_on_end(evidence):
        return ""
    names = (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
    for function in (program.functions[name] for name in names):
        for place in _places(function):
            if _is_made_elsewhere(program, function, place):
                continue
            for method in sorted(program.contents.readers.get(place, ())):
                if _reads_what_it_is_told(program, method):
                    continue
                if not (_hands_on(program, method) or _stops(program, method)):
                    return method
    return ""


def _is_made_elsewhere(program: Program, function: Function, place: str) -> bool:
    """Whether the place is a private attribute that its class only ever gets from a library.

    Other classes of the file have attributes of the same name, which are not this one.
    """
    name, cls = place.removeprefix("."), function.in_class
    if cls not in program.contents.classes or not unmangled(name, cls).startswith("__"):
        return False
    found = list(bindings_of_attribute(Kind(program, cls, False), name))
    return bool(found) and all(
        isinstance(value, Const) or _is_of_library(resolver, there, value)
        for resolver, there, value in found
    )


def _is_of_library(resolver: Resolver, function: Function, value: Operand) -> bool:
    made = resolver.bindings(function).origin(value)
    if not isinstance(made, Call | CallMethod):
        return False
    found = resolver.resolve(function, made)
    return isinstance(found, Dotted) and not isinstance(function_fact(found.name), Unlisted)


def _rests_on_end(evidence: Settled) -> bool:
    told = (evidence.witness.event, evidence.condition, str(evidence.certificate))
    return any(word in text for word in ("end of file", "closes", "remaining(") for text in told)


def _places(function: Function) -> Iterator[str]:
    """Where what the function reads from is kept."""
    for block in function.blocks:
        for one in block.instructions:
            if isinstance(one, CallMethod) and one.name in READS:
                holder = one.text.split(".")[:-1]
                if len(holder) > 1:
                    yield f".{holder[-1]}"
                elif holder:
                    yield f"{function.qualname}:{holder[0]}"


def _reads_what_it_is_told(program: Program, method: str) -> bool:
    """Whether it is handed an object that it asks itself: no stream is told how much so."""
    entry = program.contents.functions[method]
    return any(text.startswith(f"{name}.") for name in entry.parameters[1:] for text in entry.calls)


def _hands_on(program: Program, method: str) -> bool:
    entry = program.contents.functions[method]
    reads = any(text.rpartition(".")[2] in READS for text in entry.calls)
    read = program.functions.get(method)
    return reads and not any(
        isinstance(block.terminator, Raise) for block in (read.blocks if read is not None else ())
    )


def _stops(program: Program, method: str) -> bool:
    """Whether it takes items of an iterator, and gives what it has where that has no more.

    A generator of its own may do so; none of them raises anything but what is asserted.
    """
    names = [one for one in program.contents.functions if one.startswith(f"{method}.")]
    found = [function_of(program, name) for name in (method, *names)]
    code = [one for one in found if one is not None]
    taking = [(one, block) for one in code for block in one.blocks if _takes(block)]
    return (
        len(code) == len(found)
        and bool(taking)
        and all(_gives_up(one, block.handler) for one, block in taking)
        and all(_asserts(one) for one in code)
    )


def _takes(block: Block) -> bool:
    return any(isinstance(one, Call) and one.text == "next" for one in block.instructions)


def _gives_up(function: Function, handler: int | None) -> bool:
    """Whether a handler for the end returns, and asks for nothing else on the way."""
    if handler is None:
        return False
    first = function.blocks[handler]
    told = any(
        isinstance(one, LoadGlobal) and one.name == "StopIteration" for one in first.instructions
    )
    if not told or not isinstance(first.terminator, Test):
        return False
    pending, seen = [first.terminator.then], set[int]()
    while pending:
        number = pending.pop()
        block = function.blocks[number]
        if number in seen or any(map(_asks, block.instructions)):
            return False
        seen.add(number)
        pending += () if isinstance(block.terminator, Return) else successors(block)
    return True


def _asks(instruction: object) -> bool:
    is_call = isinstance(instruction, Call | CallMethod)
    return is_call and not (isinstance(instruction, CallMethod) and instruction.name == "join")


def _asserts(function: Function) -> bool:
    """Whether all that it raises is what it caught, or tells of a mistake of its own."""
    caught = {block.caught for block in function.blocks if block.handler is not None}
    made = {
        one.target
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, Call | LoadGlobal) and _called(one) == "AssertionError"
    }
    raised = [one.terminator for one in function.blocks if isinstance(one.terminator, Raise)]
    return all(isinstance(one.error, Local) and one.error.name in caught | made for one in raised)


def _called(one: Call | LoadGlobal) -> str:
    return one.text if isinstance(one, Call) else one.name
