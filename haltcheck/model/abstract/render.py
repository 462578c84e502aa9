"""A system as text, for the eyes of those who debug one."""

from __future__ import annotations

from haltcheck.model.system import ENTRY, EXIT, Faith, System, Transition
from haltcheck.model.term import show as show_term

_WORDS = {ENTRY: "entry", EXIT: "exit"}


def show(system: System) -> str:
    """One line per variable and transition."""
    lines = [
        f"var {one.name}"
        + ("" if one.low is None else f" >= {one.low}")
        + ("" if one.high is None else f" <= {one.high}")
        + (" (parameter)" if one.parameter else "")
        for one in system.variables
    ]
    lines.append(f"inside {sorted(system.inside)}" + ("" if system.complete else " (cut off)"))
    lines += [_line(index, one) for index, one in enumerate(system.transitions)]
    return "\n".join(lines)


def _line(index: int, one: Transition) -> str:
    source, target = (_WORDS.get(end, str(end)) for end in (one.source, one.target))
    update = ", ".join(f"{name}' = {show_term(term)}" for name, term in one.update)
    text = f"{index}: {source} -> {target} [{show_term(one.guard)}] {update}".rstrip()
    if one.faith is Faith.COARSE:
        text += " ~coarse"
    if one.choices:
        text += f" choices {', '.join(one.choices)}"
    if one.world:
        text += f" world {', '.join(sorted(one.world))}"
    for words in (one.events, one.assumptions):
        if words:
            text += f" {words}"
    return text
