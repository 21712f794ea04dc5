"""Measures where a week goes and how time grows with size, and writes docs/performance.md.

python bench/performance.py [--largest EMPLOYEES] [--weeks WEEKS]
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import ekkyo as ek
from ekkyo.benching import bench

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/performance.md"
LOOK = "a look at everybody touched"

#: seconds in which 520 weeks of so many people are to be lived
GOALS = {1_000_000: 30.0, 10_000_000: 300.0, 100_000_000: 1800.0}


def machine() -> str:
    """Processor, cores, compiler and how busy it was."""
    text = Path("/proc/cpuinfo").read_text()
    model = next((line.split(":")[1].strip() for line in text.splitlines() if line.startswith("model name")), "?")
    return (
        f"{model}, {os.cpu_count()} threads, {platform.system()}; engine {ek.__version__} built with "
        f"{json.loads((ROOT / 'bench/gate/instructions.json').read_text())['compiler']}; "
        f"{datetime.now(UTC):%Y-%m-%d}, load average before {os.getloadavg()[0]:.1f}"
    )


def table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    """A Markdown table."""
    yield "| " + " | ".join(head) + " |"
    yield "| --- |" + " ---: |" * (len(head) - 1)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def schedule(employees: int) -> Iterator[str]:
    """The lines of the schedule in a mature week."""
    told = subprocess.run([ROOT / "build/release/weeks", str(employees)], check=True, capture_output=True, text=True)
    figures = {name: float(figure) for name, figure in (line.split("\t") for line in told.stdout.splitlines())}
    touched, members, floor = figures.pop("touched"), figures.pop("members"), figures.pop(LOOK)
    whole = sum(figures.values())
    yield f"## One week of {employees:,} people\n"
    yield (
        f"Standard support, the mean of the fourth year's weeks: {members:,.0f} members, {touched:,.0f} people the "
        f"community has touched. A week takes {whole / 1000:.1f} ms, {1000 * whole / employees:.1f} ns an employee. "
        f"The floor of a line that has to look at everybody touched is one look at them: {floor:.0f} µs "
        f"({1000 * floor / touched:.1f} ns each); rare events lie below it because nobody is looked at to whom nothing "
        f"happens. `build/release/weeks {employees}`\n"
    )
    rows = [
        [f"`{name}`", f"{us:,.0f}", f"{us / whole:.0%}", f"{1000 * us / touched:.1f}", f"{us / floor:.1f}"]
        for name, us in sorted(figures.items(), key=lambda pair: -pair[1])
    ]
    yield from table(["line", "µs a week", "share", "ns a touched person", "times the floor"], rows)


def sizes(largest: int, weeks: int) -> Iterator[str]:
    """Time and memory by size, on one thread and on all."""
    measured = [size for size in (10_000, 100_000, 1_000_000, 10_000_000, 100_000_000) if size <= largest]
    alone, together = list(bench(measured, weeks, 1)), list(bench(measured, weeks, 0))
    yield "## By size\n"
    yield (
        f"Standard support, one replicate of {weeks} weeks, founding included, each in a process of its own, once. "
        f"`ekkyo bench --employees N --weeks {weeks} --threads 1`, and without `--threads`.\n"
    )
    rows = [
        [
            f"{one['employees']:,}",
            f"{one['members']:,.0f}",
            f"{one['seconds']:.2f}",
            f"{all_['seconds']:.2f}",
            f"{one['seconds'] / all_['seconds']:.2f}",
            f"{1e9 * all_['seconds'] / size / weeks:.1f}",
            f"{all_['peak_rss_bytes'] / 1e6:,.0f}",
            f"{all_['bytes_per_employee']:.0f}",
            f"{GOALS[size]:.0f}" if size in GOALS and weeks == 520 else "",
        ]
        for size, one, all_ in zip(measured, alone, together, strict=True)
    ]
    head = [
        "employees",
        "members at the end",
        "s, one thread",
        "s, all",
        "gain",
        "ns a week",
        "MB",
        "bytes each",
        "goal, s",
    ]
    yield from table(head, rows)
    for low, high in ((10_000, largest), (1_000_000, largest)):
        within = [one for one in alone if low <= one["employees"] <= high]
        if len(within) > 1:
            first, last = within[0], within[-1]
            slope = math.log(last["seconds"] / first["seconds"]) / math.log(last["employees"] / first["employees"])
            yield f"Growth exponent of time from {low:,} to {high:,} people on one thread: {slope:.3f}.\n"


def silos(employees: int, weeks: int) -> Iterator[str]:
    """Few silos against many."""

    def seconds(in_silos: int) -> float:
        return median(next(bench([employees], weeks, 1, in_silos))["seconds"] for _ in range(5))

    few, many = seconds(3), seconds(1000)
    yield (
        f"{employees:,} people × {weeks} weeks in 3 silos: {few:.2f} s; in 1,000: {many:.2f} s "
        f"({many / few - 1:+.1%}), medians of 5 on one thread.\n"
    )


def studies() -> Iterator[str]:
    """What an analyst waits for."""
    scenario = ek.Scenario.load(ROOT / "scenarios/it-company-2000.toml")
    levels = ["none", "grassroots", "standard", "strong"]

    def seconds(replicates: int, **asked: object) -> float:
        began = time.perf_counter()
        ek.compare(scenario, levels, replicates, progress=False, baselines=["twin"], **asked).table()
        return time.perf_counter() - began

    hundred, five_hundred = median(seconds(100) for _ in range(5)), median(seconds(500) for _ in range(3))
    replicates = 200
    began = time.perf_counter()
    ek.simulate(scenario, replicates, threads=1, progress=False, worlds=["level"])
    one = (time.perf_counter() - began) / replicates
    yield "## What an analyst waits for\n"
    yield from table(
        ["2,000 people over five years", "seconds", "limit", "goal"],
        [
            ["four levels and the twin × 100 replicates, with the table (median of 5)", f"{hundred:.1f}", "5", "1.5"],
            [
                "four levels and the twin × 500 replicates, with the table (median of 3)",
                f"{five_hundred:.1f}",
                "20",
                "8",
            ],
            [f"one world at the level of the scenario, one thread (mean of {replicates})", f"{one:.4f}", "0.005", ""],
        ],
    )


def main() -> None:
    """Writes the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=10_000_000)
    parser.add_argument("--weeks", type=int, default=520)
    asked = parser.parse_args()
    lines = [
        "# How fast, and where a week goes\n",
        "Measured by `./dev bench performance`, which writes this page.\n",
        machine() + "\n",
        *studies(),
        *schedule(1_000_000),
        *sizes(asked.largest, asked.weeks),
        *silos(100_000, 260),
    ]
    PAGE.write_text("\n".join(lines))
    print(PAGE.read_text())


if __name__ == "__main__":
    main()
