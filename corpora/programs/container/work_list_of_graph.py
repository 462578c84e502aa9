def reachable(graph: dict[str, list[str]], start: str) -> int:
    work = [start]
    count = 0
    while work:
        node = work.pop()
        count += 1
        work.extend(graph[node])
    return count
