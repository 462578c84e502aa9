"""What a rule means, from the rule's own file."""

from textwrap import fill, indent

from haltcheck.verdict.rule import Rule


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
