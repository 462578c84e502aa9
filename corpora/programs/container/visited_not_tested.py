def reachable(graph: dict[str, list[str]], start: str) -> set[str]:
    work = [start]
    seen: set[str] = set()
    while work:
        node = work.pop()
        seen.add(node)
        for other in graph[node]:
            work.append(other)
    return seen
