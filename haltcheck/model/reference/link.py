"""Walks along references that nothing remembers: recursions and work lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Loop, Next, Program
from haltcheck.model.recursion import recurring
from haltcheck.model.reference.chain import chain
from haltcheck.model.reference.computed import is_computed
from haltcheck.model.reference.deciding import noted_around
from haltcheck.model.reference.dispatched import dispatched
from haltcheck.model.reference.followed import followed
from haltcheck.model.reference.guarded import handed, is_taken_once
from haltcheck.model.reference.kin import Kin, Kinship
from haltcheck.model.reference.look import Step
from haltcheck.model.reference.memory import remembers
from haltcheck.model.reference.onward import hands_a_rest, is_news
from haltcheck.model.reference.others import (
    callbacks,
    circle,
    hands_itself,
    is_expression,
    like_its_own,
    looks_up_its_like,
    may_come_back,
    runs,
)
from haltcheck.model.reference.store import is_digest, is_handle, iterated, place_of
from haltcheck.model.reference.verbs import is_fetch
from haltcheck.model.reference.worklist import methods, pushes, takes, worklists
from haltcheck.model.subject import LoopSubject, RecursionSubject, Subject

_MOST = 8
_QUIET = frozenset({"staticmethod", "classmethod", "property", "functools.wraps", "wraps"})
_QUIET |= {"cache", "functools.cache", "functools.lru_cache", "lru_cache"}
"""What keeps an answer keeps it when it is given: who asks again before that is not answered."""

_LENGTHENS = frozenset({"append", "extend", "insert"})


@record
class LinkBack:
    """The look-up ``text`` at ``line`` may give again what was there before.

    ``outside`` where the outside world answers; else the caller's data does.
    """

    text: str
    line: int
    outside: bool


@record
class Ends:
    """Why no such walk is known to be endless."""

    why: str


def link_back(program: Program, resolver: Resolver, subject: Subject) -> LinkBack | Ends:
    """Whether the subject follows references without remembering where it was."""
    if isinstance(subject, LoopSubject):
        function = program.functions.get(subject.qualname)
        loops = [one for one in function.loops if one.id == subject.loop] if function else []
        if function is None or not loops:
            return Ends("there is no such loop")
        if loops[0].kind == "for":
            grown = _grown(resolver, function, loops[0])
            if isinstance(grown, LinkBack):
                return grown
        found = _listed(resolver, function, loops[0])
        if isinstance(found, Ends) and loops[0].kind == "while":
            chained = chain(resolver, function, loops[0])
            return found if chained is None else _found(chained, (), fetched=False)
        return found
    if len(subject.qualnames) > _MOST:
        return Ends("too many functions call each other")
    if any(name not in program.functions for name in subject.qualnames):
        return Ends("it was not read")
    found = _called_again(resolver, subject.qualnames)
    if isinstance(found, LinkBack) or len(subject.qualnames) > 1:
        return found
    names = circle(resolver, subject.qualnames[0])
    if names:
        return _called_again(resolver, names)
    function = program.functions[subject.qualnames[0]]
    return found if subject.qualnames[0] in recurring(resolver) else _included(resolver, function)


def passes_others(program: Program, resolver: Resolver, qualname: str) -> LinkBack | Ends:
    """Whether a function comes back to itself through objects whose classes nobody names."""
    function = program.functions.get(qualname)
    if function is None:
        return Ends("it was not read")
    if not circle(resolver, qualname) and not may_come_back(function):
        return Ends("no unknown object leads back to it")
    return link_back(program, resolver, RecursionSubject((qualname,)))


def _included(resolver: Resolver, function: Function) -> LinkBack | Ends:
    """What the item names is included by another object, which is handed this one for it."""
    region = frozenset(block.id for block in function.blocks)
    for block in function.blocks:
        for index, one in enumerate(block.instructions):
            if not isinstance(one, i.CallMethod) or not hands_itself(resolver, function, one):
                continue
            step = Step(function, block.id, index, region, cyclic=False)
            for parameter in function.parameters[1:]:
                kinship = Kinship(resolver, function, {parameter.name}, filled=True)
                near = any(
                    kinship.of(item.value) is not Kin.APART
                    and place_of(resolver, function, item.value) != parameter.name
                    for item in one.items
                )
                if near and not remembers(kinship, step):
                    return LinkBack(one.text, one.span.line, False)
    return Ends("no unknown object leads back to it")


# Recursions


@record
class _Hand:
    """A call that hands the item on: from one parameter to one of the next function.

    ``value`` is what it hands on, no name where that is one of its arguments or another.
    """

    name: str
    parameter: str
    step: Step
    kinship: Kinship
    kin: Kin
    values: tuple[i.Operand, ...]


def _called_again(resolver: Resolver, names: tuple[str, ...]) -> LinkBack | Ends:
    """Looks for a way around the calls on which an item comes from a reference each time."""
    functions = resolver.program.functions
    for name in names:
        entry = resolver.program.contents.functions.get(name)
        if entry is not None and not _QUIET.issuperset(entry.decorators):
            return Ends("a decorator may remember")
    why = "no argument comes from a reference"
    for name in names:
        for parameter in functions[name].parameters:
            for way in _ways(resolver, names, (name, parameter.name), ()):
                found = [hand for hand in way if hand.kin is Kin.REFERRED]
                if not found or (len(way) == 1 and is_taken_once(resolver, way[0].step)):
                    continue
                steps = [hand.step for hand in way]
                if any(hands_a_rest(resolver, x.function, x.instruction) for x in steps):
                    why = "a text gets shorter each time"
                    continue
                memory = next((m for hand in way if (m := _memory(hand))), "")
                told = _told(found[0]) if not memory else Ends(f"{memory} remembers")
                if isinstance(told, LinkBack):
                    return told
                why = told.why
    return Ends(why)


def _told(hand: _Hand) -> LinkBack | Ends:
    return _found(hand.kinship, hand.values)


def _memory(hand: _Hand) -> str:
    step, kinship = hand.step, hand.kinship
    around = noted_around(kinship.resolver, step.function, step.instruction)
    # What is taken out of the item is put in again where that is filled anew.
    filled = any(_refilled(kinship, step, x) > _handed_kin(kinship, x) for x in hand.values)
    return around or remembers(kinship, step, hand.parameter if filled else "")


def _ways(
    resolver: Resolver, names: tuple[str, ...], begun: tuple[str, str], so_far: tuple[_Hand, ...]
) -> Iterator[tuple[_Hand, ...]]:
    """The ways from a parameter back to itself, each function passed once."""
    at = (so_far[-1].name, so_far[-1].parameter) if so_far else begun
    for hand in _hands(resolver, names, at):
        target = (hand.name, hand.parameter)
        if target == begun:
            yield (*so_far, hand)
        elif len(so_far) + 1 < len(names) and all(one.name != hand.name for one in so_far):
            yield from _ways(resolver, names, begun, (*so_far, hand))


def _hands(resolver: Resolver, names: tuple[str, ...], at: tuple[str, str]) -> Iterator[_Hand]:
    function = resolver.program.functions[at[0]]
    kinship = Kinship(resolver, function, {at[1]}, filled=True)
    region = frozenset(block.id for block in function.blocks)
    for block in function.blocks:
        for index, one in enumerate(block.instructions):
            if not isinstance(one, i.Call | i.CallMethod):
                continue
            step = Step(function, block.id, index, region, cyclic=False)
            for other, parameter in callbacks(resolver, function, one):
                values = tuple(item.value for item in one.items)
                near = max(map(kinship.of, values), default=Kin.APART)
                if other.qualname in names and near is not Kin.APART:
                    yield _Hand(other.qualname, parameter, step, kinship, near, values)
            for called in _nexts(resolver, function, one, names):
                yield from _handed_to(kinship, called, one, step, names)


def _nexts(
    resolver: Resolver, function: Function, call: i.Call | i.CallMethod, names: tuple[str, ...]
) -> Iterator[Function]:
    """The functions among these that a call runs: one, or any that the data names."""
    run = runs(resolver, function, call)
    if len(run) != 1 and not dispatched(resolver, function, call):
        return
    for name in run:
        called = resolver.program.functions.get(name) if name in names else None
        if called is not None and (
            not called.is_generator or _is_asked(function, call) or is_expression(called)
        ):
            yield called


def _handed_to(
    kinship: Kinship,
    called: Function,
    call: i.Call | i.CallMethod,
    step: Step,
    names: tuple[str, ...],
) -> Iterator[_Hand]:
    for parameter, value in handed(called, call, bare=is_expression(called)):
        kin = _refilled(kinship, step, value)
        if kin is not Kin.APART:
            yield _Hand(called.qualname, parameter, step, kinship, kin, (value,))
    if isinstance(call, i.CallMethod) and _goes_on(kinship, called, call, names):
        kin = kinship.of(call.object)
        if kin is not Kin.APART:
            own = called.parameters[0].name
            yield _Hand(called.qualname, own, step, kinship, kin, (call.object,))


def _goes_on(
    kinship: Kinship, called: Function, call: i.CallMethod, names: tuple[str, ...]
) -> bool:
    """Whether the walk goes on with the object that a method is called on: with ``self``, where
    one of the methods looks up another object of the class.
    """
    if called.in_class is None or not called.parameters:
        return False
    if looks_up_its_like(kinship.resolver).isdisjoint(names):
        return False
    function = kinship.function
    own = {one.name for one in function.parameters[:1] if function.in_class is not None}
    is_own = kinship.resolver.bindings(function).root(call.object) in own
    return is_own or bool(like_its_own(kinship.resolver, function, call))


def _handed_kin(kinship: Kinship, value: i.Operand) -> Kin:
    """An opened file is no name of another one; a hash of contents names what came before it."""
    if is_handle(kinship.resolver, kinship.function, value):
        return Kin.APART
    if is_digest(place_of(kinship.resolver, kinship.function, value)):
        return min(kinship.of(value), Kin.PART)
    return kinship.of(value)


def _refilled(kinship: Kinship, step: Step, value: i.Operand) -> Kin:
    """The item itself, after what a reference leads to was put into it: ``item.update(found)``."""
    kin = _handed_kin(kinship, value)
    if kin is not Kin.PART or not kinship.is_item(value):
        return kin
    block = step.function.blocks[step.block]
    for one in block.instructions[: step.index]:
        if isinstance(one, i.CallMethod) and one.name == "update" and kinship.is_item(one.object):
            kin = max(kin, kinship.most(one.items))
    return kin


def _is_asked(function: Function, call: i.Call | i.CallMethod) -> bool:
    """Whether the generator that a call makes is iterated right here."""
    return any(
        isinstance(one, i.GetIterator | i.Suspend)
        and i.Local(call.target) in (getattr(one, "object", None), getattr(one, "value", None))
        for block in function.blocks
        for one in block.instructions
    )


# Work lists


def _listed(resolver: Resolver, function: Function, loop: Loop) -> LinkBack | Ends:
    why = "it takes no items from a list that it fills itself"
    for name in sorted(worklists(resolver, function, loop)):
        items = {
            one.target
            for _, _, one in methods(function, loop)
            if takes(resolver, function, one, name)
        }
        kinship: Kinship | None = None
        for number, index, pushed in pushes(resolver, function, loop, name):
            # It costs much, and few lists are filled.
            kinship = kinship or Kinship(resolver, function, items, filled=True)
            if max(map(kinship.of, pushed), default=Kin.APART) is not Kin.REFERRED:
                continue
            if is_news(resolver, function, loop, pushed):
                continue
            step = Step(function, number, index, loop.blocks, cyclic=True)
            memory = remembers(kinship, step, name)
            if not memory and kinship.lookups:
                return _found(kinship, pushed)
            why = f"{memory} remembers"
    return Ends(why)


def _grown(resolver: Resolver, function: Function, loop: Loop) -> LinkBack | Ends:
    """A loop over a list that it lengthens by what its items refer to."""
    place = iterated(resolver, function, loop)
    asking = function.blocks[loop.head].terminator
    if not place or not isinstance(asking, Next):
        return Ends("it iterates no list of its own")
    if _is_measured(resolver, function, loop, place):
        return Ends("it asks how long the list is")
    why = "what it adds to the list that it iterates is no news"
    kinship: Kinship | None = None
    for number, index, pushed in pushes(resolver, function, loop, place):
        kinship = kinship or Kinship(resolver, function, {asking.target}, filled=True)
        one = function.blocks[number].instructions[index]
        in_place = getattr(one, "name", "") in _LENGTHENS or getattr(one, "operator", "") == "+="
        if not in_place or max(map(kinship.of, pushed), default=Kin.APART) is not Kin.REFERRED:
            continue
        # The list keeps all its items, so that it remembers where it is asked.
        memory = remembers(kinship, Step(function, number, index, loop.blocks, cyclic=True))
        if not memory and kinship.lookups:
            return _found(kinship, pushed)
        why = f"{memory} remembers"
    return Ends(why)


def _is_measured(resolver: Resolver, function: Function, loop: Loop, place: str) -> bool:
    return any(
        isinstance(one, i.Call)
        and one.text == "len"
        and any(place_of(resolver, function, item.value) == place for item in one.items)
        for number in loop.blocks
        for one in function.blocks[number].instructions
    )


def _found(
    kinship: Kinship, values: Iterable[i.Operand], *, fetched: bool = True
) -> LinkBack | Ends:
    """The look-up that gave the values, and who answers it.

    With ``fetched`` whoever is asked from outside is the outside world; a page of a service
    that names the next one is not.
    """
    looks = followed(kinship, values)
    if all(is_computed(kinship.resolver, kinship.function, one) for one in looks):
        return Ends("the code itself sees to it that nothing leads back")
    one = looks[0]
    text = getattr(one, "text", "")
    if isinstance(one, i.GetItem):
        text = f"{place_of(kinship.resolver, kinship.function, one.object) or 'a table'}[...]"
    outside = bool(text) and ((fetched and is_fetch(text)) or text.endswith(".seek"))
    return LinkBack(text or "a look-up", one.span.line, outside)
