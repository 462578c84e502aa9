"""The text of a module without the bodies of the functions that nobody needs."""

from collections.abc import Iterable

from haltcheck.frontend.pick import Pick
from haltcheck.frontend.table import Table


def unneeded(table: Table, picked: Pick) -> tuple[str, ...]:
    """The outermost functions whose bodies nobody needs."""
    return tuple(
        name
        for name in table.contents.functions
        if name not in picked.functions and table.parents[name] == "<module>" and "<" not in name
    )


def blanked(lines: tuple[str, ...], table: Table, unread: Iterable[str]) -> tuple[str, ...]:
    """The lines with the body of each such function filled up.

    A filled body is one expression that ends exactly where the body ended, so that nothing else
    in the file moves and every end of a class or a branch stays where it is.
    """
    found = list(lines)
    for name in unread:
        first, entry = table.body_lines[name], table.contents.functions[name]
        if not first:
            continue
        last, column = entry.span.end_line, entry.span.end_column - 1
        line = lines[first - 1]
        indent = line[: len(line) - len(line.lstrip())]
        if first == last:
            found[first - 1] = indent + "_" * (column - len(indent))
            continue
        found[first - 1] = indent + "("
        found[first : last - 1] = [""] * (last - 1 - first)
        found[last - 1] = "_" * (column - 1) + ")"
    return tuple(found)
