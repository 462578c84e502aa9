"""Random C programs over whole numbers, with side effects wherever C allows them."""

from random import Random

_VARIABLES = ("a", "b", "c", "g", "h")
_PLAIN = ("+", "-", "*", "&", "|", "^", "<", "<=", ">", ">=", "==", "!=")


class Maker:
    """Makes one program from a source of chance."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.loops = 0
        self.calls: list[str] = []

    def program(self) -> str:
        """A whole program with globals, an array, helpers and a main."""
        helpers = []
        for name in "twist", "fold":
            helpers.append(
                f"int {name}(int a, int b) {{\n  int c = {self.number()};\n"
                f"{self.body(2, 1)}  return ({self.value(1)}) % 50;\n}}\n"
            )
            self.calls.append(name)
        start = self.chance.choice(["__VERIFIER_nondet_int()", self.number()])
        return (
            "extern int __VERIFIER_nondet_int(void);\n"
            f"int g = {self.number()};\nint h;\nint row[4] = {{1, 2}};\n"
            + "".join(helpers)
            + "int main(void) {\n"
            + f"  int a = {start};\n  int b = __VERIFIER_nondet_int() % 20;\n  int c;\n"
            + f"  c = {self.number()};\n"
            + self.body(3, 1)
            + "  return (a + b * 3 + c * 5 + g * 7 + h * 11 + row[1]) % 100;\n}\n"
        )

    def number(self) -> str:
        """A small constant."""
        return str(self.chance.randint(-3, 7))

    def body(self, depth: int, indent: int) -> str:
        """A few statements."""
        return "".join(self.statement(depth, indent) for _ in range(self.chance.randint(1, 3)))

    def statement(self, depth: int, indent: int) -> str:
        """One statement; loops and branches as deep as allowed."""
        space = "  " * indent
        kinds = ["set", "set", "effect"]
        if depth > 0:
            kinds += ["if", "else", "while", "for", "do", "switch"]
        if self.loops:
            kinds += ["break", "continue"]
        kind = self.chance.choice(kinds)
        if kind == "set":
            value = self.value(2)
            return f"{space}{self.target()} = ({value}) % 50;\n"
        if kind == "effect":
            return f"{space}{self.value(2)};\n"
        if kind == "if":
            return f"{space}if ({self.value(2)}) {{\n{self.body(depth - 1, indent + 1)}{space}}}\n"
        if kind == "else":
            then, other = self.body(depth - 1, indent + 1), self.body(depth - 1, indent + 1)
            return f"{space}if ({self.value(1)}) {{\n{then}{space}}} else {{\n{other}{space}}}\n"
        if kind in ("break", "continue"):
            return f"{space}if ({self.value(1)}) {kind};\n"
        if kind == "switch":
            return self.switch(depth, indent)
        return self.loop(kind, depth, indent)

    def loop(self, kind: str, depth: int, indent: int) -> str:
        """A loop of the three kinds."""
        space = "  " * indent
        self.loops += 1
        body = self.body(depth - 1, indent + 1)
        self.loops -= 1
        if kind == "while":
            return f"{space}while ({self.value(2)}) {{\n{body}{space}}}\n"
        if kind == "do":
            return f"{space}do {{\n{body}{space}}} while ({self.value(2)});\n"
        one = self.variable()
        head = f"{one} = {self.number()}; {one} < {self.number()}; {self.value(1)}, {one}++"
        return f"{space}for ({head}) {{\n{body}{space}}}\n"

    def switch(self, depth: int, indent: int) -> str:
        """A switch whose groups may run on."""
        space = "  " * indent
        told = f"{space}switch (({self.value(1)}) % 4) {{\n"
        labels = self.chance.sample(["case -1", "case 0", "case 1", "case 2", "default"], 3)
        for label in labels:
            told += f"{space}{label}:\n{self.body(depth - 1, indent + 1)}"
            if self.chance.random() < 0.3:
                told += f"{space}  if ({self.value(1)}) break;\n"
                told += self.statement(0, indent + 1)
            if self.chance.random() < 0.6:
                told += f"{space}  break;\n"
        return told + f"{space}}}\n"

    def variable(self) -> str:
        """Something that can be written."""
        return self.chance.choice(_VARIABLES)

    def value(self, depth: int) -> str:
        """A whole expression, often with side effects, of which hardly any meet."""
        self.read: set[str] = set()
        self.written: set[str] = set()
        return self.part(depth)

    def name(self) -> str:
        """A variable that nothing in this expression writes."""
        found = self.chance.choice([one for one in _VARIABLES if one not in self.written] or ["1"])
        self.read.add(found)
        return found

    def target(self) -> str:
        """A variable that nothing else in this expression speaks of; rarely any."""
        free = [one for one in _VARIABLES if one not in self.read | self.written]
        found = self.chance.choice(free or list(_VARIABLES))
        if self.chance.random() < 0.02:
            found = self.variable()
        self.written.add(found)
        return found

    def item(self) -> str:
        """An element of the array, if nothing writes the array here."""
        if "row" in self.written:
            return self.number()
        self.read.add("row")
        return f"row[{self.name()} & 3]"

    def part(self, depth: int) -> str:
        """A part of an expression."""
        chance = self.chance
        if depth == 0:
            return chance.choice([self.name, self.name, self.number, self.item])()
        kinds = ["plain"] * 4 + ["logic", "logic", "choice", "divide", "shift", "unary", "leaf"]
        kinds += ["count", "count", "assign", "update", "comma", "item", "call", "ask"]
        return getattr(self, f"_{chance.choice(kinds)}")(depth - 1)

    def _plain(self, depth: int) -> str:
        return f"({self.part(depth)} {self.chance.choice(_PLAIN)} {self.part(depth)})"

    def _logic(self, depth: int) -> str:
        return f"({self.part(depth)} {self.chance.choice(['&&', '||'])} {self.part(depth)})"

    def _choice(self, depth: int) -> str:
        return f"({self.part(depth)} ? {self.part(depth)} : {self.part(depth)})"

    def _divide(self, depth: int) -> str:
        divisor = self.chance.choice(["2", "3", "-4", "7"])
        return f"({self.part(depth)} {self.chance.choice('/%')} {divisor})"

    def _shift(self, depth: int) -> str:
        way = self.chance.choice(["<<", ">>"])
        return f"(({self.part(depth)} & 15) {way} {self.chance.randint(0, 3)})"

    def _unary(self, depth: int) -> str:
        return f"{self.chance.choice('!~-+')}({self.part(depth)})"

    def _leaf(self, depth: int) -> str:
        return self.part(0)

    def _count(self, depth: int) -> str:
        form = self.chance.choice(["{}++", "{}--", "++{}", "--{}"])
        return form.format(self.target())

    def _assign(self, depth: int) -> str:
        value = self.part(depth)
        return f"({self.target()} = {value})"

    def _update(self, depth: int) -> str:
        operator, value = self.chance.choice("+-&|^/%"), self.chance.choice("123")
        return f"({self.target()} {operator}= {value})"

    def _comma(self, depth: int) -> str:
        return f"({self.part(depth)}, {self.part(depth)})"

    def _item(self, depth: int) -> str:
        index, value = self.part(depth), self.part(depth)
        if "row" in self.written and self.chance.random() < 0.9:
            return index
        self.written.add("row")
        return f"(row[{index} & 3] {self.chance.choice(['=', '+=', '-='])} {value})"

    def _call(self, depth: int) -> str:
        one, other = self.part(depth), self.part(depth)
        shared = {"g", "h", "row", "nondet"}
        if not self.calls or shared & (self.read | self.written):
            return one
        self.written |= shared
        return f"{self.chance.choice(self.calls)}({one}, {other})"

    def _ask(self, depth: int) -> str:
        # Which of two questions comes first, C leaves open.
        if "nondet" in self.written:
            return self.number()
        self.written.add("nondet")
        return "__VERIFIER_nondet_int()"
