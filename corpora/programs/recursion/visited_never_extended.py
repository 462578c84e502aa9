def reach(graph: dict[str, list[str]], node: str, seen: set[str]) -> int:
    if node in seen:
        return 0
    total = 1
    for other in graph[node]:
        total += reach(graph, other, seen)
    return total
