"""A call seen from the function that it stands in: what is handed over, and to which parameter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from haltcheck.basis.span import Span
from haltcheck.model import instruction as i
from haltcheck.model.calls import Dotted, Resolved, Resolver
from haltcheck.model.effect import ANYWHERE, Effects, UnknownCall, carried, join, path_of
from haltcheck.model.fact import Fact, Unlisted
from haltcheck.model.known import function_fact, method_fact
from haltcheck.model.program import Function

_BUILT = frozenset({"list", "tuple", "set", "dict", "slice"})


# What is handed to these first is a function that they call.
_CALLERS = frozenset({"map", "filter", "functools.reduce", "itertools.starmap", "iter"})
_CALLED_KEYWORDS = frozenset({"key", "target", "function", "default", "object_hook"})


class Sites:
    """Effects at calls, in terms of the caller; ``known`` are the effects of finished callees."""

    def __init__(self, resolver: Resolver, known: Mapping[str, Effects]) -> None:
        self.resolver = resolver
        self.known = known
        self.used: set[str] = set()

    def _by_kind(self, function: Function, call: i.Call | i.CallMethod) -> Fact | Unlisted:
        """A method of a container or constant that is made here."""
        if isinstance(call, i.Call):
            return Unlisted(call.text)
        if type(call.object) is i.Const:
            return method_fact(type(call.object.value).__name__, call.name)
        match self.resolver.bindings(function).origin(call.object):
            case i.Build(kind=kind) if kind in _BUILT:
                return method_fact(kind, call.name)
            case i.Operate(operator="join" | "format"):
                return method_fact("str", call.name)
            case i.Call(function=called):
                made = function_fact(self.resolver.dotted(function, called))
                if type(made) is Fact and len(made.returns) == 1:
                    return method_fact(made.returns[0], call.name)
        return Unlisted(call.text)

    def _unknown(
        self, function: Function, span: Span, text: str, handed: Iterable[i.Operand]
    ) -> Effects:
        path = self._path(function)
        paths = frozenset([path(operand) for operand in handed]) - {""}
        return Effects(unknown=frozenset({UnknownCall(text, span.line, paths)}), raises=True)

    def _handing(self, function: Function, call: i.Call | i.CallMethod, text: str) -> Effects:
        handed = [item.value for item in call.items]
        if isinstance(call, i.CallMethod):
            handed.append(call.object)
        return self._unknown(function, call.span, text, handed)

    def _moved(self, function: Function, name: str, arguments: Mapping[str, str]) -> Effects:
        own = function.locals if function.qualname != "<module>" else frozenset[str]()
        self.used.add(name)
        return carried(self.known[name], arguments, own)

    def _arguments(
        self,
        function: Function,
        callee: Function,
        receiver: i.Operand | None,
        items: tuple[i.Item, ...],
    ) -> dict[str, str]:
        """Parameters with the paths of what is handed for them; others are anything."""
        path = self._path(function)
        names = [p.name for p in callee.parameters if p.kind in ("positional only", "normal")]
        found: dict[str, str] = {}
        if callee.in_class is not None and names and self._binds_first(callee, receiver, function):
            found[names.pop(0)] = path(receiver) if receiver is not None else ANYWHERE
        for item in items:
            if item.kind == "*":
                break
            if item.kind == "positional" and names:
                found[names.pop(0)] = path(item.value)
        for item in items:
            if item.kind == "keyword" and item.name is not None:
                found[item.name] = path(item.value)
        return found

    def _binds_first(
        self, callee: Function, receiver: i.Operand | None, function: Function
    ) -> bool:
        entry = self.resolver.program.contents.functions.get(callee.qualname)
        if entry is None or "staticmethod" in entry.decorators:
            return False
        if receiver is None:
            return callee.qualname.rpartition(".")[2] in ("__init__", "__call__", "__new__")
        origin = self.resolver.bindings(function).origin(receiver)
        return type(origin) is not i.LoadGlobal or "classmethod" in entry.decorators

    def _called_back(
        self, function: Function, call: i.Call | i.CallMethod, name: str
    ) -> Iterator[Effects]:
        for index, item in enumerate(call.items):
            is_function = item.name in _CALLED_KEYWORDS or item.kind in ("*", "**")
            if is_function or (index == 0 and name in _CALLERS and len(call.items) > 1):
                yield self._value_called(function, item.value, call)

    def _value_called(
        self, function: Function, value: i.Operand, call: i.Call | i.CallMethod
    ) -> Effects:
        """A function value is called with arguments that are not known."""
        if type(value) is i.Const:
            return Effects()
        made = i.Call(call.span, "", value, (), "")
        match self.resolver.resolve(function, made):
            case Resolved(qualnames) if all(name in self.known for name in qualnames):
                return join(Effects(), *[self._moved(function, name, {}) for name in qualnames])
            case Dotted(name) if type(fact := function_fact(name)) is Fact:
                return Effects(contents=frozenset({ANYWHERE} if fact.writes != "nothing" else ()))
            case _:
                return self._handing(function, call, call.text)

    def _special(self, function: Function, x: i.Instruction, resolved: Resolved) -> Effects:
        """A special method or property that an instruction runs, on what is not looked into."""
        parts = [Effects()]
        for name in resolved.qualnames:
            if name in self.known and name in self.resolver.program.functions:
                parts.append(self._moved(function, name, {}))
            else:
                parts.append(self._unknown(function, x.span, name, []))
        return join(*parts)

    def _path(self, function: Function) -> Callable[[i.Operand], str]:
        bindings = self.resolver.bindings(function)
        return lambda operand: path_of(bindings, operand)
