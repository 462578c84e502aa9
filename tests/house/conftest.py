"""The house as data: every file of the package with what it imports."""

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Module:
    """One file of the package, parsed."""

    name: str
    path: Path
    tree: ast.Module
    is_package: bool

    @property
    def place(self) -> str:
        """The path as it is worded in a complaint."""
        return str(self.path.relative_to(ROOT))

    @property
    def room(self) -> str:
        """The folder directly below the package, or the file that stands there."""
        return (self.name + ".").split(".")[1]


class House:
    """Every file of a package and who imports whom, hidden imports included."""

    def __init__(self, package: Path) -> None:
        self.root = package
        self.modules = {}
        for path in sorted(package.rglob("*.py")):
            parts = path.relative_to(package.parent).with_suffix("").parts
            is_package = parts[-1] == "__init__"
            name = ".".join(parts[:-1] if is_package else parts)
            tree = ast.parse(path.read_text(encoding="utf-8"))
            self.modules[name] = Module(name, path, tree, is_package)

    def imports(self, module: Module) -> set[str]:
        """Dotted names that the file imports anywhere, of this package as precise as can be."""
        found: set[str] = set()
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{module.place}: relative import"
                found |= {self._target(node.module or "", alias.name) for alias in node.names}
        return found

    def _target(self, source: str, name: str) -> str:
        inner = f"{source}.{name}"
        if inner in self.modules:
            return inner
        return f"{source}.{name}" if source == self.root.name and _dunder(name) else source


def _dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


@pytest.fixture(scope="session")
def house() -> House:
    """The package as it stands."""
    return House(ROOT / "haltcheck")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT
