"""Reads the programs of our own whose answer is known, and refuses labels that do not fit."""

import tomllib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from haltcheck.basis.answer import Answer

FOLDER = Path(__file__).parent
TEXTBOOK = FOLDER / "textbook"
"""Programs over whole numbers in the spirit of the termination provers' suites."""

UNSEEN = FOLDER / "unseen"
"""Programs whose authors knew nothing of haltcheck's code, and which were measured before anyone
who works on it had looked at them."""

E = TypeVar("E", bound=Enum)


class Guard(Enum):
    """How a program can be run: under a step limit here, or in a child that is stopped."""

    STEPS = "steps"
    PROCESS = "process"


class LabelError(Exception):
    """A label that is missing, left over or not well formed, as one sentence."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program and what is known of it; ``answer`` is that of the whole file.

    Where there is an ``entry``, the answer is that of this function alone: its callees may diverge
    for arguments that it never hands them.
    ``function`` is the subject of interest and ``shape`` its kind of bug or look-alike. Any one
    of ``codes`` is a right finding. ``textbook`` programs are plain loops and recursions over
    whole numbers, lists and strings. ``calls`` confirm the label after ``setup``: all of them
    end where the answer is halt, and the first one does not where it is non-halt.
    """

    id: str
    path: Path
    code: str
    answer: Answer
    reason: str
    shape: str
    family: str
    function: str
    calls: tuple[str, ...] = ()
    setup: str = ""
    condition: str = ""
    codes: tuple[str, ...] = ()
    intended: bool = False
    textbook: bool = False
    guard: Guard = Guard.STEPS
    not_runnable: str = ""
    entry: str = ""

    @property
    def terminates(self) -> bool:
        """Whether the whole file halts for every input of its domain."""
        return self.answer is Answer.HALT


_REQUIRED = {"answer": str, "reason": str, "shape": str, "function": str}
_OPTIONAL = {
    "calls": list,
    "setup": str,
    "condition": str,
    "codes": list,
    "intended": bool,
    "textbook": bool,
    "guard": str,
    "not_runnable": str,
    "entry": str,
}


def load(folder: Path = FOLDER) -> tuple[Program, ...]:
    """Every labelled program below ``folder``, sorted by id.

    Labels stand in ``labels.toml`` or, a family each, in ``labels/*.toml``. Raises LabelError for
    a program without a label, a label without a program, an unknown or missing key, and a value
    of the wrong type.
    """
    labels: dict[str, Any] = {}
    for file in label_files(folder):
        labels |= tomllib.loads(file.read_text(encoding="utf-8"))
    root = folder / "programs"
    paths = {path.relative_to(root).with_suffix("").as_posix(): path for path in root.rglob("*.py")}
    if astray := sorted(paths.keys() ^ labels.keys()):
        raise LabelError(f"program and label do not come together: {', '.join(astray)}")
    return tuple(_program(name, paths[name], labels[name]) for name in sorted(paths))


def label_files(folder: Path) -> list[Path]:
    """The files that label the programs of the folder; none where it is no labelled folder."""
    whole = folder / "labels.toml"
    return [whole] if whole.exists() else sorted((folder / "labels").glob("*.toml"))


def _program(name: str, path: Path, label: dict[str, Any]) -> Program:
    _check(name, label)
    return Program(
        id=name,
        path=path,
        code=path.read_text(encoding="utf-8"),
        answer=_choice(name, Answer, label["answer"]),
        reason=label["reason"],
        shape=label["shape"],
        family=name.partition("/")[0],
        function=label["function"],
        calls=tuple(label.get("calls", ())),
        setup=label.get("setup", ""),
        condition=label.get("condition", ""),
        codes=tuple(label.get("codes", ())),
        intended=label.get("intended", False),
        textbook=label.get("textbook", False),
        guard=_choice(name, Guard, label.get("guard", "steps")),
        not_runnable=label.get("not_runnable", ""),
        entry=label.get("entry", ""),
    )


def _check(name: str, label: dict[str, Any]) -> None:
    known = _REQUIRED | _OPTIONAL
    for key, value in label.items():
        if key not in known:
            raise LabelError(f"{name} has the unknown key {key}")
        if not isinstance(value, known[key]):
            raise LabelError(f"{name} has a {key} that is no {known[key].__name__}")
    if missing := sorted(_REQUIRED.keys() - label.keys()):
        raise LabelError(f"{name} lacks {', '.join(missing)}")
    if label["answer"] == Answer.UNKNOWN.value:
        raise LabelError(f"{name} must have a known answer")
    if bool(label.get("calls")) == bool(label.get("not_runnable")):
        raise LabelError(f"{name} needs either calls or a reason why it is not_runnable")


def _choice(name: str, kind: type[E], value: str) -> E:
    try:
        return kind(value)
    except ValueError as error:
        raise LabelError(f"{name}: {error}") from error
