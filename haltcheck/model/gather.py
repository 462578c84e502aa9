"""Gathers the effects of blocks: through calls in this file, and through known libraries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.calls import Dotted, Resolution, Resolved, Resolver
from haltcheck.model.effect import Effects, join, path_of
from haltcheck.model.fact import Fact, Unlisted
from haltcheck.model.fresh import fresh_locals
from haltcheck.model.handed import Sites
from haltcheck.model.known import function_fact
from haltcheck.model.program import Block, Function, Jump, Next, Return
from haltcheck.model.recursion import edges


class Gatherer(Sites):
    """Effects of the functions of one program, block by block."""

    def whole(self, function: Function) -> Effects:
        """What a call of the function may write."""
        found = self.blocks(function, range(len(function.blocks)))
        fresh = fresh_locals(function, self.resolver)
        attributes = frozenset([pair for pair in found.attributes if pair[0] not in fresh])
        return replace(
            found,
            attributes=attributes,
            contents=found.contents - fresh,
            consumed=found.consumed - fresh,
        )

    def blocks(self, function: Function, numbers: Iterable[int]) -> Effects:
        """What some blocks of a function may write."""
        chosen = frozenset(numbers)
        parts: list[Effects] = []
        for number in sorted(chosen):
            parts += self._block(function, function.blocks[number])
        calls = (edge for edge in edges(self.resolver, function) if edge.block in chosen)
        for edge in calls:
            block = function.blocks[edge.block]
            if edge.index < len(block.instructions):
                instruction = block.instructions[edge.index]
                if not isinstance(instruction, i.Call | i.CallMethod):
                    parts.append(self._special(function, instruction, edge.resolved))
        found = join(*parts) if parts else Effects()
        if found.unknown:
            found = join(found, Effects(locals=function.rebound))
        return found

    def _block(self, function: Function, block: Block) -> Iterator[Effects]:
        for instruction in block.instructions:
            yield from self._instruction(function, instruction)
        end = block.terminator
        if type(end) is Next:
            yield Effects(locals=frozenset({end.target}), raises=True)
            yield self._iterated(function, end.iterator)
        elif type(end) is not Jump and type(end) is not Return:
            yield Effects(raises=True)
        if block.handler is not None:
            yield Effects(locals=frozenset({block.caught}))

    def _instruction(self, function: Function, x: i.Instruction) -> Iterator[Effects]:
        path = self._path(function)
        yield Effects(locals=frozenset(bound(x)), raises=not isinstance(x, i.Copy | i.MakeFunction))
        match x:
            case (
                i.SetAttribute(object=owner, name=name) | i.DeleteAttribute(object=owner, name=name)
            ):
                yield Effects(attributes=frozenset({(path(owner), name)}))
            case i.SetItem(object=owner) | i.DeleteItem(object=owner) | i.Extend(container=owner):
                yield Effects(contents=frozenset({path(owner)}) - {""})
            case i.Operate(operator=operator, operands=(left, _)) if _is_in_place(operator):
                yield Effects(contents=frozenset({path(left)}) - {""})
            case i.StoreGlobal(name=name) | i.Unbind(name=name, scope="global"):
                yield Effects(globals=frozenset({name}))
            case i.StoreFree(name=name) | i.Unbind(name=name, scope="free"):
                yield Effects(frees=frozenset({name}))
            case i.Call() | i.CallMethod():
                yield self._call(function, x)
            case i.Unpack(value=value):
                yield self._iterated(function, value)
            case i.Suspend(kind=kind, value=value):
                yield self._unknown(function, x.span, kind, [value])
                yield Effects(suspends=True, waits=kind == "await")
            case i.EnterContext(manager=manager) | i.ExitContext(manager=manager):
                yield self._unknown(function, x.span, "with", [manager])
            case i.Hole():
                yield self._unknown(function, x.span, x.gap.construct, [])

    def _call(self, function: Function, call: i.Call | i.CallMethod) -> Effects:
        resolution = self.resolver.resolve(function, call)
        match resolution:
            case Resolved(qualnames, open_method):
                receiver = call.object if isinstance(call, i.CallMethod) else None
                parts = [self._run(function, name, receiver, call) for name in qualnames]
                if open_method:
                    parts.append(self._handing(function, call, open_method))
                return join(*parts) if parts else Effects()
            case Dotted(name):
                return self._library(function, call, function_fact(name), name)
            case _:
                return self._library(function, call, self._by_kind(function, call), call.text)

    def _library(
        self, function: Function, call: i.Call | i.CallMethod, fact: Fact | Unlisted, name: str
    ) -> Effects:
        if type(fact) is Unlisted or (type(fact) is Fact and fact.writes == "anything"):
            return self._handing(function, call, name)
        assert type(fact) is Fact
        path = self._path(function)
        changed: set[str] = set()
        if isinstance(call, i.CallMethod) and fact.writes == "receiver":
            changed.add(path(call.object))
        if fact.writes == "arguments":
            changed.update(path(item.value) for item in call.items)
        parts = [Effects(contents=frozenset(changed - {""}), raises=fact.raises, waits=fact.waits)]
        if fact.consumes:
            parts += [self._iterated(function, item.value) for item in call.items]
        if fact.calls:
            parts += self._called_back(function, call, name)
        return join(*parts)

    def _iterated(self, function: Function, value: i.Operand) -> Effects:
        """Taking items from an iterator runs the generator, or the function, that it came from."""
        bindings = self.resolver.bindings(function)
        origin = bindings.origin(value)
        if type(origin) is i.GetIterator:
            value = origin.object
            origin = bindings.origin(value)
        contents = Effects(consumed=frozenset({path_of(bindings, value)}) - {""})
        if not isinstance(origin, i.Call | i.CallMethod):
            return contents
        resolution: Resolution = self.resolver.resolve(function, origin)
        match resolution:
            case Resolved(qualnames):
                receiver = origin.object if isinstance(origin, i.CallMethod) else None
                runs = [self._run(function, n, receiver, origin, True) for n in qualnames]
                return join(contents, *runs)
            case Dotted(name) if type(fact := function_fact(name)) is Fact:
                if fact.calls:
                    return join(contents, *self._called_back(function, origin, name))
                return contents
            case _:
                return join(contents, self._handing(function, origin, origin.text))

    def _run(
        self,
        function: Function,
        name: str,
        receiver: i.Operand | None,
        call: i.Call | i.CallMethod,
        is_resumed: bool = False,
    ) -> Effects:
        callee = self.resolver.program.functions.get(name)
        if callee is None or name not in self.known:
            return self._handing(function, call, name)
        if callee.is_generator and not is_resumed:
            return Effects(raises=True)
        return self._moved(function, name, self._arguments(function, callee, receiver, call.items))


def _is_in_place(operator: str) -> bool:
    return operator.endswith("=") and operator not in ("==", "!=", "<=", ">=")


def effects_of(
    resolver: Resolver, function: Function, blocks: Iterable[int], known: Mapping[str, Effects]
) -> Effects:
    """What some blocks of a function may write; ``known`` are the effects of its callees."""
    return Gatherer(resolver, known).blocks(function, blocks)
