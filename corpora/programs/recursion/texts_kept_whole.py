from collections.abc import Iterable, Iterator


def flattened(parts: Iterable[object]) -> Iterator[object]:
    for part in parts:
        if isinstance(part, tuple):
            yield from flattened(part)
        else:
            yield part
