from collections.abc import Iterator


def ruler(level: int) -> Iterator[int]:
    yield from ruler(level - 1)
    yield level
