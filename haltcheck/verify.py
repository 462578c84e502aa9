"""Checks reports without searching: each certificate by the kernel, each answer by composition."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from haltcheck.basis.answer import Answer, Basis
from haltcheck.basis.error import HaltcheckError
from haltcheck.basis.record import record
from haltcheck.exit import ExitCode, loudest
from haltcheck.frontend.source import decode
from haltcheck.model.subject import IterationSubject, LoopSubject, Subject
from haltcheck.options import Options
from haltcheck.output import put, say, why
from haltcheck.pipeline import check_source
from haltcheck.recheck import Fails, Recheck
from haltcheck.reread import Reread, Told, answers, objects, reread, texts
from haltcheck.writers.report import FileReport
from haltcheck.writers.schema import file_data
from haltcheck.writers.wording import encodable, plural, printable

_OPTIONS = Options(timeout=1e6, world_model="none")
_STRENGTH = {basis.value: rank for rank, basis in enumerate(Basis)}
_SHOWN = (Basis.PROOF.value, Basis.REPLAY.value, Basis.ASSUMED.value)


@record
class Outcome:
    """What became of one file; ``astray`` are answers that the certificates do not bear out."""

    held: int = 0
    failed: tuple[str, ...] = ()
    astray: tuple[str, ...] = ()
    mistake: str = ""
    fault: str = ""


def verify(reports: Sequence[str]) -> ExitCode:
    """Checks each named report, names what fails and says in one line what came of it all."""
    outcomes = [outcome for name in reports for outcome in _report(name)]
    failing = [line for one in outcomes for line in (*one.failed, *one.astray)]
    told = "".join(f"{line}\n" for line in (*failing, _summary(outcomes)))
    put(printable_lines(told))
    for one in outcomes:
        for sentence in filter(None, (one.mistake, one.fault)):
            say(sentence)
    return loudest(
        ExitCode.FINDINGS if failing else ExitCode.CLEAN,
        ExitCode.MISTAKE if any(one.mistake for one in outcomes) else ExitCode.CLEAN,
        ExitCode.FAULT if any(one.fault for one in outcomes) else ExitCode.CLEAN,
    )


def printable_lines(text: str) -> str:
    """The lines without anything that a terminal could take for a command."""
    return "".join(f"{printable(encodable(line))}\n" for line in text.split("\n")[:-1])


def _report(name: str) -> Iterator[Outcome]:
    try:
        for file in objects(texts(name)):
            if file.get("verdict") is not None:
                yield _file(name, file)
    except HaltcheckError as error:
        sentence = str(error)
        yield Outcome(mistake=sentence if sentence.startswith(name) else f"{name}: {sentence}")


def _file(name: str, file: Any) -> Outcome:
    """Checks one file of a report; a mistake costs this file only."""
    try:
        wanted = reread(file)
        if not wanted.claims and not any(one.basis in _SHOWN for one in wanted.told):
            return Outcome()
        return _recheck(wanted, _source(wanted))
    except HaltcheckError as error:
        return Outcome(mistake=f"{name}: {error}")


def _source(wanted: Reread) -> bytes:
    """The bytes of the source that the report speaks of."""
    try:
        with open(wanted.path, "rb") as stream:
            data = stream.read()
    except OSError as error:
        raise HaltcheckError(f"the source {wanted.path}: {why(error, 'read')}") from error
    except ValueError as error:
        raise HaltcheckError(f"the source {wanted.path!r}: no file has such a name") from error
    if hashlib.sha256(data).hexdigest() != wanted.sha256:
        raise HaltcheckError(f"the source {wanted.path} has another sha256: it was changed")
    return data


def _recheck(wanted: Reread, data: bytes) -> Outcome:
    """Lowers the source anew, hands the claims to the kernel and composes what it accepts."""
    opened: list[Recheck] = []

    def inquire(*given: Any) -> Recheck:
        opened.append(Recheck(wanted.claims, *given))
        return opened[-1]

    found = check_source(decode(data, wanted.path), _OPTIONS, inquire)
    if found.fault is not None:
        return Outcome(fault=f"{wanted.path}: {found.fault.message}; please report this")
    if not opened:
        raise HaltcheckError(f"the source {wanted.path}: {found.error or 'cannot be read'}")
    checked = [one for recheck in opened for one in recheck.checked]
    seen = {recheck.program.entry for recheck in opened}
    for one in wanted.claims:
        if one.within not in seen:
            checked.append(Fails(one.claim, f"nothing hinges on the calls of {one.within}"))
    failed = [_failure(wanted.path, one) for one in checked if isinstance(one, Fails)]
    astray = [f"{wanted.path}: {line}" for line in _astray(wanted.told, found)]
    return Outcome(len(checked) - len(failed), tuple(failed), tuple(astray))


def _failure(path: str, failing: Fails) -> str:
    claim = failing.claim
    kind = type(claim.certificate).__name__
    return f"{path}: {_name(claim.subject)}: the certificate {kind} fails: {failing.why}"


def _name(subject: Subject) -> str:
    if isinstance(subject, LoopSubject):
        return f"loop {subject.loop} of {subject.qualname}"
    if isinstance(subject, IterationSubject):
        return f"an iteration of {subject.qualname}"
    return f"the recursion of {', '.join(subject.qualnames)}"


def _astray(told: Sequence[Told], found: FileReport) -> Iterator[str]:
    """The answers of the report that do not follow from the certificates that hold."""
    for one, other in zip_longest(told, answers(file_data(found))):
        if one is None or other is None or one.place != other.place:
            named = other.place if one is None else one.place
            yield f"{named}: the report and the source speak of different places"
            return
        if one.answer != Answer.UNKNOWN.value and one.basis in _SHOWN:
            why_not = _missing(one, other)
            if why_not:
                yield f"{one.place}: the certificates do not show {one.answer}: {why_not}"


def _missing(told: Told, shown: Told) -> str:
    """What the certificates lack for what the report tells; nothing where they bear it out."""
    if told.answer != shown.answer:
        return f"they show {shown.answer}"
    if _STRENGTH[shown.basis] > _STRENGTH[told.basis]:
        return f"they show it by {shown.basis}, not by {told.basis}"
    if told.condition != shown.condition:
        return f"the condition is {shown.condition or 'empty'}, not {told.condition or 'empty'}"
    if told.exact and not shown.exact:
        return "they leave open whether the other inputs halt"
    return "" if set(shown.assumptions) <= set(told.assumptions) else "they suppose more"


def _summary(outcomes: Sequence[Outcome]) -> str:
    held = sum(one.held for one in outcomes)
    failed = sum(len(one.failed) for one in outcomes)
    astray = sum(len(one.astray) for one in outcomes)
    if not held + failed + astray:
        return "no certificates to check"
    told = f"{plural(held, 'certificate')} {'holds' if held == 1 else 'hold'}"
    told += f", {failed} {'fails' if failed == 1 else 'fail'}"
    return f"{told}; {plural(astray, 'answer')} without support" if astray else told
