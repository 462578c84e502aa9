"""Files, classes and functions stay small enough to be read at one sitting."""

import ast


def _lines(node):
    return node.end_lineno - node.lineno + 1


def test_no_file_is_longer_than_400_lines(house):
    for module in house.modules.values():
        count = len(module.path.read_text(encoding="utf-8").splitlines())
        assert count <= 400, f"{module.place} has {count} lines"


def test_the_median_file_is_short(house):
    counts = sorted(
        len(module.path.read_text(encoding="utf-8").splitlines())
        for module in house.modules.values()
        if not module.is_package
    )
    assert counts[len(counts) // 2] <= 200


def test_no_function_is_longer_than_50_lines(house):
    complaints = [
        f"{module.place}:{node.lineno} {node.name} has {_lines(node)} lines"
        for module in house.modules.values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _lines(node) > 50
    ]
    assert not complaints, "\n".join(complaints)


def test_no_class_is_longer_than_150_lines(house):
    complaints = [
        f"{module.place}:{node.lineno} {node.name} has {_lines(node)} lines"
        for module in house.modules.values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and _lines(node) > 150
    ]
    assert not complaints, "\n".join(complaints)
