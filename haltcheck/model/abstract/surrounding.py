"""What can call the functions of a recursion: anyone, or only code around them in this file.

A nested function that is only ever called takes its arguments from those calls, and so does every
function of a program of which outside code calls but one (``Program.entry``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from haltcheck.basis.graph import reachable
from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.abstract.access import asked, locals_of, operands
from haltcheck.model.abstract.hidden import is_reflective
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Function
from haltcheck.model.recursion import call_graph

_MOST = 6


@record
class Open:
    """Anyone may call it."""

    why: str


@record
class Closed:
    """It runs only where one of these functions calls it."""

    callers: tuple[str, ...]


@record
class Surrounding:
    """What leads into some functions.

    ``open`` are those of them that anyone may call; ``stems`` are closed functions around them
    and ``roots`` open ones, whose calls lead to the rest. ``lost`` are closed functions whose
    callers are too many to be followed: nobody knows which arguments they get.
    """

    open: frozenset[str]
    stems: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    lost: frozenset[str] = frozenset()


def surrounding(resolver: Resolver, qualnames: Sequence[str]) -> Surrounding:
    """Follows the callers of closed functions up to open ones."""
    found = {name: access(resolver, name) for name in qualnames}
    pending = [name for name, known in found.items() if isinstance(known, Closed)]
    while pending and len(found) <= _MOST + len(qualnames):
        known = found[pending.pop(0)]
        for caller in known.callers if isinstance(known, Closed) else ():
            if caller not in found:
                found[caller] = access(resolver, caller)
                pending.append(caller)
    free = frozenset(name for name in qualnames if isinstance(found[name], Open))
    if pending:
        return Surrounding(free, lost=frozenset(qualnames) - free)
    around = [name for name in found if name not in qualnames]
    stems = tuple(name for name in around if isinstance(found[name], Closed))
    roots = tuple(name for name in around if isinstance(found[name], Open))
    entry = resolver.program.entry
    if entry and entry not in qualnames and roots != (entry,):
        # Something else leads in as well: a method, a generator, what is handed on.
        return Surrounding(frozenset(qualnames))
    return Surrounding(free, stems, roots)


def access(resolver: Resolver, qualname: str) -> Open | Closed:
    """Whether only code that is seen calls a function, and who calls it."""
    program = resolver.program
    if qualname == program.entry:
        return Open("it is the entry")
    if program.entry and qualname in program.contents.functions and "." not in qualname:
        return _behind_entry(resolver, qualname)
    owner = program.functions.get(qualname.rpartition(".")[0])
    function = program.functions.get(qualname)
    if owner is None or function is None:
        return Open("it stands in no function")
    if function.is_async or function.is_generator:
        return Open("calling it does not run it")
    family = [owner] + [
        one for name, one in program.functions.items() if name.startswith(f"{owner.qualname}.")
    ]
    callers: list[str] = []
    for one in family:
        uses = list(_uses(resolver, owner, one, function))
        if not all(isinstance(use, i.Call) for use in uses):
            return Open("it is handed on")
        if any(isinstance(part, i.Hole) or is_reflective(part) for part in _parts(one)):
            return Open("code around it is not known")
        callers += [one.qualname] if uses else []
    return Closed(tuple(callers))


def _behind_entry(resolver: Resolver, qualname: str) -> Open | Closed:
    """Who calls a function of the module in what the program's entry runs."""
    program = resolver.program
    function = program.functions.get(qualname)
    if function is None or function.is_async or function.is_generator:
        return Open("calling it does not run it")
    if qualname in program.contents.handed:
        return Open("it is handed on")
    inside = entered(resolver)
    graph = call_graph(resolver)
    for one in map(program.functions.get, sorted(inside)):
        if one is None or any(isinstance(p, i.Hole) or is_reflective(p) for p in _parts(one)):
            return Open("code around it is not known")
    return Closed(tuple(name for name in sorted(inside) if qualname in graph[name]))


def entered(resolver: Resolver) -> frozenset[str]:
    """The functions that the program's entry may run, itself among them."""
    return frozenset(reachable(call_graph(resolver), (resolver.program.entry,)))


def _parts(function: Function) -> Iterator[i.Instruction]:
    for block in function.blocks:
        yield from block.instructions


def _uses(
    resolver: Resolver, owner: Function, user: Function, function: Function
) -> Iterator[i.Instruction | str]:
    """The calls of a function in another one, and in words whatever else is done with it."""
    bindings = resolver.bindings(user)
    carriers: set[str] = set()
    for part in _carrying(owner, user, function):
        target = getattr(part, "target", "")
        carriers.add(target)
        if bindings.counts.get(target) != 1:
            yield "bound again"
    for part in _parts(user):
        used = set(locals_of(operands(part))) & carriers
        if isinstance(part, i.MakeFunction) and part.qualname == function.qualname:
            yield from ["given values"] if part.defaults else []
        elif used and not (isinstance(part, i.Copy) and part.target in carriers):
            plain = isinstance(part, i.Call) and not used & set(_handed(part))
            known = isinstance(part, i.Call) and resolver.resolve(user, part)
            yield part if plain and known == Resolved((function.qualname,)) else "handed on"
    for block in user.blocks:
        if set(locals_of(asked(block.terminator))) & carriers:
            yield "given back"


def _carrying(owner: Function, user: Function, function: Function) -> Iterable[i.Instruction]:
    """The instructions that bind a local to the function."""
    found: dict[str, i.Instruction] = {}
    changed = True
    while changed:
        changed = False
        for part in _parts(user):
            target = getattr(part, "target", "")
            if target and target not in found and _carries(owner, user, function, part, found):
                found[target] = part
                changed = True
    return found.values()


def _carries(
    owner: Function, user: Function, function: Function, part: i.Instruction, found: Iterable[str]
) -> bool:
    match part:
        case i.MakeFunction(qualname=qualname):
            return qualname == function.qualname
        case i.Copy(value=i.Local(name=name)):
            return name in found
        case i.LoadFree(name=name):
            return user is not owner and name == function.name
        case _:
            return False


def _handed(call: i.Call) -> Iterator[str]:
    for item in call.items:
        if isinstance(item.value, i.Local):
            yield item.value.name
