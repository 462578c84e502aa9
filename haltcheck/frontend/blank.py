"""The text of a module without the bodies of the functions that nobody needs."""

from haltcheck.frontend.pick import Pick
from haltcheck.frontend.table import Table


def blanked(
    lines: tuple[str, ...], table: Table, picked: Pick
) -> tuple[tuple[str, ...], frozenset[str]]:
    """The lines with each such body filled up, and the names of the functions concerned.

    A filled body is one expression that ends exactly where the body ended, so that nothing else
    in the file moves and every end of a class or a branch stays where it is.
    """
    found = list(lines)
    unread: set[str] = set()
    for name, entry in table.contents.functions.items():
        first = table.body_lines[name]
        if name in picked.functions or table.parents[name] != "<module>" or "<" in name:
            continue
        unread.add(name)
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
    return tuple(found), frozenset(unread)
