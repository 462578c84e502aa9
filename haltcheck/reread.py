"""Reads reports back: the files that they speak of, with their certificates and their answers."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from haltcheck.basis.error import HaltcheckError, MalformedError
from haltcheck.basis.record import record
from haltcheck.model.certificate import Claim
from haltcheck.model.notation import read
from haltcheck.output import why
from haltcheck.proof.region import Partition
from haltcheck.writers.schema import VERSION

Data = Mapping[str, Any]


@record
class Restated:
    """A claim, and what bears its condition out where the certificate alone does not.

    ``within`` is the function whose calls alone it speaks of; nothing where it speaks of all.
    """

    claim: Claim
    partition: Partition | None = None
    within: str = ""


@record
class Told:
    """What a report says of one place: a file, a function, a loop or a recursion."""

    place: str
    answer: str
    basis: str
    condition: str | None
    assumptions: tuple[str, ...]
    exact: bool = False


@record
class Reread:
    """One file of a report."""

    path: str
    sha256: str
    claims: tuple[Restated, ...]
    told: tuple[Told, ...]


def texts(name: str) -> str:
    """The text of the report of that name; ``-`` is standard input."""
    try:
        if name == "-":
            if sys.stdin is None:
                raise HaltcheckError("standard input: is closed")
            return sys.stdin.buffer.read().decode("utf-8")
        with open(name, "rb") as stream:
            return stream.read().decode("utf-8")
    except OSError as error:
        raise HaltcheckError(f"{name}: {why(error, 'read')}") from error
    except ValueError as error:
        raise HaltcheckError(f"{name}: is no report of haltcheck") from error


def objects(text: str) -> Iterator[Data]:
    """The files of a report as data: of one object, or of one line for each file."""
    whole = _json(text)
    lines = [line for line in text.split("\n") if line.strip()] or [""]
    for data in map(_json, lines) if whole is None else (whole,):
        if not isinstance(data, dict) or "haltcheck" not in data:
            raise MalformedError("is no report of haltcheck")
        if data.get("schema") != VERSION:
            raise MalformedError(f"is of another schema than {VERSION}")
        files = data.get("files", [data])
        for file in _many(files, "files"):
            if not isinstance(file.get("path"), str):
                raise MalformedError("one of its files has no path")
            yield file


def reread(file: Data) -> Reread:
    """One file of a report; raises MalformedError where the data does not say what it should."""
    path = file["path"]
    if "certificates" not in file:
        raise MalformedError(f"{path}: was reported without certificates, by an older haltcheck")
    try:
        claims = tuple(_claim(one) for one in _many(file["certificates"], "certificates"))
        return Reread(path, str(file.get("sha256")), claims, tuple(answers(file)))
    except MalformedError as error:
        raise MalformedError(f"{path}: {error}") from error


def answers(file: Data) -> Iterator[Told]:
    """What is said of the file, of its functions and of their loops, in the report's order."""
    yield _told("the file", file.get("verdict"))
    for function in _many(file.get("functions"), "functions"):
        name = function.get("name")
        yield _told(f"line {function.get('line')}: {name}", function.get("verdict"))
        for loop in _many(function.get("loops"), "loops"):
            place = f"line {loop.get('line')}, column {loop.get('column')}: "
            kind = str(loop.get("kind"))
            kind = f"the {kind}{'' if kind in ('recursion', 'iteration') else ' loop'}"
            yield _told(f"{place}{kind} in {name}", loop.get("verdict"))


def _told(place: str, verdict: Any) -> Told:
    said = verdict if isinstance(verdict, dict) else {}
    answer, basis, condition = (said.get(key) for key in ("answer", "basis", "condition"))
    assumptions = said.get("assumptions")
    if not isinstance(answer, str) or not isinstance(basis, str):
        raise MalformedError(f"{place} has no verdict")
    if not isinstance(assumptions, list) or not isinstance(condition, str | None):
        raise MalformedError(f"the verdict of {place} is not whole")
    return Told(
        place, answer, basis, condition, tuple(map(str, assumptions)), bool(said.get("exact"))
    )


def _claim(data: Data) -> Restated:
    divided = data.get("partition")
    try:
        claim = read(Claim, data.get("claim"))
        partition = None if divided is None else read(Partition, divided)
        return Restated(claim, partition, str(data.get("within") or ""))
    except MalformedError as error:
        raise MalformedError(f"the certificate of line {data.get('line')}: {error}") from error


def _many(data: Any, what: str) -> list[Data]:
    if not isinstance(data, list) or not all(isinstance(one, dict) for one in data):
        raise MalformedError(f"its {what} are no list of objects")
    return data


def _json(text: str) -> Any:
    """The data; None where the text is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
