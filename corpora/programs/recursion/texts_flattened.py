from collections.abc import Iterable, Iterator


def flattened(parts: Iterable[object]) -> Iterator[object]:
    for part in parts:
        if hasattr(part, "__iter__"):
            yield from flattened(part)
        else:
            yield part
