"""Checks that finitely many states, looked through one by one, form no cycle."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

from haltcheck.model.certificate import Acyclic, Invariants
from haltcheck.model.system import System
from haltcheck.model.term import Formula, Integer, Variable, compare, conjunction, variables
from haltcheck.proof.closure import decider, evaluator
from haltcheck.proof.encode import Prover
from haltcheck.proof.kernel_halting import check_invariants, known
from haltcheck.proof.path import inner, single
from haltcheck.proof.ruling import Granted, Rejected, Ruling, leaned_on

MOST = 40_000
"""So many states are looked through at most."""

_Node = tuple[int, tuple[int, ...]]


def check_acyclic(system: System, prover: Prover, certificate: Acyclic) -> Ruling:
    """Every run is in the box from its second state on, and no way through the box is a cycle.

    A bound of the box must hold before every transition inside, or after every one. What a state
    in it leads to is worked out by evaluation alone.
    """
    kept = check_invariants(system, prover, certificate.invariants)
    if isinstance(kept, Rejected):
        return kept
    names = [name for name, _, _ in certificate.box]
    if not set(names) <= {one.name for one in system.variables} or len(set(names)) < len(names):
        return Rejected("the box is of what is no variable of the subject")
    if not is_closed(system, names):
        return Rejected("what a round does depends on more than the box tells")
    if any(low > high for _, low, high in certificate.box):
        return Rejected("the box is empty")
    for name, low, high in certificate.box:
        for bound in at_least(name, low), at_most(name, high):
            if not holds_throughout(system, prover, certificate.invariants, bound):
                return Rejected(f"{name} may leave the box")
    if prod(high - low + 1 for _, low, high in certificate.box) * len(system.inside) > MOST:
        return Rejected("the box has too many states")
    if _has_cycle(system, certificate):
        return Rejected("a state of the box may come back")
    return Granted(leaned_on(system.transitions))


def at_least(name: str, low: int) -> Formula:
    """The variable is not below this."""
    return compare("<=", Integer(low), Variable(name))


def at_most(name: str, high: int) -> Formula:
    """The variable is not above this."""
    return compare("<=", Variable(name), Integer(high))


def holds_throughout(
    system: System, prover: Prover, invariants: Invariants, bound: Formula
) -> bool:
    """Whether it holds before every transition inside, or after every one."""
    paths = [single(system, index) for index in inner(system)]
    held = [conjunction(known(system, invariants, path.source), path.guard) for path in paths]
    if all(prover.entails(given, bound) for given in held):
        return True
    return all(
        prover.entails(given, path.after(bound)) for given, path in zip(held, paths, strict=True)
    )


def is_closed(system: System, names: list[str]) -> bool:
    """Whether guards inside and updates of the names speak of nothing but the names."""
    for index in inner(system):
        transition = system.transitions[index]
        used = set(variables(transition.guard))
        for name, term in transition.update:
            used |= variables(term) if name in names else set()
        if not used <= set(names):
            return False
    return True


def _has_cycle(system: System, certificate: Acyclic) -> bool:
    """Depth-first search from every state of the box; what cannot be evaluated counts as one."""
    graph = _Graph(system, certificate)
    done: set[_Node] = set()
    for start in graph.nodes():
        if start in done:
            continue
        open_nodes = {start}
        stack = [(start, graph.after(start))]
        while stack:
            node, following = stack[-1]
            try:
                after = next(following, None)
            except ZeroDivisionError:
                return True
            if after is None:
                stack.pop()
                open_nodes.discard(node)
                done.add(node)
            elif after in open_nodes:
                return True
            elif after not in done:
                open_nodes.add(after)
                stack.append((after, graph.after(after)))
    return False


class _Graph:
    """The states of the box and what each one leads to inside of it."""

    def __init__(self, system: System, certificate: Acyclic) -> None:
        self.places = sorted(system.inside)
        self.names = [name for name, _, _ in certificate.box]
        self.ranges = [range(low, high + 1) for _, low, high in certificate.box]
        self.outgoing = {
            place: [
                (
                    one.target,
                    decider(one.guard),
                    [evaluator(dict(one.update).get(name, Variable(name))) for name in self.names],
                )
                for one in map(system.transitions.__getitem__, inner(system))
                if one.source == place
            ]
            for place in self.places
        }

    def nodes(self) -> Iterator[_Node]:
        for place in self.places:
            for values in product(*self.ranges):
                yield place, values

    def after(self, node: _Node) -> Iterator[_Node]:
        place, values = node
        state = dict(zip(self.names, values, strict=True))
        for target, allows, updates in self.outgoing[place]:
            if allows(state):
                after = tuple(value(state) for value in updates)
                if all(value in span for value, span in zip(after, self.ranges, strict=True)):
                    yield target, after
