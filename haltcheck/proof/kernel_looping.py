"""Checks looping certificates against a transition system; small and dull on purpose."""

from __future__ import annotations

from collections.abc import Mapping

from haltcheck.model.certificate import Entry, NoBaseCase, NoExit, Recurrent, Trapped
from haltcheck.model.system import ENTRY, System
from haltcheck.model.term import FALSE, TRUE, And, Formula, conjunction, variables
from haltcheck.proof.condition import needed
from haltcheck.proof.encode import Found, Prover
from haltcheck.proof.path import (
    Path,
    bounds,
    compose,
    constants,
    entering,
    inner,
    leaving,
    single,
    speaks,
)
from haltcheck.proof.ruling import Granted, Rejected, Ruling, Witness, leaned_on
from haltcheck.proof.witness import follow, turn


def check_recurrent(system: System, prover: Prover, certificate: Recurrent) -> Ruling:
    """From every state the cycle can be taken, whatever nobody may choose, and comes back."""
    picks = tuple(dict(chosen) for chosen in certificate.picks)
    chosen = (term for step in picks for term in step.values())
    if not speaks(system, (certificate.states, *chosen)):
        return Rejected("the states or picks speak of what is no variable of the subject")
    path = compose(system, certificate.cycle, picks)
    if not isinstance(path, Path):
        return Rejected(path.reason)
    if not path.source == path.target == certificate.location:
        return Rejected("the cycle does not come back to its location")
    if certificate.location not in system.inside or not _stays(system, certificate.cycle):
        return Rejected("the cycle is not inside the subject")
    if not path.exact:
        return Rejected("the cycle is only an approximation of the program")
    premise = conjunction(bounds(system), certificate.states)
    if not prover.entails(premise, conjunction(path.guard, path.after(certificate.states))):
        return Rejected("the states are not closed under the cycle")
    reached = check_entry(
        system, prover, certificate.entry, certificate.location, certificate.states
    )
    if isinstance(reached, Rejected):
        return reached
    taken = [system.transitions[step] for step in (*certificate.entry.stem, *certificate.cycle)]
    return Granted(
        leaned_on(taken),
        needed(system, prover, {certificate.location: certificate.states}, certificate.entry),
        follow(system, certificate.entry, certificate.cycle, picks),
    )


def _stays(system: System, cycle: tuple[int, ...]) -> bool:
    return all(system.transitions[step].source in system.inside for step in cycle)


def check_trapped(system: System, prover: Prover, certificate: Trapped) -> Ruling:
    """Nothing that the program may do in these states leaves them."""
    if not system.complete:
        return Rejected("paths were cut off, so that absence proves nothing")
    states = dict(certificate.states)
    if not set(states) <= system.inside or len(states) < len(certificate.states):
        return Rejected("states belong to locations of the subject, one each")
    if not speaks(system, states.values()):
        return Rejected("the states speak of what is no variable of the subject")
    for index in (*leaving(system), *inner(system)):
        path = single(system, index)
        premise = conjunction(bounds(system), states.get(path.source, FALSE), path.guard)
        if not prover.entails(premise, path.after(states.get(path.target, FALSE))):
            return Rejected(f"transition {index} leads out of the states")
    stem = certificate.entry.stem
    if not stem or not -1 < stem[-1] < len(system.transitions):
        return Rejected("the entry has no stem")
    location = system.transitions[stem[-1]].target
    reached = check_entry(system, prover, certificate.entry, location, states.get(location, FALSE))
    if isinstance(reached, Rejected):
        return reached
    used = (*stem, *inner(system), *leaving(system))
    return Granted(
        leaned_on(system.transitions[index] for index in used),
        needed(system, prover, states, certificate.entry),
        follow(system, certificate.entry, turn(system, certificate.entry)),
    )


def check_entry(
    system: System, prover: Prover, entry: Entry, location: int, states: Formula
) -> Ruling:
    """These inputs lead to the states, whatever nobody may choose on the way."""
    parameters = {variable.name for variable in system.variables if variable.parameter}
    inputs = constants(entry.inputs)
    if set(inputs) != parameters or len(inputs) < len(entry.inputs):
        return Rejected("the inputs are not the parameters")
    picks = tuple(constants(values) for values in entry.choices)
    path = compose(system, entry.stem, picks, inputs)
    if not isinstance(path, Path):
        return Rejected(path.reason)
    if path.source != ENTRY or path.target != location:
        return Rejected("the stem does not lead from the entry to the location")
    if not path.exact:
        return Rejected("the stem is only an approximation of the program")
    start = Path(ENTRY, ENTRY, (), TRUE, inputs)
    domain = start.after(conjunction(_of(bounds(system), parameters), system.entry_condition))
    if not prover.entails(TRUE, conjunction(domain, path.guard, path.after(states))):
        return Rejected("the inputs do not lead to the states")
    return Granted()


def _of(formula: Formula, names: set[str]) -> Formula:
    """The bounds that speak of these names."""
    parts = formula.parts if isinstance(formula, And) else (formula,)
    return conjunction(*(part for part in parts if variables(part) <= names))


def check_absence(system: System, prover: Prover, certificate: NoExit | NoBaseCase) -> Ruling:
    """No transition leaves the subject, and an exact one enters it."""
    del certificate
    if not system.complete:
        return Rejected("paths were cut off, so that absence proves nothing")
    if leaving(system):
        return Rejected("something leaves the subject")
    if not inner(system):
        return Rejected("nothing stays inside the subject")
    states: dict[int, Formula] = dict.fromkeys(system.inside, TRUE)
    entry = find_entry(system, prover, states)
    if isinstance(entry, Rejected):
        return entry
    return Granted(
        leaned_on(system.transitions[step] for step in (*entry.stem, *inner(system))),
        needed(system, prover, states, entry),
        Witness(entry.inputs),
    )


def find_entry(system: System, prover: Prover, states: Mapping[int, Formula]) -> Entry | Rejected:
    """Some inputs that certainly lead into these states of the subject by one transition."""
    for index in entering(system):
        path = single(system, index)
        if path.source == ENTRY and path.exact and not path.choices:
            inside = path.after(states.get(path.target, FALSE))
            start = conjunction(bounds(system), system.entry_condition, path.guard, inside)
            reply = prover.ask(start)
            if not isinstance(reply, Found):
                continue
            entry = entry_of(system, reply, index)
            held = states.get(path.target, FALSE)
            if isinstance(check_entry(system, prover, entry, path.target, held), Granted):
                return entry
    return Rejected("no way in is known for certain")


def entry_of(system: System, reply: Found, index: int) -> Entry:
    """The entry by this transition with these values, 0 or the nearest bound for the rest."""
    return Entry(
        tuple(
            (variable.name, reply.values.get(variable.name, default(variable.low, variable.high)))
            for variable in system.variables
            if variable.parameter
        ),
        (index,),
    )


def default(low: int | None, high: int | None) -> int:
    """The value nearest to 0 within bounds."""
    if low is not None and low > 0:
        return low
    return high if high is not None and high < 0 else 0
