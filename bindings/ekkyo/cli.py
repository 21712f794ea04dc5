"""The command `ekkyo`: stdout is data, stderr is progress; 0 done, 1 failed, 2 bad input, 130 interrupted."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from . import _engine
from .errors import ScenarioError, StoreError
from .run import Run, simulate
from .scenario import Scenario
from .store import load
from .study import LEVELS, Study, compare

app = typer.Typer(
    help="What an in-company community is worth, when, and how sure that is.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

File = Annotated[Path, typer.Argument(help="A scenario file (TOML).", show_default=False)]
Directory = Annotated[Path, typer.Argument(help="Where a run was written with --out.", show_default=False)]
Replicates = Annotated[int, typer.Option(min=1, help="How often, each time with other luck and other unknowns.")]
Threads = Annotated[int, typer.Option(min=0, help="Threads; 0: all there are. Results do not depend on it.")]
Seed = Annotated[int | None, typer.Option(min=0, help="Other luck than the scenario's.")]
Weeks = Annotated[int | None, typer.Option(min=1, help="Another length than the scenario's.")]
Set = Annotated[list[str] | None, typer.Option("--set", metavar="PATH=VALUE", help="Set any parameter; repeatable.")]
AtBase = Annotated[bool, typer.Option("--at-base", help="Every unknown at its base value: luck only.")]
Out = Annotated[Path | None, typer.Option(help="Write results.nc, manifest.json and report.html here.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of the statement.")]


def stop(message: str, code: int) -> NoReturn:
    """Says why, and ends."""
    typer.echo(message, err=True)
    raise typer.Exit(code)


def value_of(text: str) -> Any:
    """What `--set path=value` means: a number, true or false, a spread as in a scenario file, or a text.

    Examples
    --------
    >>> value_of("0.5"), value_of("true"), value_of("strong")
    (0.5, True, 'strong')
    >>> value_of("{ low = 1, base = 2, high = 4 }")["high"]
    4.0
    """
    try:
        (setting,) = _engine.parse_settings(f"[set]\nvalue = {text}", "--set")
        return setting.value
    except (ScenarioError, ValueError):
        return text


def changes_of(values: list[str] | None) -> dict[str, Any]:
    """What the command line sets, by path."""
    changes: dict[str, Any] = {}
    for text in values or []:
        path, equals, value = text.partition("=")
        if not equals:
            stop(f"--set {text}: write it as PATH=VALUE, for example --set support.level=strong", 2)
        changes[path.strip()] = value_of(value.strip())
    return changes


def levels_of(text: str) -> list[str]:
    """The support levels to compare, each once."""
    names = list(dict.fromkeys(level.strip() for level in text.split(",") if level.strip()))
    if not names:
        stop(f"--levels names no support level; for example --levels {','.join(LEVELS)}", 2)
    for name in ("twin", "stopped"):
        if name in names:
            stop(f"--levels: {name} is no support level, but a world that levels are compared with", 2)
    return names


def scenario_from(file: Path, values: list[str] | None, seed: int | None, weeks: int | None) -> Scenario:
    """The scenario in a file, with what the command line sets."""
    changes = changes_of(values)
    if seed is not None:
        changes["run.seed"] = seed
    if weeks is not None:
        changes["run.weeks"] = weeks
    scenario = Scenario.load(file)
    if weeks is not None and scenario["run.today"] > weeks:
        changes.setdefault("run.today", weeks)
    return scenario.replace(changes) if changes else scenario


def watched() -> bool:
    """Whether somebody sees a progress bar."""
    return sys.stderr.isatty()


def make_room(out: Path | None) -> None:
    """Makes the directory for results, before anything is computed that could not be kept."""
    if out:
        out.mkdir(parents=True, exist_ok=True)


def deliver(result: Run | Study, out: Path | None, as_json: bool) -> None:
    """Prints the answer, and writes it where asked."""
    told = json.dumps(result.to_dict(), ensure_ascii=False, allow_nan=False) if as_json else text_of(result)
    print(told, flush=True)
    if out:
        from .report import write_html

        result.save(out)
        write_html(result, out / "report.html")
        typer.echo(f"written: {out}/results.nc, {out}/manifest.json, {out}/report.html", err=True)
    if result.interrupted:
        raise typer.Exit(130)


def text_of(result: Run | Study) -> str:
    """The answer for a terminal."""
    return str(result.statement()) if isinstance(result, Run) else str(result)


@app.command()
def check(file: File) -> None:
    """Check a scenario: nothing to say means that it can be run."""
    typer.echo(f"{Scenario.load(file)!r}", err=True)


@app.command("run")
def run_(
    file: File,
    replicates: Replicates = 200,
    threads: Threads = 0,
    seed: Seed = None,
    weeks: Weeks = None,
    set_: Set = None,
    at_base: AtBase = False,
    out: Out = None,
    json_: Json = False,
) -> None:
    """One scenario in its worlds: the level, nobody paying (none), no community (twin), support ending (stopped)."""
    scenario = scenario_from(file, set_, seed, weeks)
    make_room(out)
    deliver(simulate(scenario, replicates, threads or None, watched(), at_base), out, json_)


@app.command("compare")
def compare_(
    file: File,
    levels: Annotated[str, typer.Option(help="Support levels or level files, with commas between.")] = ",".join(LEVELS),
    replicates: Replicates = 200,
    threads: Threads = 0,
    seed: Seed = None,
    weeks: Weeks = None,
    set_: Set = None,
    at_base: AtBase = False,
    out: Out = None,
    json_: Json = False,
) -> None:
    """Support levels beside each other, with the same people and luck, and the difference each makes."""
    scenario = scenario_from(file, set_, seed, weeks)
    names = levels_of(levels)
    make_room(out)
    deliver(compare(scenario, names, replicates, threads or None, watched(), at_base), out, json_)


@app.command()
def reprice(directory: Directory, set_: Set = None, json_: Json = False) -> None:
    """New prices on a finished run, without running it again."""
    deliver(load(directory).reprice(changes_of(set_)), None, json_)


@app.command()
def report(
    directory: Directory,
    html: Annotated[
        Path | None, typer.Option(help="Where to write it; report.html in the directory unless told.")
    ] = None,
) -> None:
    """The report on a finished run, as one HTML file."""
    from .report import write_html

    target = html or directory / "report.html"
    write_html(load(directory), target)
    typer.echo(f"written: {target}", err=True)


@app.command()
def reference() -> None:
    """The reference page, from the engine's own tables."""
    from .reference import markdown

    print(markdown(), end="")


@app.command()
def schema() -> None:
    """A JSON Schema of scenario files, for editors."""
    from .schema import json_schema

    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@app.command()
def levels(name: Annotated[str | None, typer.Argument(help="Print this one, to copy and change.")] = None) -> None:
    """The support levels that come with ekkyo."""
    if name is None:
        print("\n".join(_engine.levels))
    elif name in _engine.levels:
        print(_engine.levels[name], end="")
    else:
        stop(f'there is no support level "{name}"; there are {", ".join(_engine.levels)}', 2)


@app.command()
def doctor() -> None:
    """Versions of everything that matters."""
    from .doctor import report_versions

    print(report_versions())


def main() -> None:
    """The console script."""
    code: Any = 0
    try:
        code = app(standalone_mode=False)
    except (ScenarioError, StoreError) as error:
        code = 2
        print(error, file=sys.stderr)
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    except OSError as error:
        code = 1
        print(f"{error.filename or ''}: {error.strerror or error}", file=sys.stderr)
    except Exception as error:
        # a wrong option or argument says so itself
        if not hasattr(error, "exit_code"):
            raise
        code = error.exit_code
        error.show()  # type: ignore[attr-defined]
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
