def reachable(graph: dict[str, list[str]], start: str) -> set[str]:
    work = [start]
    seen: set[str] = set()
    while work:
        node = work.pop()
        if node in seen:
            continue
        seen.add(node)
        work.extend(graph[node])
    return seen
