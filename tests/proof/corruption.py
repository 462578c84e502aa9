"""Certificates with one thing changed, and an independent judge of those that are accepted."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from itertools import product
from typing import Any, TypeVar

from haltcheck.basis.answer import Answer
from haltcheck.basis.error import MalformedError
from haltcheck.model.certificate import Bounded, Claim, NoWayBack, Ranking
from haltcheck.model.notation import data_of, read
from haltcheck.model.program import Program
from haltcheck.model.step.event import AtHead, Failed, Finished
from haltcheck.model.step.machine import Machine
from haltcheck.model.step.replay import begin
from haltcheck.model.subject import LoopSubject
from haltcheck.model.term import holds, variables
from haltcheck.proof.kernel import Proof
from haltcheck.proof.region import Partition
from haltcheck.pursuit import Consistent, Pursuit
from haltcheck.verdict.case import loop_of

T = TypeVar("T", Claim, Partition)

STEPS = 1_500
_TOKEN = re.compile(r"\|[^|]*\||[()]|[^\s()|]+")
_WORDS = ("kind", "subject", "answer", "condition")
_HEADS = {"+", "*", "//", "%", "if", "and", "or"}
_OTHER = {"<": ["<=", ">"], "<=": ["<", ">"], "==": ["!=", "<="], "!=": ["==", "<"]}
_OTHER |= {"and": ["or"], "or": ["and"], "+": ["*"], "//": ["%"], "%": ["//"]}
_OTHER |= {"true": ["false"], "false": ["true"]}


def corrupted(claim: Claim) -> Iterator[Claim]:
    """Each claim whose certificate differs in one number, name, sign, part or place."""
    return _changed(Claim, claim, ("certificate",))


def miscut(partition: Partition) -> Iterator[Partition]:
    """Each partition that differs from this one so."""
    return _changed(Partition, partition, ())


def _changed(kind: type[T], value: T, root: tuple[str, ...]) -> Iterator[T]:
    data = data_of(kind, value)
    seen = {str(data)}
    for wrong in (*_in_one_place(data, root), *_everywhere(data)):
        if str(wrong) not in seen:
            seen.add(str(wrong))
            try:
                yield read(kind, wrong)
            except MalformedError:
                continue


def _in_one_place(data: Any, root: tuple[str, ...]) -> Iterator[Any]:
    names = _names(str(_at(data, root)))
    for path in _places(_at(data, root)):
        for other in _others(_at(data, (*root, *path)), names) if path else ():
            wrong = copy.deepcopy(data)
            _at(wrong, (*root, *path[:-1]))[path[-1]] = other
            yield wrong


def _everywhere(data: Any) -> Iterator[Any]:
    """One token of the terms changed wherever it stands, so that the parts still fit."""
    texts = [text for path in _places(data) if isinstance(text := _at(data, path), str)]
    tokens = dict.fromkeys(token for text in texts for token in _TOKEN.findall(text))
    for token in tokens:
        for other in _tokens(token, []):
            yield _replaced(data, token, other)


def _replaced(data: Any, token: str, other: str) -> Any:
    if isinstance(data, dict):
        return {
            key: held if key in _WORDS else _replaced(held, token, other)
            for key, held in data.items()
        }
    if isinstance(data, list):
        return [_replaced(held, token, other) for held in data]
    if not isinstance(data, str):
        return data
    return " ".join(other if one == token else one for one in _TOKEN.findall(data))


def _names(text: str) -> list[str]:
    found = dict.fromkeys(re.findall(r"[a-z]\w*", text))
    return [name for name in found if len(name) <= 2 or name in ("low", "high", "left")][:3]


def _places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(data, dict | list):
        inside = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in list(inside):
            if key != "kind":
                yield from _places(value, (*path, key))


def _at(data: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        data = data[key]
    return data


def _others(value: Any, names: list[str]) -> Iterator[Any]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from dict.fromkeys((value + 1, value - 1, -value, 0))
    elif isinstance(value, str):
        yield from _texts(value, names)
    elif isinstance(value, list):
        yield []
        for position in range(len(value)):
            yield value[:position] + value[position + 1 :]
        for at in range(len(value) - 1):
            yield [*value[:at], value[at + 1], value[at], *value[at + 2 :]]
        if value:
            yield [*value, value[-1]]


def _texts(text: str, names: list[str]) -> Iterator[str]:
    """The term with one token changed, or without one of its parts."""
    yield from ("true", "false", "0", "-1")
    tokens = _TOKEN.findall(text)
    for position, token in enumerate(tokens):
        for other in _tokens(token, names):
            yield " ".join((*tokens[:position], other, *tokens[position + 1 :]))
        if token == ">":
            continue
        end = _end(tokens, position)
        if position and token != ")" and token not in _HEADS and token not in _OTHER:
            yield " ".join((*tokens[:position], *tokens[end:]))


def _tokens(token: str, names: list[str]) -> list[str]:
    if re.fullmatch(r"-?\d+", token):
        value = int(token)
        return [str(value + 1), str(value - 1), str(-value)]
    if token in _OTHER:
        return [other for other in _OTHER[token] if other != ">"]
    return names if re.fullmatch(r"\w+|\|.*\|", token) and token not in _HEADS else []


def _end(tokens: list[str], position: int) -> int:
    """Just behind the part that begins there."""
    depth = 0
    for at in range(position, len(tokens)):
        depth += (tokens[at] == "(") - (tokens[at] == ")")
        if depth == 0:
            return at + 1
    return len(tokens)


# The judge


class Judge:
    """Runs a program from all small inputs; of a divergence only what is told of it counts."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.known: dict[object, str] = {}

    def lies(self, proof: Proof) -> str:
        """Why an accepted certificate is false on some small inputs, nothing where it is true."""
        told = (proof.condition, proof.exact, proof.witness.inputs)
        key = (proof.subject, proof.certificate if proof.answer is Answer.HALT else told)
        if key not in self.known:
            self.known[key] = lies(self.program, proof)
        return self.known[key]


def lies(program: Program, proof: Proof) -> str:
    """Why an accepted certificate is false on some small inputs, nothing where it is true."""
    name = proof.subject.qualname if isinstance(proof.subject, LoopSubject) else ""
    name = name or proof.subject.qualnames[0]  # type: ignore[union-attr]
    names = [one.name for one in program.functions[name].parameters]
    reach = range(-4, 6) if len(names) < 3 else range(-2, 3)
    for values in product(reach, repeat=len(names)):
        inputs = dict(zip(names, values, strict=True))
        machine = begin(program, name, inputs)
        assert isinstance(machine, Machine)
        if proof.answer is Answer.HALT:
            why = _halts(program, proof, machine)
        else:
            why = _loops(program, proof, machine, inputs)
        if why:
            return f"{why} from {inputs}"
    return ""


def _halts(program: Program, proof: Proof, machine: Machine) -> str:
    certificate = proof.certificate
    twin = begin(program, machine.stack[-1].function.qualname, dict(machine.stack[-1].env))
    found = Pursuit(program, proof.subject, certificate).run(machine, STEPS)
    if found != Consistent(1):
        return str(found)
    if isinstance(certificate, Ranking | Bounded) and isinstance(proof.subject, LoopSubject):
        return _invariant(program, proof.subject, certificate, twin)
    return ""


def _invariant(
    program: Program, subject: LoopSubject, certificate: Ranking | Bounded, machine: Any
) -> str:
    """An invariant that does not hold at a head of the loop."""
    held = dict(certificate.invariants)
    stops = frozenset((subject.qualname, location) for location in held if location >= 0)
    while isinstance(event := machine.run(STEPS - machine.steps, stops), AtHead):
        state = {k: int(v) for k, v in machine.stack[-1].env.items() if isinstance(v, int)}
        formula = held[event.block]
        if variables(formula) <= state.keys() and not holds(formula, state):
            return f"the invariant {formula} does not hold in {state}"
    return ""


def _rests(program: Program, proof: Proof, machine: Machine) -> str:
    """All inputs but those of an exact condition halt."""
    found = Pursuit(program, proof.subject, NoWayBack()).run(machine, STEPS)
    return "" if found == Consistent(1) else f"it does not end: {found}"


def _loops(program: Program, proof: Proof, machine: Machine, inputs: dict[str, int]) -> str:
    """A run that meets the condition, and gets to the loop at all, but ends."""
    given = dict(proof.witness.inputs)
    meets = eval(proof.condition, {}, dict(inputs)) if proof.condition else True
    if given == inputs and not meets:
        return "the witness does not meet the condition"
    if not meets and given != inputs:
        return _rests(program, proof, machine) if proof.exact else ""
    stops = frozenset[tuple[str, int]]()
    if isinstance(proof.subject, LoopSubject):
        stops = frozenset(((proof.subject.qualname, loop_of(program, proof.subject).head),))
    event = machine.run(STEPS, stops)
    came = not stops
    while isinstance(event, AtHead) and machine.steps < STEPS:
        came = True
        event = machine.run(STEPS - machine.steps, stops)
    ended = isinstance(event, Finished | Failed)
    return "the run ends" if ended and (came or proof.condition or given == inputs) else ""
