"""Whether anybody can make the object that a divergence needs: what its constructor is handed."""

from __future__ import annotations

import re

from haltcheck.frontend.expression import Constant
from haltcheck.frontend.syntax import Contents
from haltcheck.model.binding import bound
from haltcheck.model.instruction import Local, SetAttribute
from haltcheck.model.later import function_of
from haltcheck.model.program import Program, code_of
from haltcheck.model.subject import LoopSubject, Subject

_OWN = re.compile(r"\bself\.([A-Za-z_]\w*)")
# A single flag is either way in some object, or the code would not ask for it.
_FLAG = re.compile(r"bool\(self\.\w+\) [!=]= 0")
_BARE = re.compile(r"(?:not )?self\.\w+")
_PLAIN = frozenset({"int", "str", "bytes", "bool", "float", "list", "dict", "set", "tuple"})
# How much is left of a stream, or how many there are of something, the world may decide.
_SIZES = re.compile(r"\b(?:remaining|len)\([^()]*\)")


def unmade(program: Program, subject: Subject, condition: str) -> str:
    """An attribute that the condition speaks of and that no constructor takes from its caller.

    Its values are an invariant of the class, which nobody has shown to allow the condition.
    """
    if _FLAG.fullmatch(condition) or _are_flags(condition):
        return ""
    names = _OWN.findall(_SIZES.sub("", condition))
    qualnames = (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
    contents = program.contents
    owners = {entry.in_class for name in qualnames if (entry := contents.functions.get(name))}
    for name in names:
        if not any(_is_handed(contents, owner, name) for owner in owners if owner):
            return f"self.{name}"
        parts = condition.split(" and ") if " or " not in condition else []
        is_asked = {f"self.{name} is None", f"(self.{name} is None)"}.intersection(parts)
        if is_asked and all(_is_told(program, owner, name) for owner in owners if owner):
            return f"self.{name}"
    return ""


def _are_flags(condition: str) -> bool:
    """Whether each attribute is only asked whether it is anything."""
    parts = condition.split(" and ")
    return all(_BARE.fullmatch(one) for one in parts if _OWN.search(one))


def _is_told(program: Program, owner: str, name: str) -> bool:
    """Whether the attribute is only ever what the constructor takes as an ``int`` or the like."""
    short = name.lstrip("_")
    made = function_of(program, f"{owner}.__init__")
    if made is None:
        return False
    taken = [one for one in made.parameters if one.name == short]
    plain = [one for one in taken if (one.annotation or "").strip("'\" ") in _PLAIN]
    if not plain or short in made.rebound:
        return False
    default = plain[0].default
    if isinstance(default, Constant) and default.value is None:
        return False
    code = list(code_of(made))
    puts = [one for one in code if isinstance(one, SetAttribute) and one.name == name]
    writers = [
        qualname
        for qualname, entry in program.contents.functions.items()
        if any(write.endswith(f".{name}") for write in entry.writes)
    ]
    as_it_is = all(put.value == Local(short) for put in puts)
    kept = not any(short in bound(one) for one in code)
    return bool(puts) and as_it_is and kept and writers == [made.qualname]


def _is_handed(contents: Contents, owner: str, name: str) -> bool:
    """``self.name = name`` in ``__init__``, or a field of a data class."""
    entry = contents.classes.get(owner)
    if entry is None or _is_watched(contents, owner, name):
        return False
    made = contents.functions.get(f"{owner}.__init__")
    if made is None:
        if any("dataclass" in text for text in entry.decorators):
            return True
        return any(_is_handed(contents, base, name) for base in entry.bases if base != owner)
    written = any(write.endswith(f".{name}") for write in made.writes)
    return written and name.lstrip("_") in made.parameters


def _is_watched(contents: Contents, owner: str, name: str) -> bool:
    """Whether code of the class looks at what is bound, and may refuse or change it."""
    watching = {f"{owner}.__post_init__", f"{owner}.__setattr__"}
    if not watching.isdisjoint(contents.functions):
        return True
    setters = {f"{name}.setter", f"{name.lstrip('_')}.setter"}
    return any(
        entry.in_class == owner and not setters.isdisjoint(entry.decorators)
        for entry in contents.functions.values()
    )
