"""Measures where a week goes and how time grows with size, and writes docs/performance.md.

python bench/performance.py [PART]... [--largest EMPLOYEES]: all parts, or those named; the others stay as they are.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import ekkyo as ek
from ekkyo.benching import bench, growth

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/performance.md"
SECTION = re.compile(r"<!-- (\w+) -->\n(.*?)<!-- end -->\n", re.DOTALL)
HEAD = "# How fast, and where a week goes\n\nMeasured by `./dev bench performance`, which writes it part by part.\n"
#: lived by `build/release/weeks`, and counted
WEEKS = 52

LOOK = "a look at everybody touched"

LEVELS = ["none", "grassroots", "standard", "strong"]

SIZES = (10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)

#: seconds in which 520 weeks of so many people are to be lived
GOALS = {1_000_000: 30.0, 10_000_000: 300.0, 100_000_000: 1800.0}

#: why one world takes longer than its limit
ONE_WORLD = """\
One world takes longer than its limit, and no single thing does: helping is half of it, no function takes more than 7 %,
and more than half of the problems that are followed end otherwise than without a community, so few could be left out.
Profile-guided optimisation (`-fprofile-generate`, `-fprofile-use`) and the machine's own instructions (`-march=native`)
were tried: each changes it by less than 3 %.
"""


def machine() -> str:
    """Processor, cores, compiler and how busy it was."""
    text = Path("/proc/cpuinfo").read_text()
    model = next((line.split(":")[1].strip() for line in text.splitlines() if line.startswith("model name")), "?")
    return (
        f"*{model}, {os.cpu_count()} threads, {platform.system()}; engine {ek.__version__} built with "
        f"{json.loads((ROOT / 'bench/gate/instructions.json').read_text())['compiler']}; "
        f"{datetime.now(UTC):%Y-%m-%d}, load average before {os.getloadavg()[0]:.1f}.*"
    )


def table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    """A Markdown table."""
    yield "| " + " | ".join(head) + " |"
    yield "| --- |" + " ---: |" * (len(head) - 1)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def lines(employees: int) -> tuple[dict[str, float], dict[str, float]]:
    """Microseconds a week for each line of the schedule, on one thread and on two: medians of 5 in turns."""

    def lived(threads: int) -> dict[str, float]:
        command = [ROOT / "build/release/weeks", str(employees), str(threads)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return {name: float(figure) for name, figure in (line.split("\t") for line in told.splitlines())}

    turns = [(lived(1), lived(2)) for _ in range(5)]
    one, two = ({name: median(run[name] for run in runs) for name in runs[0]} for runs in zip(*turns, strict=True))
    return one, two


def schedule(employees: int) -> Iterator[str]:
    """The lines of the schedule in a mature week."""
    alone, two = lines(employees)
    touched, members, floor = alone.pop("touched"), alone.pop("members"), alone.pop(LOOK)
    whole, together = sum(alone.values()), sum(two[name] for name in alone)
    yield f"## One week of {employees:,} people\n"
    yield (
        f"Standard support, the mean of the fourth year's weeks, medians of 5 in turns: {members:,.0f} members, "
        f"{touched:,.0f} people the community has touched. A week takes {whole / 1000:.1f} ms on one thread, "
        f"{1000 * whole / employees:.1f} ns an employee, and {together / 1000:.1f} ms on two, {whole / together:.2f} "
        f"times as fast. The floor of a line that has to look at everybody touched is one look at them on one thread: "
        f"{floor:.0f} µs ({1000 * floor / touched:.1f} ns each); rare events lie below it because nobody is looked at "
        f"to whom nothing happens. `build/release/weeks {employees} THREADS`\n"
    )
    rows = [
        [
            f"`{name}`",
            f"{us:,.0f}",
            f"{us / whole:.0%}",
            f"{1000 * us / touched:.1f}",
            f"{us / floor:.1f}",
            f"{two[name]:,.0f}",
        ]
        for name, us in sorted(alone.items(), key=lambda pair: -pair[1])
    ]
    head = ["line", "µs a week, one thread", "share", "ns a touched person", "times the floor", "µs, two threads"]
    yield from table(head, rows)


def profile(employees: int) -> Iterator[str]:
    """The functions that take most of those weeks, where perf works."""
    yield "## By function\n"
    with tempfile.TemporaryDirectory() as there:
        data = Path(there) / "perf.data"
        weeks = [ROOT / "build/release/weeks", str(employees)]
        try:
            subprocess.run(["perf", "record", "-o", data, "--", *weeks], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            yield "perf does not work on this machine.\n"
            return
        told = subprocess.run(
            ["perf", "report", "-i", data, "--stdio"], check=True, capture_output=True, text=True
        ).stdout
    found = re.findall(r"^\s+(\d+\.\d+)%\s+weeks\s+(\S+)\s+\[.\] (.+)$", told, re.MULTILINE)
    named = [(share, name) for share, _, name in found if not name.startswith("0x")]  # a library without names
    yield (
        f"The whole program at {employees:,} people, three years to get there and one to measure, as perf samples it; "
        f"what is inlined counts where it is called. `perf record build/release/weeks {employees}`\n"
    )
    yield from table(["function", "share"], [[f"`{plainly(name)}`", f"{share} %"] for share, name in named[:20]])


def counted(employees: int) -> Iterator[str]:
    """The instructions of each line of the schedule, the same on every clock, where valgrind is."""
    yield "## By instruction\n"
    if not shutil.which("valgrind"):
        yield "valgrind is not installed here.\n"
        return
    command = [ROOT / "build/release/weeks", str(employees), "1"]
    with tempfile.TemporaryDirectory() as there:
        file = f"--callgrind-out-file={there}/out"
        valgrind = ["valgrind", "--tool=callgrind", "--toggle-collect=*live_on*", file]
        subprocess.run([*valgrind, *command], check=True, capture_output=True)
        annotated = ["callgrind_annotate", "--inclusive=yes", "--threshold=100", f"{there}/out"]
        told = subprocess.run(annotated, check=True, capture_output=True, text=True).stdout
    process = re.compile(r"^ *([\d,]+) .*?ekkyo::(\w+)::operator\(\)\(ekkyo::Week const&[^{}\n]*const(?: \[.*)?$", re.M)
    weekly = {name.lower(): int(count.replace(",", "")) / WEEKS for count, name in process.findall(told)}
    whole = sum(weekly.values())
    yield (
        f"The same weeks of {employees:,} people as callgrind counts them: {whole / 1e6:,.0f} M instructions a week, "
        f"{whole / employees:.1f} an employee. `valgrind --tool=callgrind --toggle-collect='*live_on*' "
        f"build/release/weeks {employees} 1`\n"
    )
    rows = [
        [f"`{name}`", f"{count / 1e6:,.2f}", f"{count / whole:.0%}", f"{count / employees:.2f}"]
        for name, count in sorted(weekly.items(), key=lambda pair: -pair[1])
    ]
    yield from table(["line", "M instructions a week", "share", "an employee"], rows)


def plainly(symbol: str) -> str:
    """A function by its name and the process it works for; the machinery of threads around it is left out.

    >>> plainly("ekkyo::Ties::count")
    'Ties::count'
    """
    if verbs := re.findall(r"(?:Week::|\d)(befallen|met_by|each|select|collect|add_up)(?=[<IZ])", symbol):
        process = re.search(r"ekkyo::([A-Z]\w+)::operator|\d([A-Z][a-z]+)clERK", symbol)
        function = re.search(r"namespace\)::([a-z]\w+)\(|\d([a-z]+(?:_[a-z]+)+)E", symbol)
        whose = [name.lower() for found in (process or function,) if found for name in found.groups() if name]
        return ", ".join([f"week.{verbs[-1]}", *whose])
    return symbol.replace("ekkyo::", "").replace("(anonymous namespace)::", "").split("<")[0].split("(")[0]


def sizes(largest: int) -> Iterator[str]:
    """Time and memory of ten years by size."""
    yield "## Ten years by size\n"
    yield (
        "Standard support, one replicate of 520 weeks, founding included, each in a process of its own, once; "
        "fewer people are interested than by default, so that 5 to 6 % are members at the end. "
        "`ekkyo bench --employees N --weeks 520`\n"
    )
    measured = bench([size for size in GOALS if size <= largest], 520)
    rows = [
        [
            f"{one['employees']:,}",
            f"{one['members']:,.0f}",
            f"{one['seconds']:.1f}",
            f"{GOALS[one['employees']]:.0f}",
            f"{1e9 / one['employee_weeks_per_second']:.1f}",
            f"{one['peak_rss_bytes'] / 1e6:,.0f}",
            f"{one['bytes_per_employee']:.0f}",
        ]
        for one in measured
    ]
    head = ["employees", "members at the end", "s", "goal, s", "ns an employee-week", "peak memory, MB", "bytes each"]
    yield from table(head, rows)


def growing(largest: int) -> Iterator[str]:
    """How time grows with size, on one thread."""
    weeks = 104
    alone = list(bench([size for size in SIZES if size <= largest], weeks, 1))
    yield "## How time grows with size\n"
    yield f"One thread, {weeks} weeks. `ekkyo bench --weeks {weeks} --threads 1 --employees N ...`\n"
    rows = [
        [
            f"{one['employees']:,}",
            f"{one['seconds']:.2f}",
            f"{1e9 / one['employee_weeks_per_second']:.1f}",
        ]
        for one in alone
    ]
    yield from table(["employees", "s", "ns an employee-week"], rows)
    for low, goal in ((10_000, 1.15), (1_000_000, 1.05)):
        within = [one for one in alone if one["employees"] >= low]
        yield (
            f"Fitted over {len(within)} sizes from {low:,} to {within[-1]['employees']:,} people, time grows with size "
            f"to the power of {growth(within):.3f} (limit {goal}).\n"
        )


def threads() -> Iterator[str]:
    """What a second thread brings: in one run, and over replicates."""
    yield "## Two threads\n"

    def seconds(used: int) -> float:
        return next(bench([1_000_000], 260, used))["seconds"]

    pairs = [(seconds(1), seconds(2)) for _ in range(5)]
    one, two = (median(times) for times in zip(*pairs, strict=True))
    scenario = ek.Scenario.load(ROOT / "scenarios/it-company-2000.toml")

    def of_replicates(used: int) -> float:
        began = time.perf_counter()
        ek.simulate(scenario, 200, threads=used, progress=False)
        return time.perf_counter() - began

    pairs = [(of_replicates(1), of_replicates(2)) for _ in range(5)]
    alone, together = (median(times) for times in zip(*pairs, strict=True))
    rows = [
        ["one run, 1,000,000 people × 260 weeks", f"{one:.2f}", f"{two:.2f}", f"{one / two:.2f}", "1.8"],
        ["200 replicates of 2,000 people", f"{alone:.2f}", f"{together:.2f}", f"{alone / together:.2f}", "1.9"],
    ]
    yield from table(["medians of 5 in turns", "s, one thread", "s, two", "gain", "goal"], rows)


def silos() -> Iterator[str]:
    """Few silos against many."""
    employees, weeks = 1_000_000, 104

    def seconds(in_silos: int) -> float:
        return next(bench([employees], weeks, 1, in_silos))["seconds"]

    pairs = [(seconds(3), seconds(1000)) for _ in range(5)]
    few, many = (median(times) for times in zip(*pairs, strict=True))
    yield "## Silos\n"
    yield (
        f"{employees:,} people × {weeks} weeks in 3 silos: {few:.2f} s; in 1,000: {many:.2f} s "
        f"({many / few - 1:+.1%}, limit 5 %), medians of 5 in turns on one thread.\n"
    )


def largest_firms() -> Iterator[str]:
    """A study of one of the largest employers."""
    scenario = ek.Scenario.load(ROOT / "scenarios/enterprise-300000.toml")
    lived, asked = 20, 500
    began = time.perf_counter()
    ek.compare(scenario, LEVELS, lived, progress=False, baselines=["twin"])
    taken = time.perf_counter() - began
    yield "## The largest firms\n"
    yield (
        f"{scenario['company.employees']:,} people in {scenario['company.silos']} silos × {scenario.weeks} weeks, four "
        f"levels and the twin, {lived} replicates: {taken:.0f} s, so {asked} take {taken * asked / lived / 60:.0f} min "
        f"(limit 60, goal 15), all threads.\n"
    )


def studies() -> Iterator[str]:
    """What an analyst waits for."""
    scenario = ek.Scenario.load(ROOT / "scenarios/it-company-2000.toml")

    def seconds(replicates: int, **asked: object) -> float:
        began = time.perf_counter()
        ek.compare(scenario, LEVELS, replicates, progress=False, baselines=["twin"], **asked).table()
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
    yield ONE_WORLD


def main() -> None:
    """Writes the page, or some parts of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=100_000_000)
    parser.add_argument("parts", nargs="*", metavar="PART", help="studies, week, profile, silos, threads, firms, ...")
    asked = parser.parse_args()
    parts: dict[str, Callable[[], Iterator[str]]] = {
        "studies": studies,
        "week": lambda: schedule(1_000_000),
        "profile": lambda: profile(1_000_000),
        "instructions": lambda: counted(1_000_000),
        "silos": silos,
        "threads": threads,
        "firms": largest_firms,
        "growth": lambda: growing(asked.largest),
        "sizes": lambda: sizes(asked.largest),
    }
    if unknown := set(asked.parts) - set(parts):
        parser.error(f"{', '.join(unknown)}: the parts are {', '.join(parts)}")
    stands = dict(SECTION.findall(PAGE.read_text())) if PAGE.exists() else {}
    for name, measured in parts.items():
        if not asked.parts or name in asked.parts:
            stands[name] = "\n".join([machine(), "", *measured()])
            page = [f"<!-- {part} -->\n{stands[part]}<!-- end -->\n" for part in parts if part in stands]
            PAGE.write_text("\n".join([HEAD, *page]))
            print(stands[name])


if __name__ == "__main__":
    main()
