"""Each file of an open set defines the one class that its file name stands for."""

import ast

import pytest

OPEN_SETS = (
    "batch/engines",
    "frontend/forms",
    "model/library",
    "proof/techniques",
    "simulation/backends",
    "verdict/rules",
    "writers/formats",
)


@pytest.mark.parametrize("folder", OPEN_SETS)
def test_one_class_per_file(house, root, folder):
    package = root / "haltcheck" / folder
    for path in sorted(package.glob("*.py")):
        if path.name.startswith("_"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        public = [
            node.name
            for node in tree.body
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
        ]
        assert len(public) == 1, f"{path.relative_to(root)} defines {public or 'no class'}"


@pytest.mark.parametrize("folder", OPEN_SETS)
def test_nobody_names_a_member_of_an_open_set(house, folder):
    package = "haltcheck." + folder.replace("/", ".")
    for module in house.modules.values():
        if module.name.startswith(package):
            continue
        for target in house.imports(module):
            assert not target.startswith(package + "."), f"{module.place} imports {target}"
