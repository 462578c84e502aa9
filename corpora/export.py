"""Writes a loop or recursion for other termination provers: KoAT, Horn clauses, or C."""

import argparse
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpora.exporters.c import c
from corpora.exporters.chc import chc
from corpora.exporters.koat import koat
from corpora.refusal import RefusedError
from haltcheck.basis.budget import Budget
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import decode
from haltcheck.frontend.syntax import Unreadable
from haltcheck.model.abstract import Trust, build
from haltcheck.model.lower import lower
from haltcheck.model.program import Loop, Program
from haltcheck.model.subject import LoopSubject, RecursionSubject, Subject
from haltcheck.model.system import System, Unsuited
from haltcheck.output import complain, put, replace, why
from haltcheck.session import LARGEST
from haltcheck.verdict.survey import survey

FORMATS: dict[str, Callable[[System, str], str]] = {"c": c, "chc": chc, "koat": koat}


@dataclass(frozen=True, slots=True)
class Place:
    """A subject of a function and where it stands; ``around`` are the loops that it lies in."""

    subject: Subject
    line: int
    kind: str
    around: frozenset[int] = frozenset()


def read(file: Path) -> Program:
    """The lowered program of a file. Raises RefusedError."""
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise RefusedError(why(error, "read")) from error
    except ValueError as error:
        raise RefusedError("no file has this name") from error
    if len(data) > LARGEST:
        raise RefusedError(f"the file is larger than {LARGEST // 1_000_000} MB")
    source = decode(data, str(file))
    syntax = source if isinstance(source, Unreadable) else parse(source)
    if isinstance(syntax, Unreadable):
        raise RefusedError(f"line {syntax.span.line}: {syntax.why}")
    return lower(syntax)


def places(program: Program, function: str) -> list[Place]:
    """The loops and the recursion of a function, outer ones first. Raises RefusedError."""
    known = program.functions.get(function)
    if known is None and function not in ("<module>", *program.contents.functions):
        raise RefusedError(f"there is no function {function}")
    found: list[Place] = []
    for component in survey(program).components:
        for subject in component.subjects:
            match subject:
                case LoopSubject(qualname=qualname, loop=number) if known and qualname == function:
                    loop = known.loops[number]
                    found.append(
                        Place(
                            subject, loop.span.line, f"{loop.kind} loop", _around(known.loops, loop)
                        )
                    )
                case RecursionSubject(qualnames=names) if known and function in names:
                    found.append(Place(subject, known.span.line, "recursion"))
    return sorted(found, key=lambda one: (one.line, len(one.around)))


def _around(loops: tuple[Loop, ...], loop: Loop) -> frozenset[int]:
    found: set[int] = set()
    while loop.parent is not None:
        found.add(loop.parent)
        loop = loops[loop.parent]
    return frozenset(found)


def pick(found: list[Place], function: str, line: int | None) -> Place:
    """The outermost subject of a function, or that of a line. Raises RefusedError."""
    if not found:
        raise RefusedError(f"{function} has no loop and no recursion that could be read")
    told = ", ".join(f"{one.line} ({one.kind})" for one in found)
    there = [one for one in found if line is None or one.line == line]
    inner = {one.subject.loop for one in there if isinstance(one.subject, LoopSubject)}
    outer = [one for one in there if not one.around & inner]
    if not there:
        raise RefusedError(f"nothing of {function} begins on line {line}, but on {told}")
    if len(outer) > 1:
        told = ", ".join(f"{one.line} ({one.kind})" for one in outer)
        apart = len({one.line for one in outer}) > 1
        hint = "name one of the lines" if apart else "they cannot be told apart"
        raise RefusedError(f"{function} has several, on lines {told}: {hint}")
    return outer[0]


def system_of(program: Program, subject: Subject) -> System:
    """The whole transition system of a subject. Raises RefusedError."""
    system = build(program, subject, Trust.NOTHING, Budget())
    if isinstance(system, Unsuited):
        raise RefusedError(f"it has no transition system: {system.reason}")
    if not system.complete:
        raise RefusedError("its transition system is incomplete: there are too many paths")
    return system


def export(target: str, form: str) -> str:
    """The subject that ``FILE::FUNCTION[:LINE]`` names, in one of the formats.

    Raises RefusedError.
    """
    file, parted, rest = target.rpartition("::")
    named = re.fullmatch(r"(.+?)(?::(\d{1,9}))?", rest)
    if not parted or not file or not named:
        raise RefusedError(f"{target}: this is not FILE::FUNCTION or FILE::FUNCTION:LINE")
    function, line = named[1], int(named[2]) if named[2] else None
    try:
        program = read(Path(file))
        place = pick(places(program, function), function, line)
        system = system_of(program, place.subject)
        return FORMATS[form](system, f"{file}::{function}, the {place.kind} of line {place.line}")
    except RefusedError as error:
        raise RefusedError(f"{target}: {error}") from error
    except RecursionError as error:
        raise RefusedError(f"{target}: it is nested too deeply") from error


def main(arguments: list[str] | None = None) -> int:
    """Writes a loop or recursion in another prover's format; exit 2 where it cannot be said."""
    parser = argparse.ArgumentParser(prog="python -m corpora.export", description=main.__doc__)
    parser.add_argument("subject", metavar="FILE::FUNCTION[:LINE]", help="the loop or recursion")
    parser.add_argument("--format", choices=sorted(FORMATS), required=True, dest="form")
    parser.add_argument("-o", "--output", default="-", help="the file to write; - is stdout")
    wanted = parser.parse_args(arguments)
    try:
        text = export(wanted.subject, wanted.form)
        if wanted.output == "-":
            put(text)
        else:
            replace(wanted.output, text)
    except RefusedError as error:
        complain(" ".join(str(error).split()))
        return 2
    except OSError as error:
        complain(f"{wanted.output}: {why(error, 'written')}")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
