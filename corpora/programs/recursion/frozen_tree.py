from dataclasses import dataclass


@dataclass(frozen=True)
class Leaf:
    weight: int


@dataclass(frozen=True)
class Branch:
    parts: tuple["Leaf | Branch", ...]


def weight(tree: Leaf | Branch) -> int:
    if isinstance(tree, Leaf):
        return tree.weight
    return sum(weight(part) for part in tree.parts)
