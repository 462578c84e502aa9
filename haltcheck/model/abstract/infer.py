"""Kinds of the values of locals at the start of each block: a forward fixed point."""

from __future__ import annotations

from dataclasses import replace
from heapq import heappop, heappush

from haltcheck.basis.record import record
from haltcheck.frontend.expression import Constant, Parameter
from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.access import bound
from haltcheck.model.abstract.annotation import annotated, mentions
from haltcheck.model.abstract.demand import Demands, constant_mask, demands_of
from haltcheck.model.abstract.flow import Flow, flow_of
from haltcheck.model.abstract.handed import takes_whole
from haltcheck.model.abstract.nullity import narrowed, note_test
from haltcheck.model.abstract.operation import (
    Masks,
    element,
    is_natural,
    item_mask,
    of_operand,
    operated,
)
from haltcheck.model.abstract.promise import promised
from haltcheck.model.calls import Dotted, Resolved, Resolver
from haltcheck.model.fact import Unlisted
from haltcheck.model.known import function_fact
from haltcheck.model.program import Block, Function, Jump, Next, Program, Raise, Return, Test


@record
class Kinds:
    """``at[block]`` maps each local to its kinds at the start of the block.

    ``returned`` are the kinds of what is returned, ``plain`` those of what is returned where
    something is known of it.
    """

    at: tuple[Masks, ...]
    demands: Demands
    names: dict[str, str]
    returned: int = k.ANY
    plain: int = 0

    def item_mask(self, base: int, target: str) -> int:
        """The kinds of an item of a container that is bound to a local."""
        if base == k.STR:
            return k.STR
        return k.INT if base == k.BYTES else self.demands.mask(target)

    def whole(self, name: str) -> int:
        """All kinds that a local ever has."""
        mask = 0
        for masks in self.at:
            mask |= masks.get(name, 0)
        return mask


def parameter_mask(parameter: Parameter, demands: Demands) -> int:
    """The kinds of a parameter: by annotation, else by demand, its default included."""
    if parameter.kind == "*":
        return k.TUPLE
    if parameter.kind == "**":
        return k.DICT
    if parameter.annotation is not None:
        mask = annotated(parameter.annotation)
        if mask == k.ANY:
            mask = demands.mask(parameter.name)
    else:
        mask = demands.mask(parameter.name)
    if isinstance(parameter.default, Constant):
        mask |= constant_mask(parameter.default.value)
    return mask


def _is_method(program: Program, function: Function) -> bool:
    """Whether the first parameter is an object of the class that the function stands in."""
    entry = program.contents.functions.get(function.qualname)
    return (
        function.in_class is not None
        and bool(function.parameters)
        and entry is not None
        and "staticmethod" not in entry.decorators
    )


def kinds_of(program: Program, function: Function, flow: Flow, resolver: Resolver) -> Kinds:
    """The kinds of all locals of a function."""
    demands = demands_of(function)
    names = _single_names(program, function)
    start = dict.fromkeys(function.locals, k.UNBOUND)
    floats = program.contents.floats.get(function.qualname, ())
    for parameter in function.parameters:
        start[parameter.name] = mask = parameter_mask(parameter, demands)
        if mask == k.ANY and takes_whole(resolver, function, parameter.name):
            start[parameter.name] = k.INT
        if parameter.annotation is None and parameter.name in floats:
            start[parameter.name] |= k.FLOAT
        own = parameter.name in program.contents.strangers.get(function.qualname, ())
        if own or mentions(parameter.annotation or "", program.contents.classes):
            # What a class of this file calculates is its own affair, even below ``int``.
            start[parameter.name] = k.ANY
    if _is_method(program, function):
        # What a class of this file calls ``self`` has that class's methods, whatever their names.
        start[function.parameters[0].name] = k.ANY
    for name in function.rebound:
        start[name] = k.ANY | k.UNBOUND
    at: list[Masks] = [{} for _ in function.blocks]
    at[0] = start
    transfer = _Transfer(program, function, demands, names, resolver)
    ranks = flow.order
    work = [(ranks[0], 0)]
    seen = {0}
    while work:
        _, index = heappop(work)
        for target, masks in transfer.block(function.blocks[index], at[index]):
            changed = _join(at[target], masks, flow.live[target]) or target not in seen
            seen.add(target)
            if changed and (ranks[target], target) not in work:
                heappush(work, (ranks[target], target))
    returned = plain = 0
    for block in function.blocks:
        if isinstance(block.terminator, Return) and block.id in seen:
            mask = transfer.at_return(block, at[block.id])
            returned |= mask
            plain |= mask if mask != k.ANY else 0
    return Kinds(tuple(at), demands, names, returned or k.ANY, plain)


_PAIR = "[]"
"""Behind the name of a local among the tests of a block: it holds a pair of integers."""

_KNOWN: dict[int, tuple[Function, Kinds | None]] = {}
_SUPPOSED: list[Function] = []
"""Functions of whose results something is supposed, in calls of themselves only."""


def callee_kinds(program: Program, function: Function, resolver: Resolver) -> Kinds | None:
    """The kinds of a callee; None where they are being looked for, as in a recursion."""
    found = _KNOWN.get(id(function))
    if found is not None and found[0] is function:
        return found[1]
    if len(_KNOWN) > 256:
        _KNOWN.clear()
    _KNOWN[id(function)] = (function, None)
    flow = flow_of(function)
    kinds = kinds_of(program, function, flow, resolver)
    if kinds.returned == k.ANY:
        kinds = _inductive(program, function, resolver, kinds)
    _KNOWN[id(function)] = (function, kinds)
    return kinds


def _inductive(program: Program, function: Function, resolver: Resolver, kinds: Kinds) -> Kinds:
    """What a function returns if its calls of itself return no more than that."""
    supposed = kinds.plain
    while supposed:
        _KNOWN[id(function)] = (function, replace(kinds, returned=supposed))
        _SUPPOSED.append(function)
        found = kinds_of(program, function, flow_of(function), resolver)
        _SUPPOSED.pop()
        if not found.returned & ~supposed:
            return replace(found, returned=supposed)
        supposed = 0 if found.returned == k.ANY else supposed | found.returned
    return kinds


def _join(into: Masks, masks: Masks, live: frozenset[str]) -> bool:
    """Adds what may still be read; the rest would only be carried along."""
    changed = False
    for name in live:
        mask, before = masks.get(name, 0), into.get(name, 0)
        if before | mask != before:
            into[name] = before | mask
            changed = True
    return changed


def _single_names(program: Program, function: Function) -> dict[str, str]:
    """Temporaries that stand for one global name, which nothing in the file rebinds."""
    counts: dict[str, int] = {}
    found: dict[str, str] = {}
    for block in function.blocks:
        for instruction in block.instructions:
            for target in bound(instruction):
                counts[target] = counts.get(target, 0) + 1
            if isinstance(instruction, i.LoadGlobal):
                found[instruction.target] = instruction.name
    return {
        target: name
        for target, name in found.items()
        if counts[target] == 1 and not rebound_globally(program, name)
    }


def rebound_globally(program: Program, name: str) -> bool:
    """Whether the module binds a name, so that it is no built-in."""
    contents = program.contents
    return (
        name in contents.global_writes
        or name in contents.imports
        or name in contents.functions
        or name in contents.classes
    )


@record
class _Transfer:
    program: Program
    function: Function
    demands: Demands
    names: dict[str, str]
    resolver: Resolver

    def block(self, block: Block, start: Masks) -> list[tuple[int, Masks]]:
        masks = dict(start)
        results: list[tuple[int, Masks]] = []
        merged = dict(start) if block.handler is not None else {}
        tests: dict[str, tuple[str, bool]] = {}
        for instruction in block.instructions:
            self.instruction(instruction, masks, tests)
            if block.handler is not None:
                for target in bound(instruction):
                    merged[target] = merged.get(target, 0) | masks.get(target, 0)
        match block.terminator:
            case Jump(to=to):
                results.append((to, masks))
            case Test(condition=condition, then=then, orelse=orelse):
                results.append((then, narrowed(masks, tests, condition, True)))
                results.append((orelse, narrowed(masks, tests, condition, False)))
            case Next(target=target, body=body, done=done, iterator=iterator):
                inner = dict(masks)
                inner[target] = element(self.demands, iterator, masks, target)
                results += [(body, inner), (done, masks)]
            case Return() | Raise():
                pass
        if block.handler is not None:
            merged[block.caught] = k.OBJECT
            results.append((block.handler, merged))
        return results

    def at_return(self, block: Block, start: Masks) -> int:
        """The kinds of what a block returns."""
        masks = dict(start)
        for instruction in block.instructions:
            self.instruction(instruction, masks, {})
        assert isinstance(block.terminator, Return)
        return of_operand(block.terminator.value, masks)

    def instruction(
        self, instruction: i.Instruction, masks: Masks, tests: dict[str, tuple[str, bool]]
    ) -> None:
        match instruction:
            case i.Operate(target=target, operator=operator, operands=operands):
                note_test(tests, instruction)
                masks[target] = operated(operator, operands, masks, self.function)
            case i.Unpack(targets=targets, value=value, star=star):
                item = k.INT if isinstance(value, i.Local) and value.name + _PAIR in tests else 0
                for position, target in enumerate(targets):
                    mask = item or self.demands.mask(target)
                    masks[target] = k.LIST if position == star else mask
            case i.Hole(target=target, writes=writes):
                masks.update(dict.fromkeys((target, *writes), k.ANY))
            case i.Unbind(name=name, scope="local"):
                masks[name] = k.UNBOUND
            case _:
                for target in bound(instruction):
                    masks[target] = self.result(instruction, masks, target)
        for target in bound(instruction):
            for test in [test for test, (name, _) in tests.items() if name == target]:
                del tests[test]
            if target in self.function.rebound:
                masks[target] = k.ANY | k.UNBOUND
        if isinstance(instruction, i.Call) and _gives_pair(instruction, self.names, masks):
            tests[instruction.target + _PAIR] = (instruction.target, True)

    def result(self, instruction: i.Instruction, masks: Masks, target: str) -> int:
        match instruction:
            case i.Copy(value=value):
                return of_operand(value, masks)
            case i.Build(kind=kind):
                known = {"list": k.LIST, "tuple": k.TUPLE, "set": k.SET, "dict": k.DICT}
                return known.get(kind, k.OBJECT)
            case i.GetItem(object=base, key=key):
                return item_mask(
                    self.demands, of_operand(base, masks), of_operand(key, masks), target
                )
            case i.GetAttribute() | i.LoadFree():
                return self.demands.mask(target)
            case i.LoadGlobal(name=name):
                return _global(self.program, name) or self.demands.mask(target)
            case i.Call():
                return promised(self.function, instruction) or self.call(instruction, masks)
            case i.CallMethod(object=base, name=name, items=items):
                found = k.method_result(of_operand(base, masks), name, len(items))
                if found == k.ANY and name in k.GIVES_ITEM:
                    return self.demands.mask(target)
                return self.elsewhere(instruction, masks) if found == k.ANY else found
            case i.MakeFunction() | i.MakeClass():
                return k.FUNCTION | (k.OBJECT if isinstance(instruction, i.MakeClass) else 0)
            case i.ImportModule(member=member):
                return k.MODULE if member is None else k.ANY
            case i.GetIterator(object=base):
                return k.iterator_mask(of_operand(base, masks))
            case i.EnterContext(manager=manager):
                return k.STREAM if of_operand(manager, masks) == k.STREAM else k.ANY
            case i.ExitContext():
                return k.BOOL | k.NONE
            case _:
                return k.ANY

    def call(self, call: i.Call, masks: Masks) -> int:
        name = self.names.get(call.function.name) if isinstance(call.function, i.Local) else None
        if name is None or (name not in k.BUILTIN_RESULTS and name not in _MIXED):
            return self.elsewhere(call, masks)
        kinds = [of_operand(item.value, masks) for item in call.items]
        plain = all(item.kind == "positional" for item in call.items)
        if name in _MIXED and kinds and plain:
            natural = len(kinds) == 2 and is_natural(call.items[1].value, self.function)
            return _mixed(name, kinds, natural)
        return k.BUILTIN_RESULTS.get(name, k.ANY)

    def returned(self, call: i.Call | i.CallMethod, callee: Function, masks: Masks) -> int:
        """What a callee returns, as far as it is handed what it is made for."""
        if callee.is_async or isinstance(call, i.CallMethod):
            return k.ANY
        if any(one is callee for one in _SUPPOSED) and callee is not self.function:
            return k.ANY
        kinds = callee_kinds(self.program, callee, self.resolver)
        if kinds is None or any(item.kind != "positional" for item in call.items):
            return k.ANY
        for item, parameter in zip(call.items, callee.parameters, strict=False):
            if of_operand(item.value, masks) & ~kinds.at[0].get(parameter.name, 0):
                return k.ANY
        return kinds.returned

    def elsewhere(self, call: i.Call | i.CallMethod, masks: Masks) -> int:
        """The kinds of the result of a call that resolves to this file or to a known library."""
        match self.resolver.resolve(self.function, call):
            case Dotted(name=name):
                fact = function_fact(name)
                return k.ANY if isinstance(fact, Unlisted) else k.fact_mask(fact.returns)
            case Resolved(constructs=constructs) if constructs:
                return k.OBJECT
            case Resolved(qualnames=(name,)) if name in self.program.functions:
                callee = self.program.functions[name]
                if callee.is_generator:
                    return k.ITERATOR
                if callee.returns:
                    return annotated(callee.returns)
                return self.returned(call, callee, masks)
            case _:
                return k.ANY


def _global(program: Program, name: str) -> int:
    """The kinds of a global that is known; 0 of others."""
    if name in program.constants:
        return constant_mask(program.constants[name])
    return k.TUPLE if name in program.rows else 0


def _gives_pair(call: i.Call, names: dict[str, str], masks: Masks) -> bool:
    """Whether a call is ``divmod`` of integers, which gives a pair of them."""
    if not isinstance(call.function, i.Local) or names.get(call.function.name) != "divmod":
        return False
    kinds = [of_operand(item.value, masks) for item in call.items]
    return all(mask and not mask & ~k.WHOLE for mask in kinds)


def _mixed(name: str, kinds: list[int], natural: bool) -> int:
    """The kinds of the result of a built-in function that depend on those of its arguments."""
    union = 0
    for mask in kinds:
        union |= mask
    if name in ("min", "max") and len(kinds) > 1:
        return union
    if name == "pow" and len(kinds) < 3:
        whole = k.INT if natural else k.INT | k.FLOAT
        return k.ANY if union & ~k.WHOLE else whole
    if name == "round" and len(kinds) == 1 and not union & ~k.NUMBER:
        return k.INT
    if name in ("abs", "pow"):
        return k.ANY if union & ~k.WHOLE else k.INT
    return k.ANY


_MIXED = frozenset({"abs", "min", "max", "round", "sum", "pow"})
