"""Directed graphs of names: their strongly connected components and what lies on a cycle."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def cyclic(graph: Mapping[str, Collection[str]]) -> set[str]:
    """Every node that can reach itself by one step or more."""
    groups = (group for group in components(graph) if is_cycle(graph, group))
    return {name for group in groups for name in group}


def is_cycle(graph: Mapping[str, Collection[str]], component: tuple[str, ...]) -> bool:
    """Whether the nodes of a component reach themselves."""
    return len(component) > 1 or component[0] in graph[component[0]]


def reachable(graph: Mapping[str, Collection[str]], starts: Collection[str]) -> set[str]:
    """The starts, and every node that some steps lead to from one of them."""
    found = set(starts)
    work = list(found)
    while work:
        new = [name for name in graph.get(work.pop(), ()) if name not in found]
        found.update(new)
        work += new
    return found


def components(graph: Mapping[str, Collection[str]]) -> tuple[tuple[str, ...], ...]:
    """Strongly connected components, successors first (Tarjan, 1972), without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    found: list[tuple[str, ...]] = []
    for start in graph:
        if start in index:
            continue
        work = [(start, iter(sorted(graph[start])))]
        index[start] = low[start] = len(index)
        stack.append(start)
        waiting.add(start)
        while work:
            node, rest = work[-1]
            after = next((name for name in rest if name in graph), None)
            if after is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    found.append(_popped(stack, waiting, node))
            elif after not in index:
                index[after] = low[after] = len(index)
                stack.append(after)
                waiting.add(after)
                work.append((after, iter(sorted(graph[after]))))
            elif after in waiting:
                low[node] = min(low[node], index[after])
    return tuple(found)


def _popped(stack: list[str], waiting: set[str], root: str) -> tuple[str, ...]:
    component: list[str] = []
    while not component or component[-1] != root:
        component.append(stack.pop())
        waiting.discard(component[-1])
    return tuple(sorted(component))
