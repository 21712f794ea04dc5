"""How long whole studies take, beside their goals: levels of a company of 2,000 people over five years.

python bench/studies.py [REPLICATES]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import ekkyo as ek

SCENARIO = Path(__file__).parent.parent / "scenarios/it-company-2000.toml"
LEVELS = ["none", "grassroots", "standard", "strong"]

#: replicates that the goals are given for
GOAL = 500


def timed(replicates: int, out: str | None, baselines: list[str]) -> tuple[float, int]:
    """Seconds, and how many worlds were lived."""
    scenario = ek.Scenario.load(SCENARIO)
    began = time.perf_counter()
    study = ek.compare(scenario, LEVELS, replicates, progress=False, baselines=baselines, out=out)
    study.table()
    return time.perf_counter() - began, len(study.lived.raw)


def told(name: str, replicates: int, taken: tuple[float, int], limit: float, goal: float) -> None:
    """A line for what was measured, for as many replicates as the goal is given for."""
    seconds, worlds = taken
    scaled = seconds * GOAL / replicates
    print(f"{name:<44}{worlds:>7}{replicates:>8}{seconds:>9.1f} s{scaled:>9.1f} s{limit:>7.0f} s{goal:>6.0f} s")


def main(replicates: int) -> None:
    """Prints both."""
    print(f"{'':<44}{'worlds':>7}{'times':>8}{'taken':>11}{f'for {GOAL}':>11}{'limit':>9}{'goal':>8}")
    told("4 levels and the twin, with the table", replicates, timed(replicates, None, ["none", "twin"]), 60, 15)
    with tempfile.TemporaryDirectory() as out:
        everything = timed(replicates, out, ["none", "twin", "stopped"])
        told("all worlds, kept while they are lived, saved", replicates, everything, 180, 60)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else GOAL)
