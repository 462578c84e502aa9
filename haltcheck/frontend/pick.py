"""Which functions of a file matter: those that loop or may recurse, and all that they call."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from haltcheck.basis.graph import cyclic
from haltcheck.basis.record import record
from haltcheck.frontend.family import Family, short_name
from haltcheck.frontend.syntax import Entry
from haltcheck.frontend.table import Table

_MODULE = "<module>"
_FEW = 6
_CONSTRUCTORS = ("__init__", "__new__", "__post_init__", "__call__")
_TAKES = frozenset({"add", "append", "appendleft", "insert"})
_ENDLESS = frozenset({"iter", "itertools.count", "itertools.cycle", "itertools.repeat"})
_SERIALISES = re.compile(r"_*(?:(?:to|as)_?(?:dict|json|data|primitive)|serial(?:ize|ise)|dump)")
_PROPERTIES = ("property", "cached_property", "abstractproperty", "setter", "getter")


@record
class Pick:
    """The outermost functions to read, and whether the module body is to be read as well."""

    functions: frozenset[str]
    module: bool


def pick(table: Table) -> Pick:
    """Names err on the safe side: what has the name of a method may be that method."""
    graph = _Graph(table)
    functions = table.contents.functions
    wanted = {name for name, entry in functions.items() if entry.loops}
    mentioned = {name: graph.mentioned(name) for name in functions}
    wanted |= cyclic(mentioned)
    wanted |= {name for name in functions if _makes_endless(graph, name)}
    wanted |= _callers(mentioned, wanted)
    wanted |= _answering(graph) | _opening(graph) | _iterating(graph) | _telling(graph)
    wanted |= _asking(graph) | _climbing(graph) | _replacing(graph)
    units = {graph.unit(name) for name in wanted - {_MODULE}}
    if table.contents.module_loops or _MODULE in wanted:
        units.add(_MODULE)
    units = graph.close(units)
    return Pick(frozenset(units - {_MODULE}), _MODULE in units)


def _answering(graph: _Graph) -> set[str]:
    """``__getattr__``, which may ask itself for what ``__init__`` binds, and its like."""
    found = graph.methods.get("__getattr__", ())
    entries = graph.table.contents.functions
    makers = {f"{entries[name].in_class}.__init__" for name in found}
    asking = {name for name in ("__getattr__",) if name in entries and _asks(entries[name])}
    return {*found, *makers.intersection(entries), *graph.methods.get("__missing__", ()), *asking}


def _asks(entry: Entry) -> bool:
    """Whether a function looks for attributes by their names."""
    return not entry.calls.isdisjoint(("getattr", "hasattr"))


def _opening(graph: _Graph) -> set[str]:
    """Of classes that read until something comes: what opens the stream, and what reads it."""
    entries = graph.table.contents.functions
    asking = [one for one in entries.values() if "iter" in one.calls]
    found = {f"{one.in_class}.{name}" for one in asking for name in ("__init__", *one.attributes)}
    return found.intersection(entries)


def _iterating(graph: _Graph) -> set[str]:
    """What is asked for one item after the other, and what may ask it for all of them.

    That is ``__next__``, and ``__getitem__`` where a class has no ``__iter__``; the other methods
    of such a class, and whoever makes such an object.
    """
    classes = graph.table.contents.classes
    found: set[str] = set()
    for name, entry in classes.items():
        line = [classes[one] for one in graph.family.line(name)]
        bound = frozenset().union(*(one.methods | one.names for one in line))
        if "__next__" in entry.methods:
            found |= {f"{name}.{method}" for method in entry.methods}
            found |= _makers(graph, name)
        elif "__getitem__" in entry.methods and "__iter__" not in bound:
            found |= {f"{name}.__getitem__", f"{name}.__init__"}
    return found.intersection([*graph.table.contents.functions, _MODULE])


def _makers(graph: _Graph, cls: str) -> set[str]:
    """What makes an object of the class, the module included."""
    contents, short = graph.table.contents, short_name(cls)
    calls = {name: entry.calls for name, entry in contents.functions.items()}
    calls[_MODULE] = contents.module_calls
    return {name for name, texts in calls.items() if short in map(short_name, texts)}


def _telling(graph: _Graph) -> set[str]:
    """What tells of objects, where some function may make two objects refer to each other."""
    entries = graph.table.contents.functions
    binders = {name for name, entry in entries.items() if _may_link(entry)}
    telling = [x for x in graph.methods if x in ("__repr__", "__str__") or _SERIALISES.fullmatch(x)]
    tellers = {name for short in telling for name in graph.methods[short]}
    return binders | tellers if binders and tellers else set()


def _asking(graph: _Graph) -> set[str]:
    """Properties that ask a method which looks up attributes by their names, and that method."""
    entries = graph.table.contents.functions
    lookers = {
        short_name(name): name
        for name, entry in entries.items()
        if entry.in_class and len(entry.parameters) > 1 and _asks(entry)
    }
    found: set[str] = set()
    for name, entry in entries.items():
        if "property" in entry.decorators:
            found |= {name} if _asks(entry) else set()
            asked = {text.partition(".")[2] for text in entry.calls} & lookers.keys()
            found |= {name, *(lookers[one] for one in asked)} if asked else set()
    return found


def _climbing(graph: _Graph) -> set[str]:
    """Methods that look for the class above in the class of their object."""
    entries = graph.table.contents.functions
    return {
        name
        for name, entry in entries.items()
        if entry.in_class and "super" in entry.calls
        if "__class__" in entry.attributes or "type" in entry.calls
    }


def _replacing(graph: _Graph) -> set[str]:
    """Functions that call what the file puts something in the place of: ``sys.excepthook``."""
    contents = graph.table.contents
    known = contents.imports.keys() | contents.classes.keys()
    written = {*contents.global_writes}.union(*(x.writes for x in contents.functions.values()))
    places = {one for one in written if "." in one and one.partition(".")[0] in known}
    if not places:
        return set()
    found = {
        name
        for name, entry in contents.functions.items()
        if any(text in places or text.rpartition(".")[0] in places for text in entry.calls)
    }
    putting = {name for name, entry in contents.functions.items() if places & entry.writes}
    return {*found, *putting, _MODULE} if found else set()


def _may_link(entry: Entry) -> bool:
    """Whether a function binds attributes of two objects, or of one and puts it into the other."""
    roots = {write.partition(".")[0] for write in entry.writes if "." in write}
    if "__dict__" in entry.attributes or "setattr" in entry.calls:
        roots.add("?")
    takes = {
        text.partition(".")[0] if text != "?" else text
        for text in entry.calls
        if text == "?" or (text.count(".") > 1 and text.rpartition(".")[2] in _TAKES)
    }
    return len(roots) > 1 or bool(roots and takes - roots)


def _callers(mentioned: Mapping[str, set[str]], wanted: set[str]) -> set[str]:
    """Who may call them: private functions take their inputs from there, in small files all do."""
    few = len(mentioned) <= _FEW
    found: set[str] = set()
    sought = {name for name in wanted if few or is_private(name)}
    while sought:
        callers = {name for name, known in mentioned.items() if known & sought}
        sought = callers - found if few else set()
        found |= callers
    return found


def is_private(name: str) -> bool:
    """A function of the module that is meant for its own code."""
    return name.startswith("_") and not name.startswith("__") and "." not in name


class _Graph:
    """Who may run whom, by name."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.family = Family(table.contents.classes)
        self.functions: dict[str, list[str]] = {}
        self.methods: dict[str, list[str]] = {}
        self.properties: set[str] = set()
        self.special: list[str] = []
        self.setters: dict[str, list[str]] = {}
        self.members: dict[str, list[str]] = {}
        self.closures: dict[str, list[str]] = {}
        for name in table.contents.functions:
            self._enter(name)
        self.special += _factories(self)
        self.constructors = self._constructors()
        self.stepping = [*self.methods.get("__next__", ()), *self.methods.get("__getitem__", ())]

    def _enter(self, name: str) -> None:
        entry = self.table.contents.functions[name]
        short = short_name(name)
        self.members.setdefault(self.unit(name), []).append(name)
        if short.startswith("<"):
            self.closures.setdefault(self.table.parents[name], []).append(name)
            return
        if entry.in_class is None:
            self.functions.setdefault(short, []).append(name)
            return
        self.methods.setdefault(short, []).append(name)
        if any(text.rpartition(".")[2] in _PROPERTIES for text in entry.decorators):
            self.properties.add(short)
        if any(text.endswith(".setter") for text in entry.decorators):
            self.setters.setdefault(short, []).append(name)
        if short.startswith("__") and short.endswith("__") and short not in ("__init__", "__new__"):
            self.special.append(name)

    def _constructors(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        entries = self.table.contents.functions
        methods = [method for short in _CONSTRUCTORS for method in self.methods.get(short, ())]
        for name in self.table.contents.classes:
            line = self.family.line(name)
            makers = [method for method in methods if entries[method].in_class in line]
            found.setdefault(short_name(name), []).extend(makers)
        return found

    def unit(self, name: str) -> str:
        """The outermost function around ``name``; a lambda outside all is the module's."""
        parents = self.table.parents
        while parents[name] != _MODULE:
            name = parents[name]
        return _MODULE if short_name(name).startswith("<") else name

    def mentioned(self, name: str) -> set[str]:
        """Everything that running ``name`` may run by what it mentions or by an operator."""
        entry = self.table.contents.functions[name]
        found = {*self._targets(name, self.table.mentions[name]), *self.closures.get(name, ())}
        found.update([one for target in found for one in _wrappers(self, target)])
        if entry.operators:
            found.update(self.special)
        if any(text == "?" or text in entry.parameters for text in self.table.calls[name]):
            found.update(self._values(name))
        for write in entry.writes:
            found.update(self.setters.get(write.rpartition(".")[2], ()))
        return found

    def _values(self, name: str) -> Iterator[str]:
        """What a value that is called may be: an instance, a class, a function made close by."""
        yield from self._own_constructors(name)
        yield from self.methods.get("__call__", ())
        unit = self.unit(name)
        yield from (member for member in self.members[unit] if member != unit)

    def called(self, name: str) -> Iterator[str]:
        """What ``name`` calls, and the properties that it reads."""
        table = self.table
        yield from self._targets(name, table.calls[name])
        read = (text for text in table.mentions[name] if short_name(text) in self.properties)
        yield from self._targets(name, read)

    def _targets(self, name: str, texts: Iterable[str]) -> Iterator[str]:
        for text in texts:
            head, dot, last = text.rpartition(".")
            if not dot:
                yield from self.functions.get(text, ())
                yield from self.constructors.get(text, ())
                yield from self.table.aliases.get(text, ())
                if text in ("cls", "?"):
                    yield from self._own_constructors(name)
            elif head == "super()":
                yield from self._inherited(name, last)
            elif not self._is_foreign(name, head):
                yield from self._methods(head, last)

    def _methods(self, head: str, last: str) -> Iterator[str]:
        if head in self.table.contents.classes:
            # ``C.m`` names its class, so only the method that C has or inherits can be meant.
            yield from self._of(self.family.line(head), last)
            return
        yield from self.methods.get(last, ())
        yield from self.constructors.get(last, ())
        yield from self.table.aliases.get(last, ())
        if last == "__class__":
            for names in self.constructors.values():
                yield from names

    def _own_constructors(self, name: str) -> Iterator[str]:
        owner = self.table.contents.functions[name].in_class if name != _MODULE else None
        if owner is not None:
            yield from self.constructors.get(short_name(owner), ())

    def _inherited(self, name: str, last: str) -> Iterator[str]:
        """``super().m``: the next class in the order of resolution is never the same one."""
        own = name
        entries = self.table.contents.functions
        while own in entries and entries[own].in_class is None:
            own = self.table.parents[own]
        owner = entries[own].in_class if own in entries else None
        if owner is not None:
            yield from self._of(self.family.relatives[owner] - {owner}, last)

    def _of(self, owners: Collection[str], last: str) -> Iterator[str]:
        entries = self.table.contents.functions
        for method in self.methods.get(last, ()):
            if entries[method].in_class in owners:
                yield method

    def _is_foreign(self, name: str, head: str) -> bool:
        """A dotted name whose root is imported and never rebound leads out of the file."""
        root = head.partition(".")[0]
        contents = self.table.contents
        if root not in contents.imports or contents.global_writes.get(root, 0) > 1:
            return False
        entry = contents.functions.get(name)
        return entry is None or root not in entry.parameters

    def close(self, units: set[str]) -> set[str]:
        """The units and, transitively, the units of all that they call."""
        todo = list(units)
        while todo:
            unit = todo.pop()
            members = self.members.get(unit, [])
            for name in [*members, *((_MODULE,) if unit == _MODULE else ())]:
                for called in self.called(name):
                    other = self.unit(called)
                    if other not in units:
                        units.add(other)
                        todo.append(other)
        return units


def _factories(graph: _Graph) -> list[str]:
    """What a ``defaultdict`` may run where a key is missing."""
    found: list[str] = []
    for name, calls in graph.table.calls.items():
        if any(short_name(text) == "defaultdict" for text in calls):
            found += graph.closures.get(name, ())
            for text in graph.table.mentions[name]:
                found += graph.functions.get(text, ())
    return found


def _wrappers(graph: _Graph, name: str) -> Iterator[str]:
    """What stands in for a decorated function: whatever its decorator makes."""
    for text in graph.table.contents.functions[name].decorators:
        for decorator in graph.functions.get(text, ()):
            yield from graph.members[graph.unit(decorator)]


def _makes_endless(graph: _Graph, name: str) -> bool:
    """Whether a function makes an iterator that may never end."""
    contents = graph.table.contents
    for text in graph.table.calls[name]:
        head, dot, last = text.rpartition(".")
        dotted = f"{contents.imports.get(head, head)}.{last}" if dot else text
        if contents.imports.get(text, dotted) in _ENDLESS:
            return True
        if text in contents.classes:
            line = graph.family.line(text)
            if any(contents.functions[one].in_class in line for one in graph.stepping):
                return True
    return False
