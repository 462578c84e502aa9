def moves(discs: int, source: str, target: str, spare: str) -> list[str]:
    if discs <= 0:
        return []
    before = moves(discs - 1, source, spare, target)
    after = moves(discs - 1, spare, target, source)
    return [*before, source + target, *after]
