"""Whether facts that a walk supposed can hold at the head: of what is free, and simple enough.

A fact is believed to be possible where it says something plain ("is true", "equals this constant",
"starts with it") of a value that the caller or the outside world chose: a parameter, a part of
one, what was read. What the function computed itself may never be so, and a test in front of the
loop may exclude it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.agree import agree
from haltcheck.model.aftermath.asked import asked
from haltcheck.model.aftermath.beyond import falls_short
from haltcheck.model.aftermath.collision import may_be_held
from haltcheck.model.aftermath.failure import places_of
from haltcheck.model.aftermath.flag import may_be_either
from haltcheck.model.aftermath.idle import may_change
from haltcheck.model.aftermath.lazy import joined_of
from haltcheck.model.aftermath.limit import speaks_of_limit
from haltcheck.model.aftermath.machine import passes_by
from haltcheck.model.aftermath.of_class import is_of_class, some_class_says
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.passage import is_below, is_kept, is_passed, refused
from haltcheck.model.aftermath.passed import passing
from haltcheck.model.aftermath.pool import may_be_wanted
from haltcheck.model.aftermath.provenance import (
    Maker,
    at_head,
    holds_chosen,
    is_chosen,
    is_constant,
    is_empty,
    may_be_empty,
)
from haltcheck.model.aftermath.spoken import may_be_texts, speaks_of_data
from haltcheck.model.aftermath.spoken import places as spoken_places
from haltcheck.model.aftermath.start import Site
from haltcheck.model.aftermath.undated import day_and_month, is_handed
from haltcheck.model.aftermath.unfound import is_of_empty, sought_in

_PLACE = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
_CONSTANT = r"-?\d+(?:\.\d+)?|[brBR]?'(?:[^'\\]|\\.)*'|[brBR]?\"(?:[^\"\\]|\\.)*\"|None|True|False"
_PART = r"{p}\[(?:-?\d+|'\w*')\](?:\.[A-Za-z_]\w*|\[(?:-?\d+|'\w*')\])*"
_SHAPES = tuple(
    re.compile(shape.format(p=f"(?P<p>{_PLACE})", q=f"(?P<q>{_PLACE})", c=f"(?P<c>{_CONSTANT})"))
    for shape in (
        r"_ in {p}",
        _PART,
        rf"{_PART} (?:<|==|is) (?:{{c}}|{{q}})",
        rf"(?:{{c}}|{{q}}) (?:<|==|in) {_PART}",
        rf"{_PART}\.(?:starts|ends)with\({{c}}\)",
        r"len\({p}\) % {q}",
        r"{p}(?:\.is[a-z]+\(\))?",
        r"len\({p}\)",
        r"{p} (?:<|==|is) {c}",
        r"{c} (?:<|==) {p}",
        r"len\({p}\) (?:<|==) {c}",
        r"{c} (?:<|==) len\({p}\)",
        r"{p} (?:<|==|in|is) {q}",
        r"{p} (?:<) len\({q}\)",
        r"{p} < {q} \+ \d+",
        r"{p} \+ \d+ < {q}",
        r"len\({p}\) < {q} \+ \d+",
        r"len\({p}\) (?:<|==) {q}",
        r"drawn\({p}\) (?:==|in) {q}",
        r"{p}\[{q}\] == {c}",
        r"{p} in {c}",
        rf"{{p}} in \((?:{_CONSTANT})(?:, (?:{_CONSTANT}))*\)",
        r"{c} in {p}",
        r"{p}\.(?:starts|ends)with\({c}\)",
        r"{p}\.(?:l|r)?strip\(\) == {c}",
        r"{p}\.(?:l|r)?strip\(\)",
        r"{p}\.(?:l|r)?strip\([^()]*\) == (?:{q}|{c})",
        r"{p}\.(?:search|match|fullmatch)\(''\)(?: is None)?",
        r"isinstance\({p}, [\w.:]+\)",
        r"{p}\[slice\([^()]*\)\] == (?:{c}|{q})",
        r"datetime\.timedelta\({p}\)",
        rf"re\.(?:match|search|fullmatch)\((?:{{c}}|::[\w.]+), (?:{{q}}|{_PART})\)",
        r"len\({p}\) % (?P<m>\d+) == (?P<k>\d+)",
        r"int\.from_bytes\({p}(?:, [^()]*)?\) (?:<|==) {c}",
    )
)
_STEP = re.compile(rf"{_PLACE}|len\({_PLACE}\)|datetime\.timedelta\({_PLACE}\)")
"""What is nothing, so that adding it changes nothing."""

_WORLD = re.compile(
    r"(?:::)?os\.path\.(?:l?exists|isfile|isdir|islink|samefile)\(.*\)"
    r"|\(::pathlib\.Path\('[/.]'\).+\)\.(?:exists|is_dir|is_file|is_symlink)\(\)"
    r"|(?:all|any)\(<files \d+>\(.*\)\)"
    rf"|{_PLACE}\.tell\(\)@-?\d+ < {_PLACE}"
    rf"|{_PLACE}\.read\(\d+\)@-?\d+(?:\[slice\([^()]*\)\])? == (?:{_CONSTANT})"
)
"""Facts of the file system, and of the bytes that a stream holds."""


_READ = re.compile(rf"{_PLACE}\.read\(\d+\)@-?\d+")
_ITEM = re.compile(rf"({_PLACE})\[-?\d+\]")
_BYTES = "__bytes__"
"""What a stream holds, which is free; it stands for the read in a fact."""


@record
class Possible:
    """Nothing speaks against the facts."""


@record
class Unfounded:
    """Nobody showed that the fact can hold."""

    fact: str


def foothold(site: Site, event: Event, supposed: Mapping[str, bool]) -> Possible | Unfounded:
    """Whether each fact is plain, of what is free, and excluded by no test before the loop."""
    equal: dict[str, dict[str, bool]] = {}
    if together := _excluded(site, event, supposed):
        return Unfounded(together)
    for fact, answer in supposed.items():
        if _WORLD.fullmatch(fact) or (event is Event.POLLED and speaks_of_data(fact)):
            continue
        by_itself = _by_itself(site, event, supposed, fact, answer)
        if by_itself is not None:
            if not by_itself:
                return Unfounded(fact)
            continue
        found = next((match for shape in _SHAPES if (match := shape.fullmatch(fact))), None)
        if found is None:
            if not _is_open(site, event, supposed, fact, answer):
                return Unfounded(fact)
            continue
        parts = found.groupdict()
        places = [place for key in ("p", "q") if (place := parts.get(key))]
        is_step = event is Event.STEP and not answer and _STEP.fullmatch(fact) is not None
        if is_step and not all(_is_given(site, place) for place in places):
            return Unfounded(fact)
        if event is Event.FEWER and not may_be_wanted(site, fact, places[1:]):
            return Unfounded(fact)
        if not _is_alone(equal, fact, parts, answer):
            return Unfounded(fact)
        if answer and "len(" not in fact and _is_odd(site, parts["p"], parts.get("c")):
            return Unfounded(fact)
        if not all(
            _may_say(site, fact, parts, answer, place)
            or (fact == place and may_be_either(site, supposed, place))
            for place in places
        ):
            return Unfounded(fact)
        if not all(is_passed(site, event, supposed, place) for place in places):
            return Unfounded(fact)
        if not all(is_kept(site, event, supposed, place) for place in places if "." not in place):
            return Unfounded(fact)
    return Possible()


def _excluded(site: Site, event: Event, supposed: Mapping[str, bool]) -> str:
    """What cannot hold together, whatever each fact says by itself; empty where all may."""
    if not (may_be_texts(supposed) and agree(supposed)):
        return "one character"
    if event is Event.POLLED and speaks_of_limit(site, supposed):
        return "a limit that there need not be"
    for fact, answer in supposed.items():
        equal = supposed.get(f"None == {fact.removesuffix(' is None')}", answer)
        if fact.endswith(" is None") and equal is not answer:
            return fact
    if changed := may_change(site, event, supposed):
        return changed
    return passes_by(site, supposed) or refused(site, supposed)


def _by_itself(
    site: Site, event: Event, supposed: Mapping[str, bool], fact: str, answer: bool
) -> bool | None:
    """Whether a refusal, or an end of a stream, may be as supposed; None for any other fact."""
    refused = places_of(fact)
    if refused is not None:
        return _may_be_refused(site, event, supposed, refused)
    if event is Event.COLLISION and answer and may_be_held(site, fact):
        return is_passed(site, event, supposed, fact.partition(" ")[0])
    dated = day_and_month(fact)
    if dated is not None:
        return all(is_handed(site, one) and is_passed(site, event, supposed, one) for one in dated)
    ahead = falls_short(site, fact, answer) if event is Event.END else None
    if ahead is not None:
        return all(is_passed(site, event, supposed, place) for place in ahead)
    return None


def _is_open(
    site: Site, event: Event, supposed: Mapping[str, bool], fact: str, answer: bool
) -> bool:
    """Whether a fact about the data, a sum, or what a text says, is of what is free."""
    found = spoken_places(fact)
    plain = _READ.sub(_BYTES, _ITEM.sub(r"\g<1>.item", fact))
    found = asked(plain, answer) if found is None else found
    found = sought_in(site, fact, answer) if found is None else found
    found = joined_of(fact, answer) if found is None else found
    if found is None:
        return False
    for place in found:
        if place == _BYTES:
            continue
        root = place.partition(".")[0]
        made = at_head(site, root)
        if root in site.function.rebound or is_of_class(site, place):
            return False
        is_free = all(map(is_constant, made)) or is_chosen(site, made)
        if not is_free and not _is_empty(site, made, fact, answer, place):
            return False
        if not is_passed(site, event, supposed, place):
            return False
    return True


def _is_empty(site: Site, made: tuple[Maker, ...], fact: str, answer: bool, place: str) -> bool:
    """Whether the place is built empty, and the fact holds of it then."""
    is_short = (
        fact.startswith(f"len({place}) < ") if answer else fact.startswith(f"len({place}) ==")
    )
    holds = is_short or (fact == place and not answer) or is_of_empty(fact, answer, place)
    return holds and bool(made) and all(map(is_empty, made)) and may_be_empty(site, place)


def _may_be_refused(
    site: Site, event: Event, supposed: Mapping[str, bool], places: tuple[str, ...]
) -> bool:
    """Whether arguments that a function refuses may come to the head."""
    roots = [at_head(site, place.partition(".")[0]) for place in places]
    return (
        any(is_chosen(site, found) for found in roots)
        and all(is_chosen(site, found) or all(map(is_constant, found)) for found in roots)
        and all(is_passed(site, event, supposed, place) for place in places)
    )


_DIRECTION = re.compile(rf"0 < (?P<p>{_PLACE})|(?P<q>{_PLACE}) < 0")
_BELOW = re.compile(rf"(?P<a>0) < (?P<p>{_PLACE})|(?P<q>{_PLACE}) < (?P<b>[01])")


_EXACTLY = re.compile(rf"(?P<a>-?\d+) == (?P<p>{_PLACE})|(?P<q>{_PLACE}) == (?P<b>-?\d+)")


def condition(site: Site, event: Event, supposed: Mapping[str, bool]) -> str:
    """What the arguments must be like: a step of zero, a count that is none, one number alone."""
    if event is Event.STEP:
        zeros = [one for one, answer in supposed.items() if not answer and _STEP.fullmatch(one)]
        return " and ".join(f"not {one}" for one in zeros)
    if event is Event.AWAY:
        found = [_DIRECTION.fullmatch(fact) for fact, answer in supposed.items() if answer]
        told = [one[0].replace("0 < ", "") + " > 0" * (not one["q"]) for one in found if one]
        return " and ".join(told)
    counted = passing(site).values() if event is Event.BELOW else ()
    told = [f"not {one}" for one in counted if supposed.get(one) is False]
    for fact, answer in supposed.items():
        if exact := _EXACTLY.fullmatch(fact) if answer else None:
            place = exact["p"] or exact["q"]
            handed = _is_given(site, place.partition(".")[0])
            told += [f"{place} == {exact['a'] or exact['b']}"] if handed else []
        match = _BELOW.fullmatch(fact)
        place = (match["p"] or match["q"]) if match else ""
        if match and place and _is_given(site, place) and answer is (match["a"] is None):
            is_less = match["b"] == "0" or is_below(supposed, place)
            told.append(f"{place} < 0" if is_less else f"{place} <= 0")
    return " and ".join(told)


def _is_given(site: Site, place: str) -> bool:
    """Whether the caller hands it in: a parameter that is at most given a default."""
    receiver = site.function.parameters[0].name if site.function.in_class else ""
    names = {one.name for one in site.function.parameters} - {receiver}
    found = [one for one in at_head(site, place) if not is_constant(one)]
    return place in names and all(one.instruction is None for one in found)


def _may_say(
    site: Site, fact: str, parts: Mapping[str, str | None], answer: bool, place: str
) -> bool:
    """Whether what binds the root of the place leaves the fact open, or makes it so."""
    root = place.partition(".")[0].partition("[")[0]
    if root in site.function.rebound:
        return False
    if is_of_class(site, place):
        return some_class_says(site, fact, answer, place)
    found = at_head(site, root)
    if _is_empty(site, found, fact, answer, place):
        # A list that is built empty is shorter than whatever is wanted.
        return True
    if all(map(is_constant, found)):
        values = [maker.instruction.value.value for maker in found]  # type: ignore[union-attr]
        return any(
            type(value) is int and _says(fact, place, _number(parts), value) == answer
            for value in values
            if _is_number(fact, parts)
        )
    if f"{place}[" in fact and holds_chosen(site, found):
        return True
    return is_chosen(site, found) and _is_in_range(site, fact, parts, answer)


def _is_alone(
    equal: dict[str, dict[str, bool]], fact: str, parts: Mapping[str, str | None], answer: bool
) -> bool:
    """Whether no other fact compares the same place with a text, but for unequal ones."""
    place, constant = str(parts["p"]), parts.get("c")
    if constant is None or _is_number(fact, parts):
        return True
    left, _, right = fact.rpartition(" == ")
    known = equal.setdefault(left or place, {})
    known[constant if right == constant else fact] = answer
    whole = all(text[:1] in "'\"b" for text in known) and len(known) > 1
    return not any(known.values()) or len(known) == 1 or (whole and sum(known.values()) == 1)


def _is_number(fact: str, parts: Mapping[str, str | None]) -> bool:
    return (parts.get("c") or "0").lstrip("-").isdecimal()


def _number(parts: Mapping[str, str | None]) -> int:
    return int(parts.get("c") or "0")


def _is_odd(site: Site, name: str | None, constant: str | None) -> bool:
    """Whether the constant is of another type than the parameter."""
    wanted = next((one.annotation for one in site.function.parameters if one.name == name), None)
    kinds = _PLAIN.get((wanted or "").strip("'\""))
    return kinds is not None and constant is not None and not _is_of(constant, kinds)


def _is_in_range(site: Site, fact: str, parts: Mapping[str, str | None], answer: bool) -> bool:
    """Whether some integer that the local may be makes the fact what is supposed of it."""
    if parts.get("m") is not None:
        count, rest = int(str(parts["m"])), int(str(parts["k"]))
        return rest < count if answer else count > 1
    place = str(parts["p"])
    ranges = [_range(maker.instruction) for maker in at_head(site, place)]
    if not any(ranges):
        return True
    if not _is_number(fact, parts):
        return not answer
    number = _number(parts)
    candidates = (0, 1, number - 1, number, number + 1)
    return any(
        _says(fact, place, number, one) == answer
        for one in candidates
        if all(one in found for found in ranges if found)
    )


def _says(fact: str, place: str, number: int, value: int) -> bool:
    if fact == place:
        return bool(value)
    if fact == f"{place} < {number}":
        return value < number
    if fact == f"{number} < {place}":
        return number < value
    return value == number


def _range(maker: i.Instruction | None) -> range:
    """What a length or a remainder may be; nothing where that is not known."""
    match maker:
        case i.Call(text="len") | i.CallMethod(name="count"):
            return range(1 << 60)
        case i.CallMethod(name="find" | "rfind"):
            return range(-1, 1 << 60)
        case i.Operate(operator="%", operands=(_, i.Const(value=int(value)))) if value > 0:
            return range(value)
        case _:
            return range(0)


_PLAIN: Mapping[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (int, float),
    "str": (str,),
    "bytes": (bytes, int),
    "bool": (bool,),
}


def _is_of(constant: str, kinds: tuple[type, ...]) -> bool:
    return isinstance(ast.literal_eval(constant), kinds)
