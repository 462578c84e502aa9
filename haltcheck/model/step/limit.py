"""What bounds a run: sizes are checked before anything is made, bulk work is counted."""

from collections.abc import Collection, Sized

from haltcheck.model.step.fault import LimitError

BITS = 65_536
ELEMENTS = 200_000
WORK = 20_000_000
NESTING = 200_000


def check_bits(bits: int) -> None:
    """No int may have more than ``BITS`` bits."""
    if bits > BITS:
        raise LimitError(f"an integer of more than {BITS} bits")


def check_size(size: int) -> None:
    """No string or container may have more than ``ELEMENTS`` elements."""
    if size > ELEMENTS:
        raise LimitError(f"more than {ELEMENTS} elements")


def weigh(value: object, limit: int = NESTING) -> int:
    """How many objects a comparison, hash or copy of the value may touch, as a tree.

    Shared parts count each time: that is what CPython's own recursion would do.
    """
    if not isinstance(value, tuple | list | dict | set | frozenset):
        return len(value) if isinstance(value, Sized) and isinstance(value, str | bytes) else 1
    total = 0
    stack: list[tuple[object, int]] = [(value, 0)]
    while stack:
        item, depth = stack.pop()
        total += 1
        if total > limit or depth > 150:
            raise LimitError("a value that is nested too deeply")
        if isinstance(item, dict):
            stack.extend((part, depth + 1) for pair in item.items() for part in pair)
        elif isinstance(item, tuple | list | set | frozenset):
            stack.extend((part, depth + 1) for part in item)
    return total


def check_hashes(items: Collection[object]) -> None:
    """Many large ints may be chosen to collide, which makes hashing quadratic."""
    if len(items) > 2000 and any(isinstance(item, int) and item >> 60 for item in items):
        raise LimitError("many large numbers as keys")
