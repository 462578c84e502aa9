"""What running some code may write, and to whom: values, and how they carry over to a caller.

A *path* names an object from inside one function: ``x`` for the value of a local, ``x.a`` for an
attribute of it, ``^x`` for a variable of an enclosing function, ``::x`` for a global, and ``?``
for any object that is none of these.
"""

from __future__ import annotations

from collections.abc import Mapping

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.binding import Bindings

ANYWHERE = "?"
_DEPTH = 3


@record
class UnknownCall:
    """Code that nobody knows: it may write what it is handed, and what escaped earlier."""

    text: str
    line: int
    handed: frozenset[str]


@record
class Effects:
    """What may be written.

    ``locals`` of the running function; ``attributes`` as (path of the object, name);
    ``contents`` are paths of containers whose items may change, ``consumed`` those of iterators
    and streams from which items may be taken (a container loses nothing by that). ``globals``
    and ``frees`` are names that may be bound anew. ``unknown`` is the code that was not
    followed. ``raises``, ``waits`` and ``suspends`` tell whether it may.
    """

    locals: frozenset[str] = frozenset()
    attributes: frozenset[tuple[str, str]] = frozenset()
    contents: frozenset[str] = frozenset()
    consumed: frozenset[str] = frozenset()
    globals: frozenset[str] = frozenset()
    frees: frozenset[str] = frozenset()
    unknown: frozenset[UnknownCall] = frozenset()
    raises: bool = False
    waits: bool = False
    suspends: bool = False

    def may_set(self, attribute: str) -> bool:
        """Whether an attribute of that name may be written, on whatever object."""
        return bool(self.unknown) or any(name == attribute for _, name in self.attributes)

    def may_change(self, path: str) -> bool:
        """Whether the items of the container at ``path`` may change, under any alias of it."""
        return bool(self.unknown) or bool(self.contents)


NO_EFFECTS = Effects()


def join(*several: Effects) -> Effects:
    """What any of them may write."""
    return Effects(
        frozenset().union(*[e.locals for e in several]),
        frozenset().union(*[e.attributes for e in several]),
        frozenset().union(*[e.contents for e in several]),
        frozenset().union(*[e.consumed for e in several]),
        frozenset().union(*[e.globals for e in several]),
        frozenset().union(*[e.frees for e in several]),
        _by_site([e.unknown for e in several if e.unknown]),
        any(e.raises for e in several),
        any(e.waits for e in several),
        any(e.suspends for e in several),
    )


def _by_site(several: list[frozenset[UnknownCall]]) -> frozenset[UnknownCall]:
    """One entry for each place that calls something unknown, however often it is come by."""
    if len(several) < 2:
        return several[0] if several else frozenset()
    found: dict[tuple[str, int], UnknownCall] = {}
    for calls in several:
        for call in calls:
            known = found.get((call.text, call.line))
            if known is not None and not call.handed <= known.handed:
                call = UnknownCall(call.text, call.line, call.handed | known.handed)
            elif known is not None:
                call = known
            found[call.text, call.line] = call
    return frozenset(found.values())


def path_of(bindings: Bindings, operand: i.Operand) -> str:
    """The path of a value; nothing for a constant."""
    names: list[str] = []
    while True:
        if type(operand) is i.Const:
            return ""
        root = bindings.root(operand)
        match bindings.origin(operand):
            case i.GetAttribute(object=inner, name=name) if len(names) < _DEPTH:
                names.append(name)
                operand = inner
                continue
            case i.LoadFree(name=name):
                root = f"^{name}"
            case i.LoadGlobal(name=name):
                root = f"::{name}"
            case i.GetAttribute() | i.GetItem():
                return ANYWHERE
        return ".".join([root, *reversed(names)])


def carried(effects: Effects, arguments: Mapping[str, str], caller: frozenset[str]) -> Effects:
    """The effects of a callee as its caller sees them.

    ``arguments`` maps its parameters to paths of the caller, ``caller`` are the caller's own
    locals: a free variable of the callee may be one of them.
    """
    return Effects(
        frozenset(effects.frees & caller),
        frozenset([(_moved(path, arguments, caller), name) for path, name in effects.attributes]),
        frozenset([_moved(path, arguments, caller) for path in effects.contents]) - {""},
        frozenset([_moved(path, arguments, caller) for path in effects.consumed]) - {""},
        effects.globals,
        effects.frees - caller,
        frozenset(
            [
                UnknownCall(
                    call.text,
                    call.line,
                    frozenset([_moved(path, arguments, caller) for path in call.handed]) - {""},
                )
                for call in effects.unknown
            ]
        ),
        effects.raises,
        effects.waits,
        False,
    )


def _moved(path: str, arguments: Mapping[str, str], caller: frozenset[str]) -> str:
    root, dot, rest = path.partition(".")
    if root.startswith("::") or root == ANYWHERE:
        return path
    if root.startswith("^"):
        return f"{root[1:]}{dot}{rest}" if root[1:] in caller else path
    found = arguments.get(root, ANYWHERE)
    if found in ("", ANYWHERE) or path.count(".") + found.count(".") > _DEPTH:
        return ANYWHERE if found else ""
    return f"{found}{dot}{rest}"
