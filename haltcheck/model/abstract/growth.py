"""Whether the body of a loop may add to what the loop iterates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.access import bound, reads
from haltcheck.model.abstract.demand import constant_mask
from haltcheck.model.abstract.escape import made_public
from haltcheck.model.abstract.flow import reaching
from haltcheck.model.abstract.keeping import kept
from haltcheck.model.abstract.scene import Frame, frame_of, tables_of
from haltcheck.model.abstract.summary import HANDED
from haltcheck.model.assumption import DoesNotWrite
from haltcheck.model.binding import Bindings
from haltcheck.model.calls import Dotted, Resolved
from haltcheck.model.fact import Unlisted
from haltcheck.model.known import function_fact
from haltcheck.model.program import Function, Loop, Program, code_of

_ADDS = frozenset({"append", "extend", "insert", "appendleft", "extendleft", "__iadd__"})
_ONE = frozenset({"append", "insert"})
_GLOBAL = "global "
_MODULE = "<module>"


@record
class Growth:
    """``why`` is empty where it does not grow; ``surely`` where it is the very same list, of
    which every round adds one more and takes none away. ``assumptions`` are what callees are
    supposed to leave alone.
    """

    why: str = ""
    surely: bool = False
    every_round: bool = False
    assumptions: tuple[DoesNotWrite, ...] = ()


def grows(program: Program, function: Function, loop: Loop, operand: i.Operand) -> Growth:
    """Looks for what may lengthen the object that an operand holds, inside the loop."""
    if not isinstance(operand, i.Local):
        return Growth()
    frame = frame_of(program, function)
    bindings = tables_of(program).resolver.bindings(function)
    search = Search(program, function, loop, frame, bindings, operand)
    for block, adder, receiver in search.additions():
        if search.is_same(receiver):
            every = adder in _ONE and search.only_grows() and dominates(frame, loop, block)
            why = f"{adder} adds to what the loop iterates"
            return Growth(why, search.is_steady(), every)
        if not search.is_new(receiver) and search.may_be_same(receiver):
            return Growth(f"{adder} may add to what the loop iterates")
    handed = search.handed_on() or kept(program, function, search.is_same)
    return Growth(handed) if handed else search.calls()


def dominates(frame: Frame, loop: Loop, block: int) -> bool:
    """Whether every round passes through a block: without it, nothing leads back to the head."""
    seen = {block}
    work = [loop.head]
    while work:
        for source in frame.flow.before.get(work.pop(), ()):
            if source in loop.blocks and source not in seen:
                if source == loop.head:
                    return False
                seen.add(source)
                work.append(source)
    return True


def told(bindings: Bindings, operand: i.Operand) -> str:
    """The operand as people read it."""
    match bindings.origin(operand):
        case i.GetAttribute(object=base, name=name):
            return f"{told(bindings, base)}.{name}"
        case i.LoadGlobal(name=name):
            return name
        case i.Call(text=text) | i.CallMethod(text=text) if text:
            return f"{text}()"
        case _:
            root = bindings.root(operand) if isinstance(operand, i.Local) else "$"
            return "what the loop iterates" if root.startswith("$") else root


@dataclass(slots=True)
class _Place:
    """One object and one loop."""

    program: Program
    function: Function
    loop: Loop
    frame: Frame
    bindings: Bindings
    operand: i.Local
    path: str = field(init=False)
    root: str = field(init=False)

    def __post_init__(self) -> None:
        self.path = self.text(self.operand)
        self.root = self.bindings.root(self.operand)

    def text(self, operand: i.Operand) -> str:
        """Two operands with one text hold one object, as long as nothing is bound anew."""
        if not isinstance(operand, i.Local):
            return repr(operand)
        match self.bindings.origin(operand):
            case i.GetAttribute(object=base, name=name):
                return f"{self.text(base)}.{name}"
            case i.LoadGlobal(name=name) if self.function.qualname == _MODULE:
                return f"{_GLOBAL}{name}"
            case _:
                return self.bindings.root(operand)

    def is_same(self, operand: i.Operand) -> bool:
        """Whether an operand reads the same place."""
        return isinstance(operand, i.Local) and self.text(operand) == self.path

    def may_be_same(self, operand: i.Operand) -> bool:
        """Whether an operand may hold the same object."""
        if not isinstance(operand, i.Local):
            return False
        private = self.frame.private
        return private.get(self.root) == private.get(operand.name)

    def is_new(self, operand: i.Operand) -> bool:
        """Whether an operand is built here and was not handed on before the loop is done."""
        name = self.bindings.root(operand)
        if not isinstance(self.bindings.origin(operand), i.Build) or name == self.root:
            return False
        for index in reaching(self.frame.flow, (self.loop.head,)) | self.loop.blocks:
            for one in self.function.blocks[index].instructions:
                if name in made_public(one):
                    return False
                if isinstance(one, i.Copy) and one.value == i.Local(name):
                    return False
        return name not in self.function.shared

    def instructions(self) -> Iterator[tuple[int, i.Instruction]]:
        """Those of the loop, with their blocks."""
        for index in sorted(self.loop.blocks):
            for one in self.function.blocks[index].instructions:
                yield index, one

    def additions(self) -> Iterator[tuple[int, str, i.Operand]]:
        """What may lengthen something: the block, the operation, the object."""
        for index, one in self.instructions():
            match one:
                case i.CallMethod(name=name, object=receiver) if name in _ADDS:
                    yield index, name, receiver
                case i.Operate(operator="+=" | "*=" as operator, operands=(receiver, added)):
                    mask = constant_mask(added.value) if isinstance(added, i.Const) else 0
                    if not mask & (k.NUMBER | k.TEXT) or operator == "*=":
                        yield index, operator, receiver
                case i.Extend(container=receiver):
                    yield index, "the comprehension", receiver
                case i.SetItem(object=receiver, key=key):
                    if _may_be_slice(self.bindings.origin(key)):
                        yield index, "an assignment to a slice", receiver
                case _:
                    pass


@dataclass(slots=True)
class Search(_Place):
    """What the loop does to the object, as far as that is seen."""

    def handed_on(self) -> str:
        """What hands on a way to add to the object: its bound method, or a nested function."""
        for block in self.function.blocks:
            for one in block.instructions:
                match one:
                    case i.GetAttribute(object=held, name=name) if name in _ADDS:
                        if self.is_same(held) or self.may_be_same(held):
                            return f"{name}, handed on, may add to what the loop iterates"
                    case i.Call(text="getattr", items=(held, asked, *_)) if _may_add(asked.value):
                        if self.is_same(held.value) or self.may_be_same(held.value):
                            return "getattr may hand on what adds to what the loop iterates"
                    case _:
                        pass
        if self.root not in self.function.shared:
            return ""
        inner = f"{self.function.qualname}."
        for name, nested in self.program.functions.items():
            if name.startswith(inner) and _adds_inside(nested, self.root):
                return f"{name} may add to what the loop iterates"
        return ""

    def is_steady(self) -> bool:
        """Whether the place holds one object all through the loop."""
        parts = self.path.split(".")
        for _, one in self.instructions():
            if parts[0] in bound(one):
                return False
            if isinstance(one, i.SetAttribute | i.DeleteAttribute) and one.name in parts[1:]:
                return False
            if isinstance(one, i.StoreGlobal | i.Unbind) and f"{_GLOBAL}{one.name}" == parts[0]:
                return False
            public = len(parts) > 1 or parts[0].startswith(_GLOBAL)
            if public and isinstance(one, i.Call | i.CallMethod) and not self.is_add(one):
                return False
        return not parts[0].startswith("$")

    def is_add(self, call: i.Call | i.CallMethod) -> bool:
        """Whether a call is one of the additions."""
        return isinstance(call, i.CallMethod) and call.name in _ONE and self.is_same(call.object)

    def only_grows(self) -> bool:
        """Whether nothing else in the loop touches the object."""
        for _, one in self.instructions():
            touched = any(self.is_same(i.Local(name)) for name in reads(one))
            if touched and not (isinstance(one, i.CallMethod) and self.is_add(one)):
                return False
            if (
                isinstance(one, i.Call | i.CallMethod)
                and not self.is_add(one)
                and self.root not in self.frame.private
                and _reaches(self.program, self.function, one)
            ):
                return False
            if isinstance(one, i.DeleteItem | i.Suspend | i.Hole) or self.may_shrink(one):
                return False
        return self.is_list()

    def may_shrink(self, one: i.Instruction) -> bool:
        """Whether an instruction may make a list shorter that goes by another name."""
        match one:
            case i.Operate(operator="*="):
                return True
            case i.SetItem(key=key):
                return isinstance(self.bindings.origin(key), i.Build)
            case _:
                return False

    def is_list(self) -> bool:
        """Whether the object is a list whenever the loop is reached."""
        if self.path.startswith(_GLOBAL):
            name = self.path.removeprefix(_GLOBAL)
            made = [
                self.bindings.origin(one.value)
                for block in self.function.blocks
                for one in block.instructions
                if isinstance(one, i.StoreGlobal) and one.name == name
            ]
            alone = self.program.contents.global_writes.get(name, 0) == len(made) == 1
            return alone and isinstance(made[0], i.Build) and made[0].kind == "list"
        mask = 0
        for masks in self.frame.kinds.at:
            mask |= masks.get(self.root, 0)
        return mask & ~k.UNBOUND == k.LIST

    def calls(self) -> Growth:
        """Callees in the body may reach an object from outside and add to it."""
        if self.root in self.frame.private:
            return self.takers()
        assumed: dict[DoesNotWrite, None] = {}
        tables = tables_of(self.program)
        for _, one in self.instructions():
            if not isinstance(one, i.Call | i.CallMethod):
                continue
            match tables.resolver.resolve(self.function, one):
                case Resolved(qualnames=names):
                    summaries = [tables.summaries.of(name) for name in names]
                    changed = frozenset().union(*(summary.changes for summary in summaries))
                    known = self.path.removeprefix(_GLOBAL).rpartition(".")[2] in changed
                    handed = HANDED in changed and self.is_handed(one)
                    if known or handed or any(it.mutates or it.anything for it in summaries):
                        return Growth(f"{one.text} may add to what the loop iterates")
                    for summary in summaries:
                        for text, line in summary.unseen:
                            if _is_seen(self.program, text) or text.rpartition(".")[2] in _ADDS:
                                return Growth(f"{one.text} may add to what the loop iterates")
                            assumed[DoesNotWrite(text, told(self.bindings, self.operand), line)] = (
                                None
                            )
                case Dotted(name=name):
                    writes = _written_by(name)
                    if self.is_handed(one) and writes in ("arguments", "anything"):
                        return Growth(f"{one.text} may add to what the loop iterates")
                    if writes in ("", "anything"):
                        self.suppose(assumed, one)
                case _ if self.is_handed(one) and _is_seen(self.program, one.text):
                    return Growth(f"{one.text} may add to what the loop iterates")
                case _:
                    self.suppose(assumed, one)
        return Growth(assumptions=tuple(assumed))

    def takers(self) -> Growth:
        """Library functions that change what they are handed reach a private object as well."""
        resolver = tables_of(self.program).resolver
        for _, one in self.instructions():
            if isinstance(one, i.Call | i.CallMethod) and self.is_handed(one):
                found = resolver.resolve(self.function, one)
                if isinstance(found, Dotted) and _written_by(found.name) not in ("", "nothing"):
                    return Growth(f"{one.text} may add to what the loop iterates")
        return Growth()

    def suppose(self, assumed: dict[DoesNotWrite, None], call: i.Call | i.CallMethod) -> None:
        """An argument reaches a callee only by being handed on; the rest may be known to it."""
        parameters = {parameter.name for parameter in self.function.parameters}
        if self.path in parameters and not self.is_handed(call):
            return
        assumed[
            DoesNotWrite(call.text or "?", told(self.bindings, self.operand), call.span.line)
        ] = None

    def is_handed(self, call: i.Call | i.CallMethod) -> bool:
        """Whether the object is the receiver or an argument of a call."""
        return any(self.is_same(i.Local(name)) for name in reads(call))


def _may_be_slice(key: object) -> bool:
    """Whether what makes a key may make a slice: ``xs[0:0]``, or a slice that has a name."""
    is_call = isinstance(key, i.Call) and key.text == "slice"
    return is_call or isinstance(key, i.Build | i.LoadGlobal)


def _adds_inside(nested: Function, name: str) -> bool:
    """Whether a nested function may add to what a name of the function around it holds."""
    code = list(code_of(nested))
    loads = {x.target for x in code if isinstance(x, i.LoadFree) and x.name == name}
    for one in code if loads else ():
        match one:
            case i.CallMethod(name=method) | i.GetAttribute(name=method) if method not in _ADDS:
                pass
            case (
                i.CallMethod(object=i.Local(name=held))
                | i.GetAttribute(object=i.Local(name=held))
                | i.SetItem(object=i.Local(name=held))
                | i.Operate(operator="+=" | "*=", operands=(i.Local(name=held), *_))
            ) if held in loads:
                return True
            case _:
                pass
    return False


def _is_seen(program: Program, callee: str) -> bool:
    """Whether a callee is a function of this file: of those nothing is supposed."""
    return callee in program.contents.functions


def _written_by(name: str) -> str:
    """What a function of the library may write; nothing is known of those that are not listed."""
    fact = function_fact(name)
    return "" if isinstance(fact, Unlisted) else fact.writes


def _may_add(name: i.Operand) -> bool:
    """Whether an attribute that is looked up by its name may be a method that adds."""
    return not isinstance(name, i.Const) or name.value in _ADDS


def _reaches(program: Program, function: Function, call: i.Call | i.CallMethod) -> bool:
    """Whether a call may change objects that it is not handed."""
    match tables_of(program).resolver.resolve(function, call):
        case Dotted(name=name):
            fact = function_fact(name)
            return isinstance(fact, Unlisted) or fact.writes == "anything" or fact.calls
        case _:
            return True
