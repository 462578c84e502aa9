"""Contracts of recursive functions: how what they give back relates to their parameters.

A contract holds if every way to the end of its function keeps it where all calls that came back
on the way kept theirs: induction on the number of calls, whether or not every call comes back
(partial correctness, Hoare 1971).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from haltcheck.model.certificate import Invariants
from haltcheck.model.system import Result, Returned, System, Transition
from haltcheck.model.term import TRUE, Formula, Term, Variable, apply, conjunction, variables
from haltcheck.proof.encode import Prover
from haltcheck.proof.path import bounds

RETURN = Variable("return")


def handed(system: System) -> frozenset[str]:
    """The parameters that some call is known to fill."""
    calls = [call for one in system.transitions for call in one.returned]
    calls += [call for one in system.results for call in one.returned]
    return frozenset(name for call in calls for name, _ in call.arguments)


def keeps(system: System, prover: Prover, contracts: Invariants, result: Result) -> bool:
    """Whether one way to the end of a function keeps its contract."""
    own = dict(contracts).get(result.source, TRUE)
    return prover.entails(premise(system, contracts, result), promise(own, result))


def strengthened(system: System, contracts: Invariants) -> System:
    """The system where every call that came back kept its contract."""
    held = dict(contracts)
    return replace(
        system, transitions=tuple(_strengthened(one, held) for one in system.transitions)
    )


def _strengthened(transition: Transition, held: Mapping[int, Formula]) -> Transition:
    if not transition.returned:
        return transition
    facts = (_fact(call, held) for call in transition.returned)
    return replace(transition, guard=conjunction(transition.guard, *facts))


def premise(system: System, contracts: Invariants, result: Result) -> Formula:
    """What is known at the end of a way, calls that came back included."""
    held = dict(contracts)
    facts = (_fact(call, held) for call in result.returned)
    return conjunction(bounds(system), result.guard, *facts)


def promise(promised: Formula, result: Result) -> Formula:
    """What a contract says of the value that is given back there."""
    return apply(promised, {RETURN.name: result.value})


def _fact(call: Returned, held: Mapping[int, Formula]) -> Formula:
    """The contract of a call; nothing where it speaks of what nobody knows of the call."""
    by: dict[str, Term] = {**dict(call.arguments), RETURN.name: Variable(call.result)}
    contract = held.get(call.location, TRUE)
    return apply(contract, by) if variables(contract) <= by.keys() else TRUE
