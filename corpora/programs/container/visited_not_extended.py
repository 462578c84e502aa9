def reachable(graph: dict[str, list[str]], start: str) -> int:
    work = [start]
    seen: set[str] = set()
    count = 0
    while work:
        node = work.pop()
        if node in seen:
            continue
        count += 1
        work.extend(graph[node])
    return count
