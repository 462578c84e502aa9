"""Walks along references: what is endless on data that refers to itself, and what remembers."""

import pytest

from haltcheck.api import check
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.calls import Resolver
from haltcheck.model.lower import lower
from haltcheck.model.recursion import recursions
from haltcheck.model.reference.link import Ends, LinkBack, link_back
from haltcheck.model.subject import LoopSubject, RecursionSubject, Subject


def found(text: str) -> list[LinkBack | Ends]:
    syntax = parse(from_text(text))
    assert isinstance(syntax, Syntax)
    program = lower(syntax)
    resolver = Resolver(program)
    subjects: list[Subject] = [
        LoopSubject(name, loop.id)
        for name, function in program.functions.items()
        for loop in function.loops
        if loop.kind == "while"
    ]
    subjects += [RecursionSubject(names) for names in recursions(resolver)]
    return [link_back(program, resolver, one) for one in subjects]


ENDLESS = {
    "a table by a name out of the item": """
def resolve(rules, rule):
    for name in rule.uses:
        resolve(rules, rules[name])
""",
    "the item itself is the key": """
def walk(graph, node):
    for other in graph[node]:
        walk(graph, other)
""",
    "a document that is asked by number, in a generator": """
def pages(document, ref):
    for kid in document.get_object(ref)["Kids"]:
        yield from pages(document, kid)
""",
    "a page that names pages": """
class Loader:
    def load(self, page):
        for link in page.links:
            child = self.fetch_all([link.href])[0]
            self.load(child)
""",
    "two functions that call each other": """
def page(doc, ref):
    for kid in doc.get_object(ref).kids:
        entry(doc, kid)

def entry(doc, kid):
    if kid.ref:
        page(doc, kid.ref)
""",
    "a set that is tested and never extended": """
def depends(schema, table):
    todo, seen = [table], set()
    while todo:
        table = todo.pop()
        for other in schema.references_of(table):
            if other not in seen:
                todo.append(other)
""",
    "a path that is forgotten at each leaf": """
def order(start, get_children):
    path, stack = [start], list(get_children(start))
    while stack:
        node = stack.pop()
        if node in path:
            raise ValueError(node)
        path.append(node)
        children = list(get_children(node))
        if not children:
            path = []
        stack = children + stack
""",
    "a result that is kept only afterwards": """
def size(files, name, known):
    if name in known:
        return known[name]
    total = 1 + sum(size(files, other, known) for other in files[name].includes)
    known[name] = total
    return total
""".replace("sum(size(files, other, known) for other in files[name].includes)", "more").replace(
        "    total = 1 + more\n",
        "    more = 0\n    for other in files[name].includes:\n"
        "        more += size(files, other, known)\n    total = 1 + more\n",
    ),
}

ENDLESS |= {
    "a chain of numbers that are looked up": """
def root(store, node):
    while node.parent_id:
        node = store.get_node(node.parent_id)
    return node
""",
    "objects that refer to objects": """
def pages(node):
    for kid in node["/Kids"]:
        pages(kid.get_object())
""",
    "files that include files": """
def lines(path):
    with open(path) as stream:
        for line in stream:
            if line.startswith("include "):
                yield from lines(line[8:])
""",
    "a count that each call begins anew": """
def names(graph, node, out):
    count = 0
    for other in graph.fetch(node).kids:
        names(graph, other, out)
    while count < len(node.pairs):
        out.append(node.pairs[count])
        count += 1
""",
}

FINITE = {
    "a list that is tested and extended after the push": """
def parents(store, todo, wanted):
    done = set()
    while todo:
        node = todo.pop()
        for other in store.get_parents(node):
            if other not in done and other in wanted:
                todo.append(other)
            done.add(other)
""",
    "a local set that the call hands on": """
def show(table, key, _seen=frozenset()):
    seen = _seen
    if key in seen:
        return
    seen |= {key}
    for other in table[key]:
        show(table, other, _seen=seen)
""",
    "what is left of a path": """
def find(tables, node, names):
    if names:
        find(tables, tables[node.table], names[1:])
""",
    "a table in a list that is handed on anew": """
def read(files, name, stack):
    known = stack[0]
    if name in known:
        raise ValueError(name)
    new = known.copy()
    new[name] = 1
    for other in files[name]:
        read(files, other, [new, *stack])
""",
    "a chain that is remembered": """
def root(store, node):
    seen = set()
    while node.parent_id:
        if node.parent_id in seen:
            raise ValueError(node)
        seen.add(node.parent_id)
        node = store.get_node(node.parent_id)
    return node
""",
    "a chain of parts": """
def last(node):
    while node.rest:
        node = node.rest
    return node
""",
    "a chain that something else may end": """
def root(store, node, stop):
    while node.parent_id:
        node = store.get_node(node.parent_id)
        if stop.is_set():
            break
    return node
""",
    "parts of a tree": """
def depth(node):
    return 1 + max([depth(child) for child in node.children])

def leaves(node):
    for key in node:
        leaves(node[key])
""",
    "a set that is tested and extended": """
def walk(graph, node, seen):
    if node in seen:
        return
    seen.add(node)
    for other in graph[node]:
        walk(graph, other, seen)
""",
    "a set that grows by the call": """
def walk(graph, node, path=()):
    if node in path:
        raise ValueError(node)
    for other in graph[node]:
        walk(graph, other, path + (node,))
""",
    "a depth that is passed on and compared": """
def load(site, page, depth=0):
    if depth > 9:
        return
    for link in site.fetch(page).links:
        load(site, link, depth + 1)
""",
    "a depth of its own in each call, made of the last one": """
def load(site, page, above=0):
    below = above + 1
    if below > 9:
        return
    for link in site.fetch(page).links:
        load(site, link, below)
""",
    "marks on the items": """
def visit(graph, node):
    if node.done:
        return
    node.done = True
    for name in node.uses:
        visit(graph, graph[name])
""",
    "an entry that is taken away": """
def visit(graph, name):
    for other in graph[name].uses:
        graph.pop(name, None)
        visit(graph, other)
""",
    "a table that the code builds": """
def walk(pairs, node):
    table = {}
    for a, b in pairs:
        table[a] = b
    for other in table[node]:
        walk(pairs, other)
""",
    "a check before": """
def order(graph, start):
    graph.refuse_cycles(start)
    todo = [start]
    while todo:
        node = todo.pop()
        todo.extend(graph.get_children(node))
""",
    "a work list with a set": """
def order(graph, start):
    todo, seen = [start], {start}
    while todo:
        node = todo.pop()
        for other in graph.neighbours(node):
            if other not in seen:
                seen.add(other)
                todo.append(other)
""",
    "a work list that is tested as it is emptied": """
def order(graph, start):
    todo, seen = [start], set()
    while todo:
        node = todo.pop()
        if node in seen:
            continue
        seen.add(node)
        todo.extend(graph.get_children(node))
""",
    "a method that decides": """
class Walk:
    def go(self, node):
        if self.enter(node):
            for name in node.uses:
                self.go(self.store.get_node(name))
""",
    "numbers that close in on each other": """
def blocks(matcher, size):
    todo = [(0, size)]
    while todo:
        low, high = todo.pop()
        middle = matcher.find_longest(low, high)
        if low < middle:
            todo.append((low, middle))
""",
    "a bound on all steps": """
def order(graph, start):
    todo, steps = [start], 0
    while todo:
        steps += 1
        if steps > 1000:
            raise ValueError(start)
        todo.extend(graph.get_children(todo.pop()))
""",
    "a list of its own in each round": """
def parts(graph, roots):
    used = set()
    while roots:
        stack = [roots.pop()]
        while stack:
            node = stack.pop()
            for other in graph[node]:
                if other not in used:
                    stack.append(other)
                    used.add(other)
""",
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS.keys())
def test_references_that_nothing_remembers(text: str) -> None:
    assert any(isinstance(one, LinkBack) for one in found(text))


@pytest.mark.parametrize("text", FINITE.values(), ids=FINITE.keys())
def test_walks_that_come_to_an_end(text: str) -> None:
    told = found(text)
    assert told and all(isinstance(one, Ends) for one in told), told


def test_only_what_fetches_is_answered_by_the_outside_world() -> None:
    (asked,) = found("def f(site, x):\n    for y in site.fetch(x):\n        f(site, y)\n")
    assert asked == LinkBack("site.fetch", 2, outside=True)
    (handed,) = found("def f(rules, x):\n    for y in rules[x]:\n        f(rules, y)\n")
    assert handed == LinkBack("rules[...]", 2, outside=False)


KINDS = """
class Reader:
    def __init__(self, kinds):
        self.kinds = dict(kinds)

    def data(self, data, kind):
        found = self.kinds[kind]
        {test}
        return self.item(found, data)

    def item(self, kind, data):
        return self.data(data, kind.name)
"""


def test_a_class_tells_how_to_go_on_and_is_no_item() -> None:
    assert all(
        isinstance(one, Ends) for one in found(KINDS.format(test="assert not issubclass(found, A)"))
    )
    told = found(KINDS.format(test="assert not isinstance(data, A)"))
    assert any(isinstance(one, LinkBack) for one in told)


def test_the_look_up_that_is_told_flows_into_the_next_call() -> None:
    source = (
        "def walk(types, nodes, node, data):\n"
        "    if isinstance(data, types[node]):\n"
        "        return data\n"
        "    return walk(types, nodes, nodes[node], data)\n"
    )
    assert found(source) == [LinkBack("nodes[...]", 4, outside=False)]
    asked = source.replace("nodes[node], data", "node.next, data")
    assert all(isinstance(one, Ends) for one in found(asked))


LEFT_BEHIND = """
def names(module, modules, seen=None):
    seen = seen or set()
    seen.add(module.path)
    for path in module.imports:
        if path not in seen:
            names(modules[path], modules{handed})
"""


@pytest.mark.parametrize(
    ("handed", "kind"), [("", LinkBack), (", seen", Ends), (", seen=seen", Ends)]
)
def test_what_is_not_handed_on_is_not_remembered(handed: str, kind: type) -> None:
    assert [type(one) for one in found(LEFT_BEHIND.format(handed=handed))] == [kind]


MAPPED = """
class Parts:
    def __init__(self, parts):
        self.parts = parts
    def size(self, name):
        return 1 + sum(map(self.size, self.parts[name]))
"""


def test_a_method_that_is_mapped_is_called_with_each_part() -> None:
    assert [one.code for _, one in check(MAPPED).findings] == ["HC202"]


INSTALLED = """
import importlib.metadata
def check(name, above=()):
    {first}
    for other in importlib.metadata.distribution(name).requires or ():
        check(other, (*above, name))
"""


@pytest.mark.parametrize(
    ("first", "kind"), [("pass", LinkBack), ("if name in above: return", Ends)]
)
def test_what_is_installed_may_require_what_requires_it(first: str, kind: type) -> None:
    assert [type(one) for one in found(INSTALLED.format(first=first))] == [kind]


TYPES = """
import typing
def spell(kind, names):
    if isinstance(kind, list):
        return [spell(one, names) for one in kind]
    return spell({made}[kind.__args__], names)
"""


@pytest.mark.parametrize(("made", "kind"), [("typing.Literal", Ends), ("names", LinkBack)])
def test_a_type_made_of_types_is_looked_up_nowhere(made: str, kind: type) -> None:
    assert [type(one) for one in found(TYPES.format(made=made))] == [kind]
