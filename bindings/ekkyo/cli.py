"""The command `ekkyo`: stdout is data, stderr is progress; 0 done, 1 failed, 2 bad input, 130 interrupted."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated, Any

import typer

from . import _engine
from .alternatives import BASELINES, LEVELS
from .amounts import clean
from .app import page
from .errors import RequestError, ScenarioError, StoreError
from .exporting import TABLES, export
from .frames import statements_of
from .lines import MOST, fit
from .options import (
    BESIDE,
    All,
    AtBase,
    Directory,
    File,
    Json,
    Lang,
    Out,
    Pdf,
    PerDraw,
    Replace,
    Replicates,
    Seed,
    Set,
    Threads,
    Weeks,
    alternatives_of,
    beside_the_page,
    changes_of,
    names_of,
    number_of,
    scenario_from,
    stop,
)
from .run import Run, simulate
from .scenario import Scenario
from .store import load
from .study import Study, compare
from .uncut import is_cut
from .words import file_of, words

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def version(is_asked: bool) -> None:
    """Says which version this is, and nothing else."""
    if is_asked:
        from . import __version__

        typer.echo(f"ekkyo {__version__}")
        raise typer.Exit


@app.callback()
def ekkyo(
    _: Annotated[bool, typer.Option("--version", callback=version, is_eager=True, help="Say which version.")] = False,
) -> None:
    """What an in-company community is worth, when, and how sure that is."""


def watched() -> bool:
    """Whether somebody sees a progress bar."""
    return sys.stderr.isatty()


def deliver(result: Run | Study, out: Path | None, as_json: bool, language: str = "en", all_: bool = True) -> None:
    """Prints the answer, on one screen unless all of it is wanted, and writes it where asked."""
    if as_json:
        told = json.dumps(result.to_dict(), ensure_ascii=False, allow_nan=False)
    else:
        beside = beside_uncut(result, language)
        told = beside.text(language) if all_ else beside.brief(language)
    print(told, flush=True)
    if out:
        from .report import write_html

        page = out / file_of("report", language)
        write_html(result, page, language)
        say_written(f"{out}/results.nc, {out}/manifest.json, {page}", language)
    if result.interrupted:
        raise typer.Exit(130)


def beside_uncut(result: Run | Study, language: str) -> Run | Study:
    """A result of a plan that is cut beside the same plan uncut, which is lived now; one broken off as it is."""
    if result.interrupted:
        return result
    if is_cut(result):
        typer.echo(words(language)["command"]["uncut"], err=True)
    return result.uncut


def say_written(files: str | Path, language: str = "en") -> None:
    """Says what was written."""
    typer.echo(words(language)["command"]["written"].format(files=files), err=True)


@app.command()
def check(file: File, lang: Lang = "en") -> None:
    """Check a scenario: nothing to say but what it is means that it can be run."""
    words(lang)
    typer.echo(Scenario.load(file).sentence(lang), err=True)


@app.command("run")
def run_(
    file: File,
    replicates: Replicates = 200,
    threads: Threads = 0,
    seed: Seed = None,
    weeks: Weeks = None,
    set_: Set = None,
    at_base: AtBase = False,
    per_draw: PerDraw = 2,
    out: Out = None,
    replace: Replace = False,
    lang: Lang = "en",
    all_: All = False,
    json_: Json = False,
) -> None:
    """One scenario in its worlds: the level, nobody paying (none), no community (twin), support ending (stopped)."""
    words(lang)  # a language that there is not is said before anything is lived
    scenario = scenario_from(file, set_, seed, weeks, lang)
    run = simulate(
        scenario, replicates, threads or None, watched(), at_base, per_draw=per_draw, out=out, replace=replace
    )
    deliver(run, out, json_, lang, all_)


@app.command("compare")
def compare_(
    file: File,
    levels: Annotated[
        str | None,
        typer.Option(help="Support levels or level files, with commas between.", show_default=",".join(LEVELS)),
    ] = None,
    alternative: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME:PATH=VALUE", help="Changes of your own, with ; between several; repeatable."),
    ] = None,
    baselines: Annotated[
        str, typer.Option(help="What all is held against: none, twin, stopped, with commas between.")
    ] = ",".join(BASELINES),
    from_today: Annotated[
        bool, typer.Option("--from-today", help="The scenario's plan until run.today; what is compared begins there.")
    ] = False,
    precision: Annotated[
        str | None, typer.Option(help='Go on until it is that sure, for example "P(best) >= 0.95".')
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="The most replicates that are lived for --precision.")] = 5000,
    sponsored: Annotated[
        bool, typer.Option("--sponsored", help="Each level also with a sponsor who may stop it.")
    ] = False,
    replicates: Replicates = 200,
    threads: Threads = 0,
    seed: Seed = None,
    weeks: Weeks = None,
    set_: Set = None,
    at_base: AtBase = False,
    per_draw: PerDraw = 2,
    out: Out = None,
    replace: Replace = False,
    lang: Lang = "en",
    all_: All = False,
    json_: Json = False,
) -> None:
    """Support levels beside each other, with the same people and luck, and the difference each makes."""
    words(lang)  # a language that there is not is said before anything is lived
    scenario = scenario_from(file, set_, seed, weeks, lang)
    study = compare(
        scenario,
        alternatives_of(levels, alternative),
        replicates,
        threads or None,
        watched(),
        at_base,
        names_of(baselines),
        from_today,
        per_draw,
        precision,
        limit,
        out,
        replace=replace,
        sponsored=sponsored,
    )
    deliver(study, out, json_, lang, all_)


@app.command("around")
def around_(
    file: File,
    week: Annotated[int | None, typer.Option(help="From when a change holds; the first, unless told.")] = None,
    columns: Annotated[str | None, typer.Option(help="Columns of the ledger, with commas between.")] = None,
    sponsored: Annotated[bool, typer.Option("--sponsored", help="With a sponsor who may stop it, in both.")] = False,
    replicates: Replicates = 100,
    threads: Threads = 0,
    seed: Seed = None,
    set_: Set = None,
    lang: Lang = "en",
    json_: Json = False,
) -> None:
    """The weeks around a change of a scenario, beside the same company without it."""
    from .around import SHOWN, around

    words(lang)
    shown = names_of(columns) if columns is not None else SHOWN
    scenario = scenario_from(file, set_, seed, None, lang)
    found = around(scenario, week, replicates, shown, sponsored, threads or None, watched())
    records = json.dumps(clean(found.frame.to_dict("records")), ensure_ascii=False, allow_nan=False)
    print(records if json_ else found.text(lang))


@app.command()
def reprice(directory: Directory, set_: Set = None, lang: Lang = "en", all_: All = False, json_: Json = False) -> None:
    """New prices on a finished run, without running it again."""
    deliver(load(directory).reprice(changes_of(set_)), None, json_, lang, all_)


@app.command("breakeven")
def breakeven_(
    directory: Directory,
    path: Annotated[str, typer.Argument(help="A price, a number about people, or a lever.", show_default=False)],
    level: Annotated[str | None, typer.Option(help="Support levels, with commas between; all unless told.")] = None,
    ledger: Annotated[str, typer.Option(help="full, or cash.")] = "full",
    baseline: Annotated[str | None, typer.Option(help="What all is held against: none, twin or stopped.")] = None,
    values: Annotated[
        str | None, typer.Option(help="Values to try, with commas between; needed for what is chosen.")
    ] = None,
    replicates: Annotated[
        int | None, typer.Option(min=1, help="How many are lived again for what is no price; at most 100 unless told.")
    ] = None,
    threads: Threads = 0,
    lang: Lang = "en",
    json_: Json = False,
) -> None:
    """The value of one parameter at which each level of a finished run just pays; a price needs no new run."""
    from .breakeven import break_even, text
    from .otherwise import is_price

    named = names_of(level) if level is not None else None
    tried = [number_of(value) for value in names_of(values)] if values is not None else None
    if not is_price(path):
        typer.echo(f"{path} is no price: the study is lived again at some of its values", err=True)
    found = break_even(
        load(directory),
        path,
        named,
        ledger,
        baseline,
        tried,
        replicates=replicates,
        threads=threads or None,
        progress=watched(),
    )
    records = json.dumps(clean(found.to_dict("records")), ensure_ascii=False, allow_nan=False)
    print(records if json_ else text(found, lang))


@app.command()
def report(
    directory: Directory,
    lang: Lang = "en",
    html: Annotated[
        Path | None,
        typer.Option(help="Where to write it; report.html (report.ja.html) in the directory unless told, or --pdf."),
    ] = None,
    pdf: Pdf = None,
    ringi: Annotated[
        bool,
        typer.Option("--ringi", help="An approval request on one page instead (稟議); ringi.html or ringi.ja.html."),
    ] = False,
    level: Annotated[
        str | None, typer.Option(help="Which level --ringi asks for; the one with the highest mean unless told.")
    ] = None,
) -> None:
    """The report on a finished run, as one HTML file, as a PDF, or both: --pdf alone writes it beside the HTML."""
    from .report import Report

    words(lang)
    if level is not None and not ringi:
        stop(f"--level {level}: only --ringi asks for one level; the report shows all of them", 2)
    result = load(directory)
    if level is not None and level not in statements_of(result):
        stop(f"--level {level}: not in this study; there are {', '.join(statements_of(result))}", 2)
    beside_uncut(result, lang)
    usual = directory / file_of("ringi" if ringi else "report", lang)
    if pdf == BESIDE:
        pdf = (html or usual).with_suffix(".pdf")
    html = html if html or pdf else usual
    page = result.ringi(lang, level) if ringi else Report(result, lang)
    for write, target in {page.write_pdf: pdf, page.write_html: html}.items():
        if target:
            typer.echo(words(lang)["command"]["writing"].format(file=target), err=True)
            write(target)
            say_written(target, lang)


@app.command()
def verify(
    directory: Directory,
    replicates: Annotated[int, typer.Option(min=1, help="How many are lived again, evenly from all of them.")] = 8,
) -> None:
    """Live a sample of a saved run again, and compare every bit; exit 1 if one differs."""
    from .verifying import verify as verified

    told = verified(directory, replicates)
    print(told.sentence())
    if told.differences:
        raise typer.Exit(1)


@app.command("export")
def export_(
    directory: Directory,
    file: Annotated[Path, typer.Argument(help="Where to write it: .csv, .parquet or .xlsx.", show_default=False)],
    table: Annotated[str | None, typer.Option(help=f"Which table: {', '.join(TABLES)}.")] = None,
) -> None:
    """A table of a finished run for other programs; XLSX takes all of them, a sheet each."""
    export(load(directory), file, table)
    say_written(file)


@app.command("bench")
def bench_(
    employees: Annotated[list[int] | None, typer.Option(min=1, help="A size; repeatable.")] = None,
    weeks: Annotated[int, typer.Option(min=1, help="How long.")] = 52,
    threads: Threads = 0,
    silos: Annotated[int, typer.Option(min=0, help="0: one to 200 people, at most 1,000.")] = 0,
    figure: Annotated[
        Path | None,
        typer.Option(help="Where to draw time and memory against size: .png, .svg or .pdf.", show_default=False),
    ] = None,
    json_: Json = False,
) -> None:
    """Speed and memory by the size of the organisation: standard support, one replicate, each in its own process.

    Says before each size what it will take, and refuses what cannot fit.
    """
    from . import benching
    from .figures_of_size import time_and_memory

    if not json_:
        print(benching.line(benching.HEADING), flush=True)
    found = []
    for one in benching.bench(employees or benching.SIZES, weeks, threads, silos, benching.announce):
        found.append(one)
        if not json_:
            print(benching.row(one), flush=True)
    if json_:
        print(json.dumps(found))
    elif len(found) > 1:
        print(f"Time grows with size to the power of {benching.growth(found):.2f} (fitted over all sizes).")
    if figure:
        time_and_memory(found).savefig(figure)
        say_written(figure)


@app.command("team")
def team_(
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="tasks.NAME=VALUE", help="Set a number of tasks or of a form; repeatable."),
    ] = None,
    tasks: Annotated[int, typer.Option(min=2, help="Tasks that are tried with every number at its base.")] = 4000,
    draws: Annotated[int, typer.Option(min=2, help="How often what is not known is drawn.")] = 400,
    seed: Annotated[int, typer.Option(min=0, help="Whose luck.")] = 1,
    threads: Threads = 0,
    lang: Lang = "en",
    json_: Json = False,
) -> None:
    """Build a team, leave it to the community, buy, or neither: by how much of a task is unknown at the start."""
    from .teaming import team_or_community

    words(lang)  # a language that there is not is said before anything is tried
    answer = team_or_community(changes_of(set_), tasks, draws, seed=seed, threads=threads or None)
    print(json.dumps(answer.to_dict(), ensure_ascii=False, allow_nan=False) if json_ else answer.text(lang))


app.command("app")(page)


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
    # where nobody looks at a window, as in a pipe, lines are as long as they ever are
    fit(get_terminal_size((MOST, 0)).columns)
    try:
        code = app(beside_the_page(sys.argv[1:]), standalone_mode=False)
    except (RequestError, ScenarioError, StoreError) as error:
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
