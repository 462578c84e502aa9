"""What each call of a file can run, as far as the file itself tells."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.binding import Bindings, Unknown, bindings_of
from haltcheck.model.member import Dotted, Members, Receiver, Resolution, Resolved, Unresolved
from haltcheck.model.program import Function, Program
from haltcheck.model.special import BUILTIN_NAMES, DUNDER_OF_BUILTIN, FALLBACK

__all__ = ["Dotted", "Receiver", "Resolution", "Resolved", "Resolver", "Unresolved"]


class Resolver:
    """Resolves the calls of one program; what it learns of a function is kept."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.members = Members(program)
        self._bindings: dict[str, Bindings] = {}
        self._resolved: dict[int, tuple[i.Instruction, Function, Resolution]] = {}
        self.has_finalizers = _has_finalizers(program)
        self.factories: tuple[str, ...] | None = None

    def bindings(self, function: Function) -> Bindings:
        """Who binds the locals of a function."""
        found = self._bindings.get(function.qualname)
        if found is None:
            found = self._bindings[function.qualname] = bindings_of(function)
        return found

    def resolve(self, function: Function, call: i.Call | i.CallMethod) -> Resolution:
        """What a call can run."""
        held = self._resolved.get(id(call))
        if held is not None and held[1] is function:
            return held[2]
        if isinstance(call, i.CallMethod):
            found = self._method(function, call)
        else:
            found = self._callee(function, call.function, call)
        self._resolved[id(call)] = call, function, found
        return found

    def attribute(self, function: Function, read: i.GetAttribute) -> Resolution:
        """What reading an attribute can run: a property, or ``__getattr__``."""
        receiver = self.receiver(function, read.object)
        if receiver is None or receiver.is_class:
            return Unresolved(read.name)
        return self.members.attribute(receiver, read.name)

    def special(self, function: Function, operand: i.Operand, name: str) -> Resolution:
        """The special method that an operator or a built-in runs on an operand."""
        receiver = self.receiver(function, operand)
        if receiver is None or receiver.is_class:
            return Unresolved(name)
        while True:
            found = self.members.special(receiver, name)
            if found != Resolved(()) or name not in FALLBACK:
                return found
            name = FALLBACK[name]

    def receiver(self, function: Function, operand: i.Operand) -> Receiver | None:
        """The class of this file that a value belongs to; None where nobody knows."""
        bindings = self.bindings(function)
        made = bindings.origin(operand)
        if type(made) is i.Call:
            return self._constructed(bindings.origin(made.function))
        if type(made) is i.LoadFree:
            owner = owner_of(self.program, function, made.name)
            return self.receiver(owner, i.Local(made.name)) if owner else None
        root = bindings.root(operand)
        if bindings.counts.get(root) != 1 or root in bindings.makers:
            return None
        return _parameter(self.members, function, root)

    def dotted(self, function: Function, operand: i.Operand) -> str:
        """The dotted name of an imported or built-in thing; nothing where it is none."""
        names: list[str] = []
        while True:
            match self.bindings(function).origin(operand):
                case i.GetAttribute(object=inner, name=name):
                    names.append(name)
                    operand = inner
                case i.LoadGlobal(name=name):
                    root = self._root(name)
                    return ".".join([root, *reversed(names)]) if root else ""
                case i.ImportModule(module=module, member=member):
                    root = module if member is None else f"{module}.{member}"
                    return ".".join([root, *reversed(names)])
                case _:
                    return ""

    def _constructed(self, called: i.Instruction | Unknown) -> Receiver | None:
        if type(called) is not i.LoadGlobal or not self.members.hierarchy.named(called.name):
            return None
        made = self.members.constructor(called.name)
        if type(made) is Resolved and made.constructs:
            return Receiver(made.constructs, True)
        return None

    def _root(self, name: str) -> str:
        contents = self.program.contents
        writes = contents.global_writes.get(name, 0)
        if writes == 1 and name in contents.imports:
            return contents.imports[name]
        return name if writes == 0 and name in BUILTIN_NAMES else ""

    def _callee(self, function: Function, operand: i.Operand, call: i.Call) -> Resolution:
        match self.bindings(function).origin(operand):
            case i.MakeFunction(qualname=qualname):
                return Resolved((qualname,))
            case i.LoadFree(name=name):
                owner = owner_of(self.program, function, name)
                if owner is None:
                    return Unresolved(call.text)
                return self._callee(owner, i.Local(name), call)
            case i.LoadGlobal(name=name):
                return self._global(function, name, call)
            case i.GetAttribute() | i.ImportModule():
                dotted = self.dotted(function, operand)
                return Dotted(dotted) if dotted else Unresolved(call.text)
        receiver = self.receiver(function, operand)
        if receiver is None or receiver.is_class:
            return Unresolved(call.text)
        return self.members.method(receiver, "__call__")

    def _global(self, function: Function, name: str, call: i.Call) -> Resolution:
        contents = self.program.contents
        if contents.global_writes.get(name) == 1:
            if name in contents.classes:
                return self.members.constructor(name)
            if name in contents.functions:
                return self.members.function(name)
            alias = _alias(self, name)
            if alias:
                return Resolved((alias,))
        dotted = self._root(name)
        if (
            (dunder := DUNDER_OF_BUILTIN.get(dotted))
            and call.items
            and call.items[0].kind == "positional"
        ):
            found = self.special(function, call.items[0].value, dunder)
            if type(found) is Resolved and found.qualnames:
                return found
        return Dotted(dotted) if dotted else Unresolved(call.text or name)

    def _method(self, function: Function, call: i.CallMethod) -> Resolution:
        match self.bindings(function).origin(call.object):
            case i.Call(text="super", items=()) if function.in_class:
                if function.in_class not in self.program.contents.classes:
                    return Unresolved(call.text)
                found = self.members.static(function.in_class, call.name, after=True)
                if type(found) is Resolved and found.qualnames:
                    # Among several bases a subclass elsewhere may put another class in between.
                    return Resolved(found.qualnames, open_method=found.qualnames[0])
                return found
            case i.LoadGlobal(name=name) if self.members.hierarchy.named(name):
                return self.members.static(self.members.hierarchy.named(name), call.name)
        if (receiver := self.receiver(function, call.object)) is not None:
            return self.members.method(receiver, call.name)
        dotted = self.dotted(function, call.object)
        return Dotted(f"{dotted}.{call.name}") if dotted else Unresolved(call.text)


def _has_finalizers(program: Program) -> bool:
    return any("__del__" in entry.methods for entry in program.contents.classes.values())


def factories(resolver: Resolver) -> tuple[str, ...]:
    """The functions of this file that a ``defaultdict`` runs where it misses a key."""
    if resolver.factories is None:
        found: dict[str, None] = {}
        for function in resolver.program.functions.values():
            for block in function.blocks:
                for one in block.instructions:
                    if isinstance(one, i.Call) and one.text.endswith("defaultdict") and one.items:
                        made = i.Call(one.span, one.target, one.items[0].value, (), one.text)
                        run = resolver.resolve(function, made)
                        found.update(dict.fromkeys(getattr(run, "qualnames", ())))
        resolver.factories = tuple(found)
    return resolver.factories


def owner_of(program: Program, function: Function, name: str) -> Function | None:
    """The enclosing function that owns a free name, if nothing nested rebinds it."""
    parts = function.qualname.split(".")
    while len(parts) > 1:
        parts.pop()
        owner = program.functions.get(".".join(parts))
        if owner is not None and name in owner.locals:
            return None if name in owner.rebound else owner
    return None


def _alias(resolver: Resolver, name: str) -> str:
    """The lambda that the module binds to a name, by its only assignment."""
    module = resolver.program.functions.get("<module>")
    for block in module.blocks if module is not None else ():
        for instruction in block.instructions:
            if type(instruction) is i.StoreGlobal and instruction.name == name:
                assert module is not None
                made = resolver.bindings(module).origin(instruction.value)
                return made.qualname if type(made) is i.MakeFunction else ""
    return ""


def _parameter(members: Members, function: Function, name: str) -> Receiver | None:
    parameters = function.parameters
    cls = function.in_class or ""
    entry = members.contents.functions.get(function.qualname)
    is_first = bool(parameters) and parameters[0].name == name
    if is_first and entry is not None and cls in members.contents.classes:
        if "staticmethod" in entry.decorators:
            return None
        is_class = "classmethod" in entry.decorators or entry.qualname.endswith(".__new__")
        return Receiver(cls, False, is_class)
    for parameter in parameters:
        if parameter.name == name and parameter.kind not in ("*", "**"):
            text = (parameter.annotation or "").strip("'\"")
            named = members.hierarchy.named(text, function.qualname) if text else ""
            return Receiver(named, False) if named else None
    return None
