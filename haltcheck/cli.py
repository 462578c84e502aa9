"""The command line: words become options, and what went wrong becomes one line and a code."""

from __future__ import annotations

import math
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, NoReturn, TypeVar

import click

from haltcheck import __version__
from haltcheck.basis.discover import names
from haltcheck.basis.error import HaltcheckError
from haltcheck.basis.garbage import look_rarely
from haltcheck.configuration import Configuration, Kind, common_folder, load
from haltcheck.exit import ExitCode
from haltcheck.options import Options

FORMATS = "haltcheck.writers.formats"
RULES = "haltcheck.verdict.rules"
BACKENDS = "haltcheck.simulation.backends"

Command = TypeVar("Command", bound=Callable[..., Any])


def leave() -> NoReturn:
    """Runs this process' command line and ends it at once.

    Taking apart what is left would cost a fifth of a run, and looking for garbage among what was
    just imported a tenth of a small one.
    """
    look_rarely()
    code = main()
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line and returns its exit code; a mistake is told in one line."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        return int(street.main(given, prog_name="haltcheck", standalone_mode=False) or 0)
    except click.ClickException as error:
        return _mistake(error.format_message())
    except (HaltcheckError, OSError) as error:
        return _mistake(str(error))
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except Exception as error:
        return _fault(error, "--debug" in given)


def _mistake(sentence: str) -> int:
    from haltcheck.output import say

    say(sentence)
    return ExitCode.MISTAKE


def _fault(error: Exception, debug: bool) -> int:
    """The last resort for what no room and no door foresaw."""
    from haltcheck.output import say

    say(f"a fault of haltcheck's own: {type(error).__name__}: {error}; please report this")
    if debug:
        traceback.print_exception(error)
    return ExitCode.FAULT


def _codes(_context: click.Context, _option: click.Parameter, given: Sequence[str]) -> Any:
    known = [name.upper() for name in names(RULES)]
    codes = [code.strip().upper() for word in given for code in word.split(",")]
    for code in codes:
        if not code or not any(name.startswith(code) for name in known):
            raise click.BadParameter(f"no rule has the code {code!r}; there are {_listed(known)}")
    return tuple(codes)


def _outputs(_context: click.Context, _option: click.Parameter, given: Sequence[str]) -> Any:
    pairs = []
    for word in given:
        name, colon, file = word.partition(":")
        if not colon or not file:
            raise click.BadParameter(f"{word!r} is not of the form FORMAT:FILE")
        if name not in names(FORMATS):
            raise click.BadParameter(f"no format {name!r}; there are {_listed(names(FORMATS))}")
        pairs.append((name, file))
    return tuple(pairs)


def _finite(_context: click.Context, _option: click.Parameter, number: float) -> float:
    if not math.isfinite(number):
        raise click.BadParameter("must be a finite number")
    return number


def _world_model(_context: click.Context, _option: click.Parameter, name: str) -> str:
    known = ["none", *(name for name in names(BACKENDS) if name != "scripted")]
    if name not in (_DEFAULT.world_model, *known):
        raise click.BadParameter(
            f"no world model {name!r} is installed; there are {_listed(known)}"
        )
    return name


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)


_DEFAULT = Options()
_SHARED = (
    click.option(
        "--format", "format_", type=click.Choice(names(FORMATS)), metavar="FORMAT",
        help=f"{_listed(names(FORMATS))}; full on a terminal, concise elsewhere.",
    ),
    click.option(
        "--output", "outputs", multiple=True, callback=_outputs, metavar="FORMAT:FILE",
        help="Write a report to a file as well; may be repeated.",
    ),
    click.option(
        "--select", multiple=True, callback=_codes, metavar="CODES",
        help="Report only these rules (comma-separated codes or their beginnings).",
    ),
    click.option(
        "--ignore", multiple=True, callback=_codes, metavar="CODES", help="Leave these rules out."
    ),
    click.option("--strict", is_flag=True, help="Warnings fail the run as well."),
    click.option(
        "--min-confidence", type=click.FloatRange(0, 1), default=_DEFAULT.min_confidence,
        callback=_finite, metavar="P", show_default=True, help="Least confidence of a forecast.",
    ),
    click.option(
        "--base-rate", type=click.FloatRange(0, 1, min_open=True, max_open=True),
        default=_DEFAULT.base_rate, callback=_finite, metavar="P", show_default=True,
        help="Prior that a subject is endless by mistake.",
    ),
    click.option("--show-intended", is_flag=True, help="Report service loops too (HC501)."),
    click.option(
        "--timeout", type=click.FloatRange(0, 1e6, min_open=True), default=_DEFAULT.timeout,
        callback=_finite, metavar="SECONDS", show_default=True, help="For each file or program.",
    ),
    click.option(
        "--jobs", type=click.IntRange(1, 1024), metavar="N",
        help="Processes; by default as many as pay for themselves.",
    ),
    click.option(
        "--world-model", default=_DEFAULT.world_model, callback=_world_model, metavar="NAME",
        show_default=True, help="What imagines unknown calls; none for proofs only.",
    ),
    click.option("--exclude", multiple=True, metavar="PATTERN", help="As in .gitignore."),
    click.option("--force-exclude", is_flag=True, help="Exclude named files as well."),
    click.option("--stdin-filename", metavar="FILE", help="What to call standard input."),
    click.option("--check-proofs", is_flag=True, help="Follow each proof on the exact machine."),
    click.option("--debug", is_flag=True, help="Show tracebacks of haltcheck's own faults."),
)  # fmt: skip


def shared(command: Command) -> Command:
    """The options that every checking command takes."""
    for option in reversed(_SHARED):
        command = option(command)
    return command


class Street(click.Group):
    """A group whose first word, where it names no subcommand, is a path to check."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts the subcommand first, wherever the options stand."""
        at = self._first_word(args)
        if at is not None and args[at] in self.list_commands(ctx):
            return super().parse_args(ctx, [args[at], *args[:at], *args[at + 1 :]])
        before = args if at is None else args[:at]
        for own in ("-h", "--help", "--version"):
            if own in before:
                return super().parse_args(ctx, [own])
        return super().parse_args(ctx, [_CHECK, *args])

    def _first_word(self, args: list[str]) -> int | None:
        valued = {
            name
            for command in self.commands.values()
            for option in command.params
            if isinstance(option, click.Option) and not option.is_flag
            for name in option.opts
        }
        skip = False
        for at, word in enumerate(args):
            if skip:
                skip = False
            elif word == "--":
                return None
            elif word == "-" or not word.startswith("-"):
                return at
            else:
                skip = word in valued
        return None

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands that have a name of their own."""
        return [name for name in super().list_commands(ctx) if name != _CHECK]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Shows both ways to begin."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] PATH...")
        formatter.write_usage(ctx.command_path, "COMMAND ...", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the options of checking, which need no subcommand, then the subcommands."""
        self.commands[_CHECK].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


# No path contains a NUL, so this name cannot be typed.
_CHECK = "\0check"


@click.group(cls=Street, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def street() -> None:
    """Tells whether Python programs halt, with the evidence.

    A PATH is a file or a folder; - reads standard input.
    """


@street.command(_CHECK)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@shared
@click.pass_context
def check(context: click.Context, /, paths: tuple[str, ...], **values: Any) -> int:
    """Checks files and folders."""
    from haltcheck.present import Wish, run

    configured = _configure(context, _start(paths, values["stdin_filename"]), values)
    format_ = values["format_"] or ("full" if _on_terminal() else "concise")
    wish = Wish(
        paths=paths,
        options=_options(values),
        format=format_,
        outputs=values["outputs"],
        exclusions=_exclusions(configured, values),
        force_exclude=values["force_exclude"],
        stdin_filename=values["stdin_filename"] or "<stdin>",
        processes=values["jobs"],
    )
    return run(wish)


@street.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "out", required=True, metavar="OUT", help="Rows, one per program (.jsonl).")
@click.option(
    "--per", type=click.Choice(["program", "function", "loop"]), default="program",
    show_default=True, help="What a row is about.",
)  # fmt: skip
@click.option("--overwrite", is_flag=True, help="Replace an OUT of other inputs or options.")
@click.option(
    "--engine", "engine_name", type=click.Choice(names("haltcheck.batch.engines")),
    default="local", show_default=True, metavar="NAME", help="What spreads the work.",
)  # fmt: skip
@shared
@click.pass_context
def score(context: click.Context, /, inputs: tuple[str, ...], **values: Any) -> int:
    """Scores a corpus: folders, globs and .jsonl files, one row per program."""
    from haltcheck.batch.score import Order, score

    configured = _configure(context, common_folder(inputs), values)
    if values["outputs"]:
        raise click.UsageError("score writes rows to -o OUT; --output is for reports")
    order = Order(
        inputs=inputs,
        out=values["out"],
        options=_options(values),
        per=values["per"],
        engine=values["engine_name"],
        processes=values["jobs"],
        overwrite=values["overwrite"],
        exclusions=_exclusions(configured, values),
    )
    return score(order)


@street.command()
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Explains a rule, with a program that diverges and one that halts."""
    from haltcheck.output import put
    from haltcheck.writers.explain import explanation

    put(explanation(code))
    return ExitCode.CLEAN


@street.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
def verify(reports: tuple[str, ...]) -> int:
    """Checks the certificates of reports without searching.

    REPORT is what --format json or jsonl wrote; - reads standard input. Each source is read by
    the path in the report. The kernel checks each loop's and recursion's own certificate again,
    and steps replays again; how answers of functions and files follow from them is computed anew.
    Forecasts and unknowns claim nothing. Exit code 1 if a certificate fails, 2 if a source is
    missing or has changed.
    """
    from haltcheck.verify import verify

    return verify(reports)


def _options(values: dict[str, Any]) -> Options:
    return Options(
        select=values["select"],
        ignore=values["ignore"],
        strict=values["strict"],
        min_confidence=values["min_confidence"],
        base_rate=values["base_rate"],
        show_intended=values["show_intended"],
        timeout=values["timeout"],
        jobs=values["jobs"] or 1,
        world_model=values["world_model"],
        check_proofs=values["check_proofs"],
        debug=values["debug"],
    )


def _on_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _start(paths: Sequence[str], stdin_filename: str | None) -> str:
    """The folder where the search for a configuration begins."""
    named = [path for path in paths if path != "-"]
    if stdin_filename and len(named) < len(paths):
        named.append(stdin_filename)
    return common_folder(named)


def _exclusions(configured: Configuration, values: dict[str, Any]) -> Any:
    from haltcheck.walk import exclusion

    layers = []
    if configured.excludes:
        layers.append(exclusion(configured.folder, configured.excludes))
    if values["exclude"]:
        layers.append(exclusion(".", values["exclude"]))
    return tuple(layers)


def _configure(context: click.Context, start: str, values: dict[str, Any]) -> Configuration:
    """Fills in from the nearest pyproject.toml what the command line leaves open."""
    configured = load(start, _kinds())
    for option in context.command.params:
        key = option.opts[-1].removeprefix("--")
        if key not in configured.values or option.name is None or key == "exclude":
            continue
        if context.get_parameter_source(option.name) is not click.core.ParameterSource.DEFAULT:
            continue
        value = configured.values[key]
        listed = [value] if option.multiple and isinstance(value, str) else value
        try:
            values[option.name] = option.process_value(context, listed)
        except click.ClickException as error:
            message = " ".join(error.format_message().split())
            raise HaltcheckError(
                f"{configured.folder}/pyproject.toml: {key!r}: {message}"
            ) from error
    return configured


def _kinds() -> dict[str, Kind]:
    """The keys of the configuration: the long options of all commands, with their types."""
    return {
        name.removeprefix("--"): _kind(option)
        for command in street.commands.values()
        for option in command.params
        if isinstance(option, click.Option)
        for name in option.opts
        if name.startswith("--") and name != "--help"
    }


def _kind(option: click.Option) -> Kind:
    if option.is_flag:
        return Kind.FLAG
    if option.multiple:
        return Kind.TEXTS
    if isinstance(option.type, click.types.IntParamType):
        return Kind.INTEGER
    if isinstance(option.type, click.types.FloatParamType):
        return Kind.NUMBER
    return Kind.TEXT
