"""Loops over a list that they lengthen by what its items refer to."""

import pytest

import haltcheck

HEAD = """
def read_list(path):
    words = []
    with open(path) as stream:
        for line in stream:
            words.append(line.strip())
    return words

def f(args, lookup, table):
    args = list(args)
    seen = set()
    for arg in args:
        {body}
    return args
"""


def _codes(body, head=HEAD):
    text = head.format(body=body.replace("\n", "\n        "))
    (file,) = haltcheck.check(text).files
    assert file.fault is None
    return [(one.code, one.severity.value) for one in file.findings]


@pytest.mark.parametrize(
    "body",
    [
        "if arg[0] == '@':\n    args.extend(read_list(arg[1:]))",
        "args += read_list(arg)",
        "for word in read_list(arg):\n    args.append(word)",
        "seen.add(arg)\nargs.extend(read_list(arg))",
        "if arg:\n    args.insert(0, open(arg).read())",
    ],
)
def test_a_file_may_name_itself(body):
    assert _codes(body) == [("HC102", "error")]


@pytest.mark.parametrize(
    "body",
    [
        "args.extend(lookup.get_references(arg))",
        "for one in lookup.children(arg):\n    args.append(one)",
    ],
)
def test_data_that_is_handed_in_may_be_cyclic(body):
    assert _codes(body) == [("HC103", "warning")]


@pytest.mark.parametrize(
    "body",
    [
        "if arg in seen:\n    continue\nseen.add(arg)\nargs.extend(read_list(arg))",
        "for word in read_list(arg):\n    if word not in args:\n        args.append(word)",
        "args = args + read_list(arg)",
        "args.extend(arg.split())",
        "seen.update(read_list(arg))",
        "table.extend(read_list(arg))",
        "if len(args) > 100:\n    break\nargs.extend(read_list(arg))",
    ],
)
def test_what_remembers_or_adds_to_another(body):
    assert not _codes(body)


@pytest.mark.parametrize("kind", ["list(args)", "args[:]", "tuple(args)"])
def test_a_copy_does_not_grow(kind):
    head = HEAD.replace("for arg in args:", f"for arg in {kind}:")
    assert not _codes("args.extend(read_list(arg))", head)


@pytest.mark.parametrize("kind", ["set(args)", "dict.fromkeys(args)", "deque(args)"])
def test_other_containers_raise_when_they_grow(kind):
    head = HEAD.replace("args = list(args)", f"args = {kind}")
    assert not _codes("args.extend(read_list(arg))", head) or "dict" in kind


RELAXED = """
def f(graph, distances, source):
    def order(nodes):
        found = []
        for node in nodes:
            for other in graph.neighbors(node):
                found.append(other)
        return found

    def relax(nodes):
        found = set()
        for node in nodes:
            for other in graph.neighbors(node):
                if distances[node] + 1 < distances[other]:
                    distances[other] = distances[node] + 1
                    found.add(other)
        return found

    nodes = {source}
    while nodes:
        nodes = relax(order(nodes))
    return distances
"""


def test_rounds_that_fill_a_container_anew_may_come_to_nothing():
    assert not haltcheck.check(RELAXED).files[0].findings
