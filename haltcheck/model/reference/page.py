"""Pages: questions whose answers say where the next part begins, asked one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Function, Loop
from haltcheck.model.recursion import recurring
from haltcheck.model.reference.kin import Kin, Kinship, handed_in, returned
from haltcheck.model.reference.store import Store, place_of, store_of
from haltcheck.model.reference.verbs import ASKS, NEXT, WORKS
from haltcheck.model.special import BUILTIN_NAMES

_DEEP = 6
_DEEPEST = 2


class PageKinship(Kinship):
    """The kin of a local that is asked with, and bound anew to what the answer names.

    A table of arguments is as near as what is put into it under a name: ``params["cursor"] =
    cursor``. ``asked`` are calls that ask by their name alone: what they answer is referred to
    only where it is named as what comes next.
    """

    def __init__(
        self, resolver: Resolver, function: Function, items: Iterable[str], depth: int = 0
    ) -> None:
        self.asked: set[int] = set()
        self._inner: dict[tuple[str, frozenset[str]], Kin] = {}
        super().__init__(resolver, function, items, depth, noted=False)

    def _made(self) -> Iterator[tuple[str, Kin]]:
        yield from super()._made()
        for block in self.function.blocks:
            for one in block.instructions:
                match one:
                    case i.SetItem(object=whole, key=i.Const(value=str()), value=value):
                        near = self.near(value)
                    case i.CallMethod(object=whole, name="update", items=items):
                        near = any(self.near(item.value) for item in items)
                    case _:
                        continue
                place = place_of(self.resolver, self.function, whole) if near else ""
                if place in self.function.locals:
                    yield place, Kin.PART

    def _called(self, call: i.Call | i.CallMethod) -> Kin:
        found = super()._called(call)
        if found is Kin.REFERRED or self.most(call.items) is Kin.APART:
            return found
        run = self.resolver.resolve(self.function, call)
        if self._is_asked_there(call, run) if isinstance(run, Resolved) else self._asks(call):
            self.asked.add(id(call))
            return self.referred(call)
        return found

    def _is_asked_there(self, call: i.Call | i.CallMethod, run: Resolved) -> bool:
        """Whether a function of the file asks, and gives back what it is answered."""
        functions = self.resolver.program.functions
        callee = functions.get(run.qualnames[0]) if len(run.qualnames) == 1 else None
        if callee is None or run.constructs or self.depth >= _DEEPEST or callee is self.function:
            return False
        if callee.qualname in recurring(self.resolver):
            return False
        key = callee.qualname, handed_in(self, callee, call)
        if key not in self._inner:
            inner = PageKinship(self.resolver, callee, key[1], self.depth + 1)
            self._inner[key] = returned(inner)
        return self._inner[key] is Kin.REFERRED

    def _asks(self, call: i.Call | i.CallMethod) -> bool:
        """Whether something that is not seen is asked for what has to do with the item."""
        verb = call.text.rpartition(".")[2] or getattr(call, "name", "")
        if not ASKS.fullmatch(verb) and (WORKS.search(verb.lower()) or not self._is_paged(call)):
            return False
        if isinstance(call, i.CallMethod):
            store = store_of(self.resolver, self.function, call.object)
            return not self.near(call.object) and store is not Store.BUILT
        return call.text not in BUILTIN_NAMES

    def _is_paged(self, call: i.Call | i.CallMethod) -> bool:
        """Whether what has to do with the item is handed over as the place to begin from."""
        return any(
            item.name is not None and NEXT.search(item.name.lower()) and self.near(item.value)
            for item in call.items
        )

    def goes_on(self, loop: Loop, name: str, made: i.Instruction) -> bool:
        """Whether the local is bound to what follows, which nothing compares with what it was."""
        if isinstance(made, i.SetItem):
            put = self.resolver.bindings(self.function).origin(made.value)
            if isinstance(put, i.Operate) and any(map(self._is_last, put.operands)):
                # params["offset"] += len(rows)
                return False
        if not self._names_next(name, made):
            return self._is_found_without(name, made)
        return not any(
            isinstance(one, i.Operate)
            and one.operator in ("==", "!=", "is", "is not")
            and all(map(self.near, one.operands))
            and any(map(self._is_last, one.operands))
            for number in loop.blocks
            for one in self.function.blocks[number].instructions
        )

    def _is_found_without(self, name: str, made: i.Instruction) -> bool:
        """Whether it is found by a reference though nothing is asked by a name alone."""
        if not self.asked:
            return True
        plain = Kinship(self.resolver, self.function, {name}, noted=False)
        kin = plain.of(made.value) if isinstance(made, i.SetItem) else plain.result(made)
        return kin is Kin.REFERRED

    def _is_last(self, operand: i.Operand) -> bool:
        """Whether it is the item, or what a table that is the item held."""
        made = self.resolver.bindings(self.function).origin(operand)
        return self.is_item(operand) or (
            isinstance(made, i.GetItem | i.CallMethod) and self.is_item(made.object)
        )

    def _names_next(self, name: str, made: i.Instruction) -> bool:
        """Whether what is bound anew is, by one of its names, where the next part begins."""
        bindings = self.resolver.bindings(self.function)
        names: list[object] = [name]
        one: object = made
        if isinstance(made, i.Call | i.CallMethod):
            # answer = list_things(marker=answer["marker"])
            names += [item.name for item in made.items]
            parts = (bindings.origin(item.value) for item in made.items)
            names += [getattr(x.key, "value", "") for x in parts if isinstance(x, i.GetItem)]
        for _ in range(_DEEP):
            operand: i.Operand = i.Const(None)
            match one:
                case i.SetItem(key=key, value=value):
                    names.append(getattr(key, "value", ""))
                    operand = value
                case i.Copy(value=value):
                    operand = value
                case i.GetItem(object=operand, key=key):
                    names.append(getattr(key, "value", ""))
                case i.GetAttribute(object=operand, name=field):
                    names.append(field)
                case i.CallMethod(object=operand, name="get", items=(item, *_)):
                    names.append(getattr(item.value, "value", ""))
            one = bindings.origin(operand)
        return any(isinstance(one, str) and NEXT.search(one.lower()) for one in names)
