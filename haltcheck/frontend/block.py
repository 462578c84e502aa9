"""Who binds and reads which names, noted while a function is read, resolved when it ends."""

from __future__ import annotations

from dataclasses import dataclass, field

from haltcheck.frontend.expression import Scope

_BOUNDARIES = ("function", "generator")
_TRANSPARENT = ("comprehension", "generator")


@dataclass(slots=True, eq=False)
class Block:
    """A scope being read: ``kind`` is function, generator, comprehension, class or module."""

    kind: str
    qualname: str
    parent: Block | None = None
    bound: set[str] = field(default_factory=set)
    reads: set[str] = field(default_factory=set)
    nonlocals: set[str] = field(default_factory=set)
    globals: set[str] = field(default_factory=set)
    outer_writes: set[str] = field(default_factory=set)
    children: list[Block] = field(default_factory=list)
    scope: Scope = field(default_factory=Scope)
    yields: bool = False
    shared: set[str] = field(default_factory=set)
    rebound: set[str] = field(default_factory=set)
    free: set[str] = field(default_factory=set)

    def inner(self, kind: str, qualname: str) -> Block:
        """A new block inside this one."""
        child = Block(kind, qualname, self)
        self.children.append(child)
        return child

    def bind_outside(self, name: str) -> None:
        """Notes the target of ``:=``, which a comprehension binds in the block around it."""
        block = self
        while block.kind in _TRANSPARENT and block.parent is not None:
            block.reads.add(name)
            if block.kind == "generator":
                block.outer_writes.add(name)
            block = block.parent
        block.bound.add(name)


def resolve(root: Block) -> None:
    """Fills in the scope of every block under ``root`` by the rules of Python's symbol table."""
    blocks = _preorder(root)
    for block in blocks:
        block.bound -= block.nonlocals | block.globals
    for block in blocks:
        for name in (block.reads | block.nonlocals) - block.bound - block.globals:
            _claim(block, name)
    for block in blocks:
        _publish(block)
        # Parents and children would keep each other until garbage is looked for.
        block.children.clear()


def _preorder(root: Block) -> list[Block]:
    found: list[Block] = []
    todo = [root]
    while todo:
        block = todo.pop()
        found.append(block)
        todo.extend(block.children)
    return found


def _claim(block: Block, name: str) -> None:
    """Finds the enclosing function that owns ``name`` and marks every block on the way to it."""
    way = [block]
    owner = block.parent
    while owner is not None and (owner.kind == "class" or name not in owner.bound):
        if owner.kind != "class" and name in owner.globals:
            return
        way.append(owner)
        owner = owner.parent
    if owner is None or owner.kind == "module":
        return
    if any(passed.kind in _BOUNDARIES for passed in way):
        owner.shared.add(name)
        if name in block.nonlocals or name in block.outer_writes:
            owner.rebound.add(name)
    for passed in way:
        passed.free.add(name)


def _publish(block: Block) -> None:
    # The scope is frozen for everyone else; it is made before its function because a function
    # needs it when it is built, and it is filled here once, before anybody else sees it.
    if block.kind == "module":
        return
    for name, value in (
        ("locals", block.bound),
        ("shared", block.shared),
        ("rebound", block.rebound),
        ("free", block.free),
        ("globals", block.globals),
    ):
        object.__setattr__(block.scope, name, frozenset(value))
