"""Random small programs on integers and lists, the same for the same seed."""

import random

INTS = ["n", "m", "i", "j", "k"]
LISTS = ["xs", "ys", "zs"]


def expr(r: random.Random, d: int = 0) -> str:
    """An integer."""
    c = r.random()
    if c < 0.35 or d > 2:
        return r.choice(INTS)
    if c < 0.5:
        return str(r.randint(-3, 4))
    if c < 0.58:
        return f"len({r.choice(LISTS)})"
    if c < 0.63:
        return f"{r.choice(['abs', '-', '~', ''])}({expr(r, d + 1)})"
    if c < 0.68:
        return f"{r.choice(['min', 'max'])}({expr(r, d + 1)}, {expr(r, d + 1)})"
    if c < 0.72:
        return f"({expr(r, d + 1)} if {cond(r, d + 1)} else {expr(r, d + 1)})"
    if c < 0.74:
        return f"({cond(r, d + 1)})"
    if c < 0.77:
        return f"({r.choice(INTS)} := {expr(r, d + 1)})"
    if c < 0.79:
        return f"len({r.choice(LISTS)}[{expr(r, d + 1)}:{expr(r, d + 1)}])"
    op = r.choice(["+", "-", "*", "+", "-", "//", "%", "&", "|", "^", ">>", "<<"])
    rhs = str(r.randint(0, 3)) if op in (">>", "<<") else expr(r, d + 1)
    return f"({expr(r, d + 1)} {op} {rhs})"


def cond(r: random.Random, d: int = 0) -> str:
    """A condition."""
    c = r.random()
    if c < 0.5:
        return f"{expr(r, d + 1)} {r.choice(['<', '<=', '>', '>=', '==', '!='])} {expr(r, d + 1)}"
    if c < 0.6:
        return f"{r.choice(INTS)} < {r.choice(INTS)} <= {expr(r, d + 1)}"
    if c < 0.7:
        return f"not {cond(r, d + 1)}"
    if c < 0.8 and d < 2:
        return f"({cond(r, d + 1)} {r.choice(['and', 'or'])} {cond(r, d + 1)})"
    if c < 0.9:
        return r.choice(LISTS)
    return r.choice(INTS)


def block(r: random.Random, ind: int, d: int, loop: bool) -> list[str]:
    """A few statements."""
    out = []
    for _ in range(r.randint(1, 3)):
        out += stmt(r, ind, d, loop)
    return out


def on_list(r: random.Random) -> str:
    """A statement on lists."""
    x = r.choice(LISTS)
    return r.choice(
        [
            f"{x}.append({expr(r, 1)})",
            f"{x}.pop()",
            f"{x}.extend({r.choice(LISTS)})",
            f"{x} = {r.choice(LISTS)}",
            f"{x} = [{expr(r, 2)}]",
            f"{x} = {x}[1:]",
            f"{x}.clear()",
            f"{x} += {r.choice(LISTS)}",
            f"{x} = {x} + {r.choice(LISTS)}",
            f"del {x}[0]",
            f"{x}.insert(0, 1)",
            f"{x} = list({r.choice(LISTS)})",
            f"{x}[{expr(r, 2)}] = 1",
            f"{x} = {x}[{expr(r, 2)}:]",
            f"{x} = [1] * {expr(r, 2)}",
        ]
    )


def attempt(r: random.Random, ind: int, d: int, loop: bool) -> list[str]:
    """A ``try`` statement."""
    p = "    " * ind
    out = [p + "try:", *block(r, ind + 1, d + 1, loop)]
    if r.random() < 0.7:
        out += [
            p
            + r.choice(
                [
                    "except ZeroDivisionError:",
                    "except:",
                    "except (IndexError, ValueError):",
                    "except Exception:",
                ]
            ),
            *block(r, ind + 1, d + 1, loop),
        ]
        if r.random() < 0.3:
            out += [p + "else:", *block(r, ind + 1, d + 1, loop)]
    else:
        out += [p + "finally:", *block(r, ind + 1, d + 1, loop)]
    return out


def stmt(r: random.Random, ind: int, d: int, loop: bool) -> list[str]:
    """One statement."""
    p = "    " * ind
    c = r.random()
    if c < 0.25:
        return [f"{p}{r.choice(INTS)} = {expr(r)}"]
    if c < 0.40:
        return [f"{p}{r.choice(INTS)} {r.choice(['+=', '-=', '*=', '//=', '%='])} {expr(r, 1)}"]
    if c < 0.52:
        return [p + on_list(r)]
    if c < 0.55:
        return [f"{p}{r.choice(INTS)}, {r.choice(INTS)} = {expr(r, 1)}, {expr(r, 1)}"]
    if c < 0.72 and d < 3:
        out = [f"{p}if {cond(r)}:", *block(r, ind + 1, d + 1, loop)]
        if r.random() < 0.5:
            out += [p + "else:", *block(r, ind + 1, d + 1, loop)]
        return out
    if c < 0.79 and d < 2:
        out = [f"{p}while {cond(r)}:", *block(r, ind + 1, d + 1, True)]
        if r.random() < 0.2:
            out += [p + "else:", *block(r, ind + 1, d + 1, loop)]
        return out
    if c < 0.84 and d < 2:
        it = r.choice(
            [
                f"range({expr(r, 1)})",
                f"range({expr(r, 1)}, {expr(r, 1)}, {r.choice(['1', '2', '-1', '-2'])})",
                r.choice(LISTS),
            ]
        )
        return [f"{p}for {r.choice(INTS)} in {it}:", *block(r, ind + 1, d + 1, True)]
    if c < 0.89 and d < 3:
        return attempt(r, ind, d, loop)
    if c < 0.94 and loop:
        return [p + r.choice(["break", "continue"])]
    if c < 0.96:
        return [p + f"del {r.choice(INTS)}"]
    if c < 0.975:
        return [p + "return n"]
    return [f"{p}{r.choice(INTS)} = {expr(r)}"]


def program(seed: int) -> str:
    """The text of one random program with a function ``f(n, m, xs, ys)``."""
    r = random.Random(seed)
    out = (
        ["def f(n: int, m: int, xs: list, ys: list):"]
        + (["    i = j = 0"] if r.random() < 0.8 else [])
        + (["    k = 1", "    zs = []"] if r.random() < 0.8 else [])
    )
    out += block(r, 1, 0, False)
    out += [f"    while {cond(r)}:", *block(r, 2, 1, True)]
    if r.random() < 0.3:
        out += ["    while True:", *block(r, 2, 1, True)]
    return "\n".join(out) + "\n"
