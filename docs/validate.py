"""Writes docs/validation.md: the shipped scenarios held against published patterns; takes two minutes on two cores.

`./dev docs --validation`, or `.venv/bin/python docs/validate.py [REPLICATES]`.
"""

import math
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import ekkyo as ek
import pandas as pd
from ekkyo.docking import CLOSED_FORMS
from ekkyo.pattern import Pattern
from ekkyo.patterns import PATTERNS
from ekkyo.reference import table
from ekkyo.unheld import MISSING, SET
from ekkyo.validating import REPRODUCED

ROOT = Path(__file__).parents[1]
SCENARIO = "it-company-2000"
PAGE = ROOT / "docs/validation.md"
NOTHING = 1e-4

#: how often the first scenario is lived, and each of the others at most
REPLICATES = 120
OTHERS = 20

#: replicates from which on what a scenario shows is a measurement: with fewer nothing counts as reproduced or missed
ENOUGH = 20

#: how many people may be lived for a scenario, over all replicates; but two at least
PEOPLE = 200_000

HEAD = """\
# Validation

Written by `./dev docs --validation`; do not edit. From Python: `ek.validate(scenario)`.

Published patterns that are outputs of the model: no parameter sets them. Each is taken from the company of 2,000
(`scenarios/{scenario}.toml`, seed {seed}, {replicates} replicates, each with other luck and another draw of everything
that is not known), and once more with a mechanism switched off, the same people, luck and draws; then
[from every other scenario](#in-every-shipped-scenario) that ships. *Reproduced*: the mean lies within the published
range, and switching the mechanism off moves it where that should. A figure published without a
range is taken a quarter either way. None of this was fitted, and no test asks for a hit. A scenario counts from
{enough} replicates on.

**{hits} of {all} are reproduced in the company of 2,000, {strong} of them as strong evidence; {anywhere} in some
scenario, {everywhere} in every one they can be taken from.** A hit is weak where the figure was in view when
the range of a parameter was chosen, where it is itself an assumption, or where it comes out without the mechanism too.
Most published figures come from other settings (associations, open forums, customers, self-reports), so a miss says as
much about the transfer as about the model. Where the spread is wide, too little is known of what people do for the
figure to refute anything.
"""

ACROSS = """\
What each scenario shows → what it shows with the mechanism off; **bold** where it is reproduced. Replicates:
{replicates}.
{few}A small effect of a mechanism may point either way in twenty replicates. All plans are protected, that of
`sponsor-leaves` too; it still is not the company of 2,000 with fewer replicates, as a sponsor who is convinced makes
allies of managers (`allying.conviction`) in a protected plan as well. A cell without numbers says why there are none.
"""

FEW = """\
Lived fewer than {enough} times, and so a look and no measurement: {names}. Their figures stand in italics with their
replicates, and count neither in *lowest to highest* and *reproduced in* nor in the tally at the head of this page.
"""

CLOSED = """\
Known results that a process is held against with the rest switched off, each at one false alarm in 100,000 runs, and
what of them it cannot be held against. CF: closed forms, EX: exact results.
"""

#: a frame of `ekkyo.validate` for each scenario, by its file, and how often each was lived
Frames = Mapping[str, pd.DataFrame]
Often = Mapping[str, int]


def measured(frames: Frames, often: Often) -> dict[str, pd.DataFrame]:
    """The scenarios that were lived often enough to count."""
    return {name: frame for name, frame in frames.items() if often[name] >= ENOUGH}


def shipped() -> dict[str, ek.Scenario]:
    """Every scenario that ships, the company of 2,000 first."""
    names = sorted(
        (path.stem for path in (ROOT / "scenarios").glob("*.toml")), key=lambda name: (name != SCENARIO, name)
    )
    return {name: ek.Scenario.load(ROOT / f"scenarios/{name}.toml") for name in names}


def replicates_of(scenario: ek.Scenario) -> int:
    """How often a scenario beside the first is lived: the larger, the fewer."""
    listed = sum(s.value for s in scenario.engine.settings if s.silo >= 0 and s.path == "employees")
    return min(OTHERS, max(2, PEOPLE // int(listed or scenario["company.employees"])))


def number(x: float, digits: int = 2) -> str:
    """Two digits, and no more unless they are needed."""
    if not math.isfinite(x):
        return "…" if math.isinf(x) else "—"
    return "0" if abs(x) < NOTHING else f"{float(f'{x:.{digits}g}'):,g}"


def spread(row: pd.Series, prefix: str = "", digits: int = 2) -> str:
    """Mean, and where nine tenths of replicates lie."""
    low, high = number(row[f"{prefix}p05"]), number(row[f"{prefix}p95"])
    return f"{number(row[f'{prefix}mean'], digits)} ({low} to {high})"


def digits_for(pattern: Pattern) -> int:
    """So many that two figures do not look alike of which one lies in the published range."""
    return 3 if pattern.high < 1.2 * pattern.low else 2


def published(pattern: Pattern) -> str:
    """The published range."""
    return f"{pattern.low:.3g} to {pattern.high:.3g}" if math.isfinite(pattern.high) else f"{pattern.low:.3g} and more"


def moved(row: pd.Series) -> str:
    """How far switching the mechanism off moves it, and how sure that is."""
    return f"{'+' if row['moved'] > 0 else ''}{number(row['moved'])} ± {number(row['moved_error'])}"


def weak(row: pd.Series) -> str:
    """Why a hit is no strong evidence."""
    reasons = {"in view": row["in_view"], "an assumption": row["grade"] == "C", "also with it off": row["off_within"]}
    return ", ".join(reason for reason, holds in reasons.items() if holds)


def results(frame: pd.DataFrame) -> list[str]:
    """Each pattern: published, simulated, with its mechanism off, verdict."""
    rows = frame.set_index("name")

    def cells() -> Iterator[tuple[str, ...]]:
        for p in PATTERNS:
            row = rows.loc[p.name]
            verdict = str(row["verdict"])
            if verdict == REPRODUCED and weak(row):
                verdict += f" (weak: {weak(row)})"
            off = spread(row, "off_"), moved(row)
            yield (
                f"`{p.name}`",
                p.claim,
                p.unit,
                published(p),
                spread(row, digits=digits_for(p)),
                p.mechanism,
                *off,
                verdict,
            )

    header = "| pattern | what | unit | published | simulated | mechanism | with it off | moved by | verdict |"
    return table(header, cells())


def seen(frame: pd.DataFrame, name: str) -> pd.Series | None:
    """What a scenario shows of a pattern; None where it cannot be taken from it, or there is none of it."""
    row = frame[frame["name"] == name]
    return None if row.empty or math.isnan(row["mean"].item()) else row.iloc[0]


def reproducing(frames: Frames, name: str) -> tuple[int, int]:
    """In how many scenarios a pattern is reproduced, and in how many it can be taken."""
    rows = [row for frame in frames.values() if (row := seen(frame, name)) is not None]
    return sum(row["verdict"] == REPRODUCED for row in rows), len(rows)


def across(frames: Frames, scenarios: Mapping[str, ek.Scenario], often: Often) -> list[str]:
    """Each pattern in every scenario: with its mechanism and without, the range over those measured, how many hits."""
    counted = measured(frames, often)

    def cell(pattern: Pattern, name: str) -> str:
        row = seen(frames[name], pattern.name)
        if row is None:
            return pattern.unfit(scenarios[name]) or "there is none"
        digits = digits_for(pattern)
        mean, off = number(row["mean"], digits), number(row["off_mean"], digits)
        if name not in counted:
            return f"*{mean} → {off}* ({often[name]})"
        return f"{f'**{mean}**' if row['verdict'] == REPRODUCED else mean} → {off}"

    def cells() -> Iterator[tuple[str, ...]]:
        for p in PATTERNS:
            means = [row["mean"] for frame in counted.values() if (row := seen(frame, p.name)) is not None]
            hits, all_ = reproducing(counted, p.name)
            ends = " to ".join(number(x, digits_for(p)) for x in (min(means), max(means))) if means else "—"
            yield (f"`{p.name}`", published(p), ends, f"{hits} of {all_}", *(cell(p, name) for name in frames))

    header = "| pattern | published | lowest to highest | reproduced in | " + " | ".join(f"`{name}`" for name in frames)
    return table(f"{header} |", cells())


def grounds(frames: Frames, often: Often) -> list[str]:
    """Where each figure comes from, what the simulated one rests on, and why it is missed."""
    rows = frames[SCENARIO].set_index("name")

    def cells() -> Iterator[tuple[str, ...]]:
        for p in PATTERNS:
            row = rows.loc[p.name]
            rests = f"`{row['rests_on']}` ({row['correlation']:+.1f})" if row["rests_on"] else "no one unknown"
            in_view = ", ".join(f"`{path}`" for path in p.in_view) or "—"
            hits, all_ = reproducing(measured(frames, often), p.name)
            missed = f"{all_ - hits} of {all_}: {p.why_not}" if hits < all_ else "—"
            looked, of = reproducing(frames, p.name)
            if hits == all_ and looked < of:
                missed = f"0 of {all_}, but missed in a look: {p.why_not}"
            yield (f"`{p.name}`", f"{p.figure}. {p.source}", p.grade, rests, in_view, missed)

    header = "| pattern | published | grade | follows most (rank correlation) | in view for | missed in, and why |"
    return table(header, cells())


def given() -> list[str]:
    """Patterns that parameters set."""
    rows = ((g.claim, g.figure, ", ".join(f"`{path}`" for path in g.parameters)) for g in SET)
    return table("| pattern | published | set by |", rows)


def closed() -> list[str]:
    """Closed forms, and the tests that hold a process against each, or why it cannot be."""

    def cells() -> Iterator[tuple[str, ...]]:
        for form in CLOSED_FORMS:
            yield (form.name, form.claim, ", ".join(f"`{test}`" for test in form.tests), form.note)

    return table("| row | known result | tests on the process itself | what to know of it |", cells())


def missing() -> list[str]:
    """Patterns that cannot be taken from a run."""
    return table("| pattern | published | why |", ((m.claim, m.figure, m.why) for m in MISSING))


def few_of(frames: Frames, often: Often) -> str:
    """Which scenarios were lived too seldom to count."""
    few = [f"`{name}`" for name in frames if name not in measured(frames, often)]
    return FEW.format(names=", ".join(few), enough=ENOUGH) if few else ""


def page(frames: Frames, scenarios: Mapping[str, ek.Scenario], replicates: Often) -> str:
    """The whole page."""
    frame = frames[SCENARIO]
    hits = frame[frame["verdict"] == REPRODUCED]
    found = [reproducing(measured(frames, replicates), pattern.name) for pattern in PATTERNS]
    head = HEAD.format(
        scenario=SCENARIO,
        seed=scenarios[SCENARIO]["run.seed"],
        replicates=replicates[SCENARIO],
        hits=len(hits),
        all=len(PATTERNS),
        strong=sum(not weak(row) for _, row in hits.iterrows()) or "none",
        anywhere=sum(some > 0 for some, _ in found),
        everywhere=sum(0 < some == of for some, of in found),
        enough=ENOUGH,
    )
    parts = [head, "## Outputs", ""]
    parts += [
        "Mean, and in brackets where nine tenths of replicates lie; *moved by*: the mean of the paired difference and"
    ]
    parts += ["its standard error.", "", *results(frame)]
    often = ", ".join(f"`{name}` {replicates[name]}" for name in frames)
    parts += ["", "## In every shipped scenario", "", ACROSS.format(replicates=often, few=few_of(frames, replicates))]
    parts += across(frames, scenarios, replicates)
    parts += ["", "## Where the figures come from, and why they are missed", ""]
    parts += ["Grades are those of the published figure: **A** measured, **B** survey or vendor, **C** assumption."]
    parts += [
        "*In view for*: parameters whose range was chosen with this figure in view. What a figure follows most is"
    ]
    parts += ["taken from the company of 2,000. Why a figure is missed is a"]
    parts += ["reading of the model; only those of `network_effect` and `bridges_last` are tested."]
    parts += ["", *grounds(frames, replicates)]
    parts += ["", "## Set, so no evidence", "", "A run shows these because a parameter says so.", "", *given()]
    parts += ["", "## Not held against anything yet", "", *missing()]
    parts += ["", "## Closed forms", "", CLOSED, *closed()]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    scenarios = shipped()
    replicates = {name: replicates_of(scenario) for name, scenario in scenarios.items()}
    replicates[SCENARIO] = int(sys.argv[1]) if sys.argv[1:] else REPLICATES
    frames = {name: ek.validate(scenario, replicates[name]) for name, scenario in scenarios.items()}
    PAGE.write_text(page(frames, scenarios, replicates), encoding="utf-8")
