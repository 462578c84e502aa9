"""The table of contents while it is being made: one open record per function, then the whole."""

from __future__ import annotations

import builtins
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from haltcheck.basis.record import record
from haltcheck.basis.span import Span
from haltcheck.frontend.inflow import Inflow, Taker, spread_floats, spread_made
from haltcheck.frontend.syntax import ClassEntry, Contents, Entry

DISPATCHING_CALLS = frozenset(
    [
        "len",
        "str",
        "repr",
        "hash",
        "bool",
        "iter",
        "next",
        "int",
        "float",
        "complex",
        "abs",
        "round",
        "divmod",
        "pow",
        "sum",
        "min",
        "max",
        "sorted",
        "reversed",
        "list",
        "tuple",
        "set",
        "dict",
        "frozenset",
        "bytes",
        "format",
        "print",
        "isinstance",
        "issubclass",
        "any",
        "all",
        "enumerate",
        "zip",
        "map",
        "filter",
        "getattr",
        "setattr",
        "hasattr",
        "delattr",
        "dir",
        "vars",
    ]
)

_REFLECTING = frozenset({"exec", "globals"})
_SPELLED = "add sub mul floordiv mod truediv pow neg lt le gt ge and or xor"
_OPERATORS = frozenset(f"__{i}{name}__" for name in _SPELLED.split() for i in ("", "i", "r"))
_OF_MODULE = frozenset({"locals", "vars"})


@dataclass(slots=True)
class Record:
    """What is known of one function, class or module body so far.

    ``mentions`` are the names and dotted attribute texts that it reads, called or not; an
    attribute of something without a name is ``?.m``; ``handed`` are names that it does something
    else with than to call them.
    """

    kind: str
    name: str
    span: Span
    parent: Record | None
    first_line: int = 0
    body_line: int = 0
    loops: int = 0
    operators: bool = False
    is_async: bool = False
    is_generator: bool = False
    calls: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    writes: list[str] = field(default_factory=list)
    mentions: set[str] = field(default_factory=set)
    handed: set[str] = field(default_factory=set)
    global_names: set[str] = field(default_factory=set)
    nonlocal_names: set[str] = field(default_factory=set)
    decorators: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    qualname: str = ""
    inflow: Inflow = field(default_factory=Inflow)


@record
class Table:
    """The contents of a file, and what choosing the functions to read needs beside them.

    ``places`` maps where a function starts to its qualname; ``mentions`` has one set per
    function and one for ``<module>``; ``first_lines`` are those of the first decorator or the
    ``def``, ``body_lines`` those of a body that has its lines to itself (else 0);
    ``aliases`` maps a name to the lambdas bound to it;
    ``star_line`` is the last line that imports ``*``, 0 for none; ``taken`` are names, and last
    names of attributes, that some code does something else with than to call them.
    """

    contents: Contents
    places: dict[tuple[int, int], str]
    mentions: dict[str, frozenset[str]]
    calls: dict[str, frozenset[str]]
    parents: dict[str, str]
    body_lines: dict[str, int]
    first_lines: dict[str, int]
    aliases: dict[str, list[str]]
    star_line: int
    taken: frozenset[str] = frozenset()


@dataclass(slots=True)
class Draft:
    """All the records of one file, in any order; ``finish`` names and sorts them."""

    module: Record
    records: list[Record] = field(default_factory=list)
    imports: list[tuple[int, int, str, str]] = field(default_factory=list)
    lambda_names: list[tuple[str, Record]] = field(default_factory=list)
    star_line: int = 0
    given: set[str] = field(default_factory=set)
    growing: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)

    def give(self, record: Record, target: str, value: str) -> None:
        """An attribute of self that a constructor binds to one of its arguments, as it is."""
        root, dot, name = target.partition(".")
        taken = record.parameters
        is_own = bool(dot and taken) and "." not in name and root == taken[0]
        if record.name == "__init__" and is_own and value in taken[1:]:
            self.given.add(name)

    def open(self, kind: str, name: str, span: Span, parent: Record) -> Record:
        """A new record of a function (``def``, ``lambda``, ``genexpr``) or a ``class``."""
        record = Record(kind, name, span, parent)
        self.records.append(record)
        return record

    def finish(self, end_line: int) -> Table:
        """Names every record in source order and yields the finished table."""
        self.records.sort(key=lambda record: (record.span.line, record.span.column))
        self._name()
        functions = [record for record in self.records if record.kind != "class"]
        contents = Contents(
            {record.qualname: _entry(record) for record in functions},
            {r.qualname: self._class_entry(r) for r in self.records if r.kind == "class"},
            {name: dotted for _, _, name, dotted in sorted(self.imports, reverse=True)},
            self._global_writes(functions),
            self.module.loops,
            end_line,
            frozenset(self.module.calls),
            spread_floats(map(_taker, functions), self.module.inflow),
            spread_made(map(_taker, functions), self.module.inflow, self._calculating()),
            self._handed(functions),
            frozenset(self.given),
            frozenset(self.growing),
        )
        return Table(
            contents,
            {(r.span.line, r.span.column): r.qualname for r in self.records},
            {r.qualname: frozenset(r.mentions) for r in (self.module, *functions)},
            {r.qualname: frozenset(r.calls) for r in (self.module, *functions)},
            {r.qualname: _owner(r) for r in functions},
            {r.qualname: r.body_line for r in functions},
            {r.qualname: r.first_line for r in functions},
            self._aliases(),
            self.star_line,
            frozenset(self.taken).union(self.module.handed, *(r.handed for r in self.records)),
        )

    def _handed(self, functions: list[Record]) -> frozenset[str]:
        """The functions of the module that are known by name to more than their calls."""
        used = set[str]().union(*(one.handed for one in (self.module, *self.records)))
        decorated = {one.qualname for one in functions if one.decorators}
        return frozenset(one.qualname for one in functions if one.qualname in used | decorated)

    def _name(self) -> None:
        seen: Counter[str] = Counter()
        self.module.qualname = "<module>"
        for entry in self.records:
            parent = entry.parent
            inner = parent is not None and parent.kind != "module"
            name = f"{parent.qualname}.{entry.name}" if parent and inner else entry.name
            seen[name] += 1
            entry.qualname = name if seen[name] == 1 else f"{name}#{seen[name]}"

    def _class_entry(self, record: Record) -> ClassEntry:
        methods = (r.name for r in self.records if r.parent is record and r.kind == "def")
        names = frozenset(record.writes)
        return ClassEntry(
            record.qualname,
            record.span,
            record.bases,
            frozenset(methods),
            names,
            record.decorators,
        )

    def _global_writes(self, functions: Iterable[Record]) -> dict[str, int]:
        counts = Counter(self.module.writes)
        for entry in self.records:
            if entry.global_names:
                counts.update(name for name in entry.writes if name in entry.global_names)
        everything = (self.module, *self.records)
        if any(_binds_anything(one) for one in everything):
            # What is imported is believed to stay.
            imported = {name for _, _, name, _ in self.imports}
            counts.update([name for name in counts if name not in imported])
        roots = {name for _, _, name, dotted in self.imports if dotted == "builtins"}
        for one in everything if roots else ():
            counts.update(_replaced_built_ins(one, roots))
        return dict(counts)

    def _calculating(self) -> set[str]:
        """The classes with operators of their own, and what derives from them."""
        classes = [record for record in self.records if record.kind == "class"]
        found = {
            one.parent.name
            for one in self.records
            if one.name in _OPERATORS and one.parent is not None and one.parent.kind == "class"
        }
        more = bool(found)
        while more:
            own = {r.name for r in classes if not found.isdisjoint(r.bases)} - found
            found |= own
            more = bool(own)
        return found

    def _aliases(self) -> dict[str, list[str]]:
        aliases: dict[str, list[str]] = {}
        for name, entry in self.lambda_names:
            aliases.setdefault(name, []).append(entry.qualname)
        return aliases


def _binds_anything(record: Record) -> bool:
    """Whether a function, class or module body may bind globals by names that it computes."""
    if record.calls & (_REFLECTING | (_OF_MODULE if record.kind == "module" else frozenset())):
        return True
    if not {"sys.modules", "__name__"} <= record.mentions:
        return False
    return "setattr" in record.calls or any("." in name for name in record.writes)


def _replaced_built_ins(record: Record, roots: set[str]) -> Iterable[str]:
    """The built-in names that assignments to the module of built-ins replace."""
    writes = [name.partition(".") for name in record.writes]
    reflects = roots & record.mentions and (
        record.calls & {"setattr", "vars"}
        or any(f"{root}.__dict__" in record.mentions for root in roots)
    )
    return dir(builtins) if reflects else [name for root, _, name in writes if root in roots]


def _owner(record: Record) -> str:
    """The qualname of the function that encloses this one, ``<module>`` for none."""
    parent = record.parent
    while parent is not None and parent.kind == "class":
        parent = parent.parent
    return parent.qualname if parent is not None else "<module>"


def _taker(record: Record) -> Taker:
    """A method counts its positions from behind the object that it is called on."""
    parent = record.parent
    bound = (
        parent is not None and parent.kind == "class" and "staticmethod" not in record.decorators
    )
    names: tuple[str, ...] = (record.name,)
    if parent is not None and bound and record.name in ("__init__", "__new__"):
        names += (parent.name,)
    parameters = record.parameters[1:] if bound else record.parameters
    return Taker(record.qualname, names, parameters, record.inflow)


def _entry(record: Record) -> Entry:
    parent = record.parent
    return Entry(
        record.qualname,
        record.span,
        record.loops,
        frozenset(record.calls),
        frozenset(record.attributes),
        frozenset(record.writes),
        record.decorators,
        record.parameters,
        parent.qualname if parent is not None and parent.kind == "class" else None,
        record.is_async,
        record.is_generator,
        record.operators,
    )
