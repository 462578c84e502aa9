"""What stands at the top of every export: where it is from, and how close it is to the program."""

from __future__ import annotations

from collections.abc import Mapping

from haltcheck.model.system import Faith, System, Transition

_EXACT = "exact"


def heading(
    title: str, system: System, names: Mapping[str, str], located: Mapping[int, str]
) -> list[str]:
    """Lines of plain words: the subject, its names, its transitions and which of them are coarse.

    ``title`` names the subject; ``names`` and ``located`` are the legal names.
    """
    told = [_plain(title), "Made by haltcheck. All numbers are unbounded integers."]
    inside = ", ".join(located[one] for one in sorted(system.inside) if one in located)
    told.append(f"It begins at start and has left when it is at done; the subject is at {inside}.")
    told.append("Calls, and loops between these places, are taken to come to an end.")
    told += [f"{to} is {_plain(name)}" for name, to in names.items() if to != name]
    if passed := [located[one] for one in around(system)]:
        told.append(f"The way in goes round as well, at {', '.join(passed)}: ending speaks of both")
        told[-1] += ", not ending perhaps of that alone."
    for index, one in enumerate(system.transitions):
        words = _closeness(one)
        events = f", when {_plain(', '.join(one.events))}" if one.events else ""
        ends = f"{located[one.source]} to {located[one.target]}"
        told.append(f"transition {index}, line {one.line}: {ends}, {words}{events}")
    loose = [at for at, one in enumerate(system.transitions) if _closeness(one) != _EXACT]
    return [*told, _faith(loose)]


def _closeness(one: Transition) -> str:
    """What nobody picks freely (a result of a call, a random draw) is any value in an export."""
    if one.faith is Faith.COARSE:
        return "COARSE"
    return _EXACT if set(one.choices) <= one.world else "COARSE in values that it only stands for"


def _faith(loose: list[int]) -> str:
    if not loose:
        return "Every transition is exact: ending and not ending carry over to the program."
    numbers = ", ".join(map(str, loose))
    return (
        f"Transitions {numbers} are coarse: they allow more than the program does, so that this "
        "is good for proving termination only."
    )


def around(system: System) -> list[int]:
    """Locations outside of the subject that lead back to themselves by whatever way."""
    after: dict[int, set[int]] = {}
    for one in system.transitions:
        after.setdefault(one.source, set()).add(one.target)
    return sorted(one for one in after.keys() - system.inside if one in _reached(after, one))


def _reached(after: Mapping[int, set[int]], begin: int) -> set[int]:
    found: set[int] = set()
    left = [begin]
    while left:
        for one in after.get(left.pop(), set()) - found:
            found.add(one)
            left.append(one)
    return found


def _plain(text: str) -> str:
    """One line of printable ASCII, which no comment of any format ends with."""
    told = " ".join(text.split()).encode("ascii", "backslashreplace").decode()
    return told.replace("*/", "* /").rstrip("\\")
