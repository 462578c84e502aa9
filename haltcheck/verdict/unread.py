"""Functions that were not read: they have no loop, so what they call decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from haltcheck.basis.answer import Answer
from haltcheck.frontend.syntax import Contents, Entry
from haltcheck.verdict.join import NO_LOOPS, join
from haltcheck.verdict.judge import priors, unknown
from haltcheck.verdict.verdict import Verdict

_CONSTRUCTORS = frozenset(("__init__", "__new__", "__post_init__"))
_PROPERTIES = frozenset(("property", "cached_property", "functools.cached_property"))


class Unread:
    """Resolves by name, erring on the safe side: what has the name of a method may be it.

    ``judged`` are the verdicts of the functions that were read, by qualname.
    """

    def __init__(self, contents: Contents, judged: Mapping[str, Verdict]) -> None:
        self._contents = contents
        self._known = dict(judged)
        self._plain = all(verdict == NO_LOOPS for verdict in judged.values())
        self._by_name: dict[str, list[str]] = {}
        self._properties: set[str] = set()
        for name, entry in contents.functions.items():
            self._enter(name, entry)

    def _enter(self, name: str, entry: Entry) -> None:
        short = name.rpartition(".")[2].partition("#")[0]
        if short.startswith("<"):
            return
        if short in _CONSTRUCTORS and entry.in_class:
            short = entry.in_class.rpartition(".")[2]
        self._by_name.setdefault(short, []).append(name)
        if _PROPERTIES.intersection(entry.decorators):
            self._properties.add(short)

    def verdict(self, calls: Iterable[str], attributes: Iterable[str] = ()) -> Verdict:
        """The verdict of straight code that calls these dotted texts and reads these names."""
        if self._plain:
            return NO_LOOPS
        targets = self._targets(calls, attributes)
        for name in targets:
            self._settle(name)
        return join(self._seen(name) for name in targets)

    def function(self, name: str) -> Verdict:
        """The verdict of a function of the table of contents."""
        if self._plain:
            return self._known.get(name, NO_LOOPS)
        self._settle(name)
        return self._known[name]

    def _settle(self, name: str) -> None:
        """Depth first with a stack of its own: chains of calls may be long."""
        opened: set[str] = set()
        stack = [name]
        while stack:
            top = stack[-1]
            if top in self._known:
                stack.pop()
                continue
            entry = self._contents.functions[top]
            targets = self._targets(sorted(entry.calls), sorted(entry.attributes))
            waiting = [one for one in targets if one not in self._known and one not in opened]
            opened.add(top)
            if waiting:
                opened.update(waiting)
                stack.extend(waiting)
            else:
                self._known[top] = join(self._seen(one) for one in targets)
                stack.pop()

    def _targets(self, calls: Iterable[str], attributes: Iterable[str]) -> list[str]:
        found = [name for text in calls for name in self._called(text)]
        for attribute in attributes:
            if attribute in self._properties:
                found += self._by_name[attribute]
        return list(dict.fromkeys(found))

    def _called(self, text: str) -> list[str]:
        head, _, last = text.rpartition(".")
        root = head.partition(".")[0]
        if root and root in self._contents.imports:
            return []
        return self._by_name.get(last, [])

    def _seen(self, name: str) -> Verdict:
        """What a call of it adds: of a divergence nobody knows whether the call can meet it."""
        verdict = self._known.get(name, NO_LOOPS)
        if verdict.answer is not Answer.NON_HALT:
            return verdict
        if self._contents.functions[name].is_generator and verdict.intended:
            return NO_LOOPS
        condition = f" where {verdict.condition}" if verdict.condition else ""
        reason = f"may call {name}, which need not halt{condition}"
        return unknown((reason,), priors().doubtful_call_halts)
