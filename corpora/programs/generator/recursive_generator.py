from collections.abc import Iterator


def ruler(level: int) -> Iterator[int]:
    if level <= 0:
        return
    yield from ruler(level - 1)
    yield level
    yield from ruler(level - 1)
