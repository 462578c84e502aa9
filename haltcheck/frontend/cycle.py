"""The nodes of a graph that lie on a cycle (Tarjan, without recursion)."""

from collections.abc import Iterable, Mapping


def cyclic(graph: Mapping[str, Iterable[str]]) -> set[str]:
    """Every node that can reach itself by one step or more."""
    return {name for group in _components(graph) for name in group}


def _components(graph: Mapping[str, Iterable[str]]) -> list[list[str]]:
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[list[str]] = []
    for root in graph:
        if root in order:
            continue
        work = [(root, iter(graph[root]))]
        order[root] = low[root] = len(order)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, successors = work[-1]
            for successor in successors:
                if successor not in graph:
                    continue
                if successor not in order:
                    order[successor] = low[successor] = len(order)
                    stack.append(successor)
                    on_stack.add(successor)
                    work.append((successor, iter(graph[successor])))
                    break
                if successor in on_stack:
                    low[node] = min(low[node], order[successor])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    found.append(_pop(node, stack, on_stack))
    return [group for group in found if len(group) > 1 or group[0] in graph[group[0]]]


def _pop(node: str, stack: list[str], on_stack: set[str]) -> list[str]:
    group: list[str] = []
    while not group or group[-1] != node:
        group.append(stack.pop())
        on_stack.discard(group[-1])
    return group
