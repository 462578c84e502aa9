"""Which classes of a file may stand in one line of inheritance, as far as their names tell."""

from functools import cached_property

from haltcheck.frontend.syntax import ClassEntry


class Family:
    """Classes by name; two classes of one name are not told apart."""

    def __init__(self, classes: dict[str, ClassEntry]) -> None:
        self.classes = classes
        self.by_short: dict[str, set[str]] = {}
        for name in classes:
            self.by_short.setdefault(short_name(name), set()).add(name)
        self.lines: dict[str, frozenset[str]] = {}

    def line(self, name: str) -> frozenset[str]:
        """The class and its ancestors in this file."""
        known = self.lines.get(name)
        if known is not None:
            return known
        found = {name}
        todo = [name]
        while todo:
            for base in self.classes[todo.pop()].bases:
                new = self.by_short.get(short_name(base), set()) - found
                found |= new
                todo.extend(new)
        self.lines[name] = frozenset(found)
        return self.lines[name]

    @cached_property
    def relatives(self) -> dict[str, set[str]]:
        """For each class all those that may stand in one order of resolution with it."""
        found: dict[str, set[str]] = {}
        for line in {self.line(name) for name in self.classes}:
            for name in line:
                found.setdefault(name, set()).update(line)
        return found


def short_name(name: str) -> str:
    """The last part of a dotted name, without the number of a namesake."""
    return name.rpartition(".")[2].partition("#")[0]
