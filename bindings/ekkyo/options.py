"""What the commands share: their options, and what somebody means by them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from . import _engine
from .alternatives import LEVELS, Alternatives
from .controls import askable
from .errors import ScenarioError
from .scenario import Scenario
from .titling import titled
from .words import LANGUAGES

#: a PDF that no file is named for
BESIDE = Path()

File = Annotated[Path, typer.Argument(help="A scenario file (TOML).", show_default=False)]
Directory = Annotated[Path, typer.Argument(help="Where a run was written with --out.", show_default=False)]
Replicates = Annotated[int, typer.Option(min=1, help="How often, each time with other luck and other unknowns.")]
Threads = Annotated[int, typer.Option(min=0, help="Threads; 0: all there are. Results do not depend on it.")]
Seed = Annotated[int | None, typer.Option(min=0, help="Other luck than the scenario's.")]
Weeks = Annotated[int | None, typer.Option(min=1, help="Another length than the scenario's.")]
Set = Annotated[list[str] | None, typer.Option("--set", metavar="PATH=VALUE", help="Set any parameter; repeatable.")]
AtBase = Annotated[bool, typer.Option("--at-base", help="Every unknown at its base value: luck only.")]
PerDraw = Annotated[
    int, typer.Option(help="How many replicates share what was drawn for the unknowns: 1, 2, 4, 8, 16.")
]
Out = Annotated[
    Path | None,
    typer.Option(help="Keep everything here; the same command goes on after a break, or adds replicates."),
]
Replace = Annotated[bool, typer.Option("--replace", help="Take away what --out holds, and begin anew.")]
All = Annotated[
    bool, typer.Option("--all", "--full", help="Print the long tables too: every line, each baseline, the matrix.")
]
Pdf = Annotated[
    Path | None,
    typer.Option(
        help="Write it as a tagged PDF (PDF/UA) too: here, or beside the HTML where no file is named; ekkyo[pdf]."
    ),
]
Lang = Annotated[str, typer.Option(help=f"The language: {', '.join(LANGUAGES)}.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of the statement.")]


def beside_the_page(words: list[str]) -> list[str]:
    """The words of a command, where ``--pdf`` without a file stands for one beside the page.

    Examples
    --------
    >>> beside_the_page(["report", "--pdf", "--lang", "ja"]), beside_the_page(["report", "--pdf", "ours.pdf"])
    (['report', '--pdf=', '--lang', 'ja'], ['report', '--pdf', 'ours.pdf'])
    """
    following = [*words[1:], "--"]
    return [
        f"{word}=" if word == "--pdf" and after.startswith("--") else word
        for word, after in zip(words, following, strict=True)
    ]


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


def number_of(text: str) -> float:
    """A number from the command line."""
    try:
        return float(text)
    except ValueError:
        stop(f"{text} is not a number", 2)


def names_of(text: str) -> list[str]:
    """Names with commas between, each once."""
    return list(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))


def alternatives_of(levels: str | None, own: list[str] | None) -> Alternatives:
    """What is compared: support levels, changes of one's own, or both."""
    names = list(LEVELS) if levels is None and not own else names_of(levels or "")
    if not names and not own:
        stop(f"--levels names no support level; for example --levels {','.join(LEVELS)}", 2)
    if not own:
        return names
    told: dict[str, Any] = {name: {} if name == "level" else name for name in names}
    for text in own:
        name, colon, changes = text.partition(":")
        if not colon:
            stop(
                f'--alternative {text}: write it as NAME:PATH=VALUE, for example "half a host:support.host_fte=0.5"', 2
            )
        if name.strip() in told:
            stop(f"--alternative {name.strip()}: each name can be used once", 2)
        told[name.strip()] = changes_of([part for part in changes.split(";") if part.strip()])
    return told


def scenario_from(
    file: Path, values: list[str] | None, seed: int | None, weeks: int | None, language: str = "en"
) -> Scenario:
    """The scenario in a file, with what the command line sets, and called by that."""
    asked = changes_of(values)
    changes = {path: value for path, value in asked.items() if path not in askable()}
    if seed is not None:
        changes["run.seed"] = seed
    if weeks is not None:
        changes["run.weeks"] = weeks
    scenario = Scenario.load(file)
    if moved := {path: value for path, value in asked.items() if path in askable()}:
        scenario = titled(scenario, moved, language)
    if weeks is not None and scenario["run.today"] > weeks:
        changes.setdefault("run.today", weeks)
    return scenario.replace(changes) if changes else scenario
