"""What a rule means, from the rule's own file."""

from textwrap import fill, indent

from haltcheck.basis.discover import load, load_all, names
from haltcheck.basis.error import HaltcheckError
from haltcheck.verdict.rule import Rule

_RULES = "haltcheck.verdict.rules"


def explanation(code: str | None) -> str:
    """The page on one rule, or one line on each where no code is given."""
    if code is None:
        return contents(list(load_all(_RULES, Rule).values()))
    known = names(_RULES)
    if code.lower() not in known:
        listed = ", ".join(name.upper() for name in known)
        raise HaltcheckError(f"no rule has the code {code!r}; there are {listed}")
    return explain(load(_RULES, code.lower(), Rule))


def explain(rule: type[Rule]) -> str:
    """A page on one rule: meaning, a program that diverges, one that halts, the remedy."""
    on_request = ", on request only" if rule.optional else ""
    parts = [
        f"{rule.code()}: {rule.summary} ({rule.severity.value}{on_request})",
        fill(rule.why, 88),
        "It speaks of this program:",
        indent(rule.diverges.rstrip(), "    "),
        "and not of this one:",
        indent(rule.halts.rstrip(), "    "),
        fill(f"How to mend it: {rule.fix}.", 88),
        f"To silence it on one line: # haltcheck: ignore[{rule.code()}]",
    ]
    return "\n\n".join(parts) + "\n"


def contents(rules: list[type[Rule]]) -> str:
    """One line for each rule."""
    return "".join(f"{rule.code()}  {rule.summary}\n" for rule in rules)
