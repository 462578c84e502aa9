"""Keys and names that are asked for because nothing has them, and that are looked up again.

``self[key]`` in ``__missing__`` asks for the key that the mapping lacks; what a module's own
``__getattr__`` looks for in the module is what Python did not find there.
"""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function
from haltcheck.model.reference.asked_again import Answers, HandsBack, first_reached
from haltcheck.model.reference.nowhere import Absent
from haltcheck.model.reference.store import place_of

_ASKS = frozenset({"getattr", "hasattr"})
_IMPORTS = frozenset({"importlib.import_module", "import_module", "__import__"})
_OWN_NAME = "__name__"


def lacking(resolver: Resolver, qualname: str) -> HandsBack | Answers:
    """Whether what is asked for a missing key, or name, looks for it where it is missing."""
    function = resolver.program.functions.get(qualname)
    entry = resolver.program.contents.functions.get(qualname)
    if function is None or entry is None or entry.decorators or function.is_generator:
        return Answers("it was not read")
    if function.name == "__missing__" and function.in_class is not None:
        return _missing(resolver, function)
    if qualname == "__getattr__" and len(function.parameters) == 1:
        return _of_module(resolver, function)
    return Answers("it is not asked for what is missing")


def _missing(resolver: Resolver, function: Function) -> HandsBack | Answers:
    """``self[key]``, where the class has no other way to look it up."""
    hierarchy, classes = resolver.members.hierarchy, resolver.program.contents.classes
    order = hierarchy.order(function.in_class or "")[0]
    if len(function.parameters) != 2 or any("__getitem__" in classes[x].methods for x in order):
        return Answers("its class looks keys up in its own way")
    own, key = (one.name for one in function.parameters)
    bindings = resolver.bindings(function)

    def looks_up(one: i.Instruction) -> bool:
        return (
            isinstance(one, i.GetItem)
            and bindings.root(one.object) == own
            and bindings.root(one.key) == key
        )

    line = first_reached(function, looks_up, Absent(bindings, key))
    if line is None or any(bindings.counts.get(name) != 1 for name in (own, key)):
        return Answers("it does not look the key up again")
    return HandsBack(line, f"{key} is a key that {own} lacks")


def _of_module(resolver: Resolver, function: Function) -> HandsBack | Answers:
    """``getattr(sys.modules[__name__], name)`` in the ``__getattr__`` of the module itself."""
    asked = function.parameters[0].name
    bindings = resolver.bindings(function)

    def looks_up(one: i.Instruction) -> bool:
        return (
            isinstance(one, i.Call)
            and one.text in _ASKS
            and len(one.items) > 1
            and bindings.root(one.items[1].value) == asked
            and _is_module(resolver, function, one.items[0].value)
        )

    line = first_reached(function, looks_up, _Named(bindings, asked))
    if line is None or bindings.counts.get(asked) != 1:
        return Answers("it looks into no module for the name")
    return HandsBack(line, f"{asked} is a name that the module lacks")


class _Named(Absent):
    """A name that nothing has, the module itself included; importing that gives it no name."""

    def raises(self, one: i.Instruction) -> bool:
        """To import the module that is there runs nothing."""
        imports = isinstance(one, i.Call | i.CallMethod) and one.text in _IMPORTS
        return not imports and super().raises(one)


def _is_module(resolver: Resolver, function: Function, operand: i.Operand) -> bool:
    """Whether an operand is the module that the file is."""
    match resolver.bindings(function).origin(operand):
        case i.GetItem(object=whole, key=key):
            held = resolver.dotted(function, whole)
            return held == "sys.modules" and place_of(resolver, function, key) == _OWN_NAME
        case (i.Call(text=text) | i.CallMethod(text=text)) as made if text in _IMPORTS:
            named = [place_of(resolver, function, item.value) for item in made.items]
            return named == [_OWN_NAME]
        case _:
            return False
