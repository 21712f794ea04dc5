"""Writes docs/validation.md: the shipped scenario held against published patterns; takes minutes.

`./dev docs --validation`, or `.venv/bin/python docs/validate.py [REPLICATES]`.
"""

import math
import sys
from collections.abc import Iterator
from pathlib import Path

import ekkyo as ek
import pandas as pd
from ekkyo.pattern import Pattern
from ekkyo.patterns import PATTERNS
from ekkyo.reference import table
from ekkyo.unheld import MISSING, SET
from ekkyo.validating import REPRODUCED

ROOT = Path(__file__).parents[1]
SCENARIO = "scenarios/it-company-2000.toml"
PAGE = ROOT / "docs/validation.md"
REPLICATES = 200
NOTHING = 1e-4

HEAD = """\
# Validation

Written by `./dev docs --validation`; do not edit. From Python: `ek.validate(scenario)`.

Published patterns that are outputs of the model: no parameter sets them. Each is taken from the shipped scenario
(`{scenario}`, seed {seed}, {replicates} replicates, each with other luck and another draw of everything that
is not known), and once more with a mechanism switched off, the same people, luck and draws. *Reproduced*: the mean lies
within the published range, and switching the mechanism off moves it where that should. A figure published without a
range is taken a quarter either way. None of this was fitted, and no test asks for a hit.

**{hits} of {all} are reproduced, {strong} of them as strong evidence.** A hit is weak where the figure was in view when
the range of a parameter was chosen, where it is itself an assumption, or where it comes out without the mechanism too.
Most published figures come from other settings (associations, open forums, customers, self-reports), so a miss says as
much about the transfer as about the model. Where the spread is wide, too little is known of what people do for the
figure to refute anything.
"""


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


def grounds(frame: pd.DataFrame) -> list[str]:
    """Where each figure comes from, what the simulated one rests on, and why it is missed."""
    rows = frame.set_index("name")

    def cells() -> Iterator[tuple[str, ...]]:
        for p in PATTERNS:
            row = rows.loc[p.name]
            rests = f"`{row['rests_on']}` ({row['correlation']:+.1f})" if row["rests_on"] else "no one unknown"
            seen = ", ".join(f"`{path}`" for path in p.in_view) or "—"
            yield (f"`{p.name}`", f"{p.figure}. {p.source}", p.grade, rests, seen, row["reason"] or "—")

    header = "| pattern | published | grade | follows most (rank correlation) | in view for | why it is missed |"
    return table(header, cells())


def given() -> list[str]:
    """Patterns that parameters set."""
    rows = ((g.claim, g.figure, ", ".join(f"`{path}`" for path in g.parameters)) for g in SET)
    return table("| pattern | published | set by |", rows)


def missing() -> list[str]:
    """Patterns that cannot be taken from a run."""
    return table("| pattern | published | why |", ((m.claim, m.figure, m.why) for m in MISSING))


def page(frame: pd.DataFrame, scenario: ek.Scenario, replicates: int) -> str:
    """The whole page."""
    hits = frame[frame["verdict"] == REPRODUCED]
    head = HEAD.format(
        scenario=SCENARIO,
        seed=scenario["run.seed"],
        replicates=replicates,
        hits=len(hits),
        all=len(frame),
        strong=sum(not weak(row) for _, row in hits.iterrows()) or "none",
    )
    parts = [head, "## Outputs", ""]
    parts += [
        "Mean, and in brackets where nine tenths of replicates lie; *moved by*: the mean of the paired difference and"
    ]
    parts += ["its standard error.", "", *results(frame)]
    parts += ["", "## Where the figures come from, and why they are missed", ""]
    parts += ["Grades are those of the published figure: **A** measured, **B** survey or vendor, **C** assumption."]
    parts += ["*In view for*: parameters whose range was chosen with this figure in view. Why a figure is missed is a"]
    parts += ["reading of the model; only those of `network_effect` and `bridges_last` are tested."]
    parts += ["", *grounds(frame)]
    parts += ["", "## Set, so no evidence", "", "A run shows these because a parameter says so.", "", *given()]
    parts += ["", "## Not held against anything yet", "", *missing()]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    replicates = int(sys.argv[1]) if sys.argv[1:] else REPLICATES
    scenario = ek.Scenario.load(ROOT / SCENARIO)
    PAGE.write_text(page(ek.validate(scenario, replicates), scenario, replicates), encoding="utf-8")
