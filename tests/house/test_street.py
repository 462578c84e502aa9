"""The rooms stand in alphabetical order, look only to their left, and keep their libraries."""

import sys

ROOMS = ("basis", "frontend", "model", "proof", "simulation", "verdict", "writers")
KEEPERS = {
    "libcst": ("haltcheck.frontend",),
    "z3": ("haltcheck.proof",),
    "numpy": ("haltcheck.simulation",),
    "torch": ("haltcheck.simulation",),
    "transformers": ("haltcheck.simulation",),
    "safetensors": ("haltcheck.simulation",),
    "rich": ("haltcheck.writers",),
    "msgspec": ("haltcheck.writers",),
    "click": ("haltcheck.cli",),
    "pebble": ("haltcheck.batch",),
    "ray": ("haltcheck.batch",),
    "pyarrow": ("haltcheck.batch",),
    "pathspec": ("haltcheck.walk",),
    "pygls": ("haltcheck.lsp",),
}
PLAIN = ("basis", "model", "verdict")


def test_rooms_look_only_to_their_left(house):
    complaints = []
    for module in house.modules.values():
        if module.room not in ROOMS:
            continue
        for target in sorted(house.imports(module)):
            there = (target + "..").split(".")[1]
            if not target.startswith("haltcheck.") or there.startswith("__"):
                continue
            if there not in ROOMS:
                complaints.append(f"{module.place}: a room imports the door {target}")
            elif there > module.room:
                complaints.append(f"{module.place}: {module.room} looks ahead to {there}")
    assert not complaints, "\n".join(complaints)


def test_rooms_take_only_dunder_names_from_the_package_itself(house):
    complaints = [
        f"{module.place}: takes a name from haltcheck itself"
        for module in house.modules.values()
        if module.room in ROOMS and "haltcheck" in house.imports(module)
    ]
    assert not complaints, "\n".join(complaints)


def test_simulation_knows_nothing_of_proof(house):
    for module in house.modules.values():
        if module.room == "simulation":
            for target in house.imports(module):
                assert not target.startswith("haltcheck.proof"), f"{module.place}: {target}"


def test_every_library_stays_with_its_keeper(house):
    complaints = []
    for module in house.modules.values():
        for target in house.imports(module):
            keepers = KEEPERS.get(target.split(".")[0], ("",))
            if not module.name.startswith(keepers):
                complaints.append(f"{module.place}: {target} is kept by {keepers[0]}")
    assert not complaints, "\n".join(complaints)


def test_no_library_comes_in_without_a_keeper(house):
    known = set(sys.stdlib_module_names) | set(KEEPERS) | {"haltcheck"}
    for module in house.modules.values():
        for target in house.imports(module):
            assert target.split(".")[0] in known, f"{module.place}: nobody keeps {target}"


def test_plain_rooms_use_the_standard_library_alone(house):
    known = set(sys.stdlib_module_names) | {"haltcheck"}
    for module in house.modules.values():
        if module.room in PLAIN:
            for target in house.imports(module):
                assert target.split(".")[0] in known, f"{module.place}: {target}"


def test_no_import_cycle_even_a_hidden_one(house):
    graph = {
        name: {target for target in house.imports(module) if target in house.modules} - {name}
        for name, module in house.modules.items()
    }
    while True:
        free = {name for name, targets in graph.items() if not targets & graph.keys()}
        if not free:
            break
        graph = {name: targets for name, targets in graph.items() if name not in free}
    # What only leads into a cycle is peeled off from the other side, so that the cycle is left.
    while True:
        wanted = set().union(*graph.values()) if graph else set()
        idle = graph.keys() - wanted
        if not idle:
            break
        graph = {name: targets for name, targets in graph.items() if name not in idle}
    assert not graph, f"import cycle among {sorted(graph)}"


def test_nobody_in_the_package_imports_what_learns_or_measures(house):
    for module in house.modules.values():
        for target in house.imports(module):
            outside = target.split(".")[0]
            assert outside not in ("calibration", "corpora", "benches", "tests"), module.place
