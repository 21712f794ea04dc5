"""The page that a session of the yardstick ends in."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from agreeing import COMPARED, REFERENCES, TOO_FAR
from measuring import Session
from programs import GOALS, OURS, PEERS, TEN_THOUSAND, Peer, Size


def say(number: float) -> str:
    """To two or three digits: 1.23 M."""
    for unit, word in ((1e9, " G"), (1e6, " M"), (1e3, " k")):
        if number >= unit:
            return f"{number / unit:.3g}{word}"
    return f"{number:.3g}"


def times(ratio: float) -> str:
    """To three digits: 2,810."""
    return f"{float(f'{ratio:.3g}'):,.10g}"


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Markdown that also reads well in a terminal."""
    widths = [max(len(row[column]) for row in (heading, *rows)) for column in range(len(heading))]
    lines = [heading, ["-" * width for width in widths], *rows]
    return "\n".join("| " + " | ".join(map(str.ljust, line, widths)) + " |" for line in lines)


def speed_table(session: Session, size: Size) -> str:
    """All programs at one size."""
    rows = []
    for peer in PEERS:
        speeds = session.speeds(peer.name, size)
        if speeds:
            faster = median(session.speeds(OURS, size)) / median(speeds)
            each = median(run["peak_bytes"] for run in session.runs[peer.name, size]) / size[0]
            spread = f"{say(min(speeds))} to {say(max(speeds))}"
            what = f"{peer.what}; its own model" if peer.differs else peer.what
            rows.append([peer.name, what, say(median(speeds)), spread, say(each), times(faster)])
    return table(["program", "", "person-weeks/s", "of all runs", "bytes/person", "ekkyo is × as fast"], rows)


def goal_table(session: Session) -> str:
    """What we want to be, and what we are."""
    rows = []
    for name, sizes, goal in GOALS:
        for size in sizes:
            ratio = session.ratio(name, size)
            if ratio is not None:
                reached = "yes" if ratio >= goal else "no"
                rows.append([name, f"{size[0]:,} × {size[1]}", f"{goal:,}", times(ratio), reached])
    return table(["against", "people × weeks", "goal, ×", "measured, ×", "reached"], rows)


def agreement_table(agreed: Sequence[tuple[Peer, list[float], float]]) -> str:
    """The same curve within its spread, or not."""
    rows = [
        [peer.name, *(f"{share:.4f}" for share in told), f"{far:+.1f}", "yes" if abs(far) < TOO_FAR else "NO"]
        for peer, told, far in agreed
    ]
    return table(["program", *(f"week {week}" for week in COMPARED), "standard errors", "agrees"], rows)


def machine() -> str:
    """The processor, its memory, the system and the compiler."""
    described = Path("/proc/cpuinfo").read_text().splitlines()
    named = [line.split(":")[1].strip() for line in described if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    compiler = subprocess.run(["c++", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    model = named[0] if named else platform.machine()
    return (
        f"{model}, {os.cpu_count()} processors, {memory:.0f} GiB; {platform.system()} {platform.release()}; {compiler}"
    )


def versions() -> str:
    """Of Python and of the packages that each peer asked for."""
    listed = []
    for peer in PEERS:
        if peer.packages and peer.environment.exists():
            pip = [peer.environment / "bin/pip", "list", "--format=json", "--disable-pip-version-check"]
            told = json.loads(subprocess.run(pip, capture_output=True, text=True, check=True).stdout)
            has = {one["name"].lower().replace("_", "-"): one["version"] for one in told}
            shown = ", ".join(f"{name} {has.get(name.lower(), '?')}" for name in peer.packages)
            listed.append([peer.name, shown])
    return table(["program", f"packages, on Python {platform.python_version()}"], listed)


def page(session: Session, agreed: Sequence[tuple[Peer, list[float], float]]) -> str:
    """All of it as one page."""
    sizes = sorted({size for _, size in session.runs})
    speeds = "\n\n".join(f"### {p:,} people × {w} weeks\n\n{speed_table(session, (p, w))}" for p, w in sizes)
    differing = "\n".join(f"- **{peer.name}**: {peer.differs}" for peer in PEERS if peer.differs)
    missing = "\n".join(f"- **{name}**: {why}" for name, why in session.missing.items()) or "Nothing."
    return f"""# Beside others

<!-- written by `./dev bench --peers`; do not edit -->

How fast the parts are that ekkyo's weeks are made of, beside what others would use: one small model, written as each
kind of user would, on one machine in one session. It says nothing about whole studies (`./dev bench studies`) and
nothing about who models better.

**The yardstick.** Everybody has eight colleagues on average, drawn at random. At first 1 % are members. Every week,
from the state at its start, an outsider joins with the chance 0.002 + 0.04 × (share of colleagues who are members), a
member leaves with the chance 0.02. Where an engine speaks of rates, as ours does, a chance c is the rate −ln(1 − c), so
that all programs are the same model in law.

**The measure.** Processor time of the weeks alone, without drawing the network or starting Python; one thread; the
median of {session.rounds} runs, with the lowest and highest; memory is the peak of the whole process. Compare
ratios, not speeds: they are of one session on one machine.

## Do they tell the same?

Mean shares of members at {TEN_THOUSAND[0]:,} people over the {session.rounds} runs, and the largest distance to
the plain loop ({len(REFERENCES)} other runs) in standard errors; beyond {TOO_FAR} it would count as another story.

{agreement_table(agreed)}

## Goals

{goal_table(session)}

## Speed

{speeds}

Not the yardstick, but the nearest model that these come with, so that their speeds are no like for like:

{differing}

## What could not be measured

{missing}

## Machine, versions, commands

{machine()}. {session.began:%Y-%m-%d}; load averages between the rounds {", ".join(f"{x:.1f}" for x in session.loads)}
(1 would be this measurement alone).

{versions()}

The C++ programs are built with `-O3`, the floor also with `-march=native -mprefer-vector-width=512 -ffast-math`.
`./dev bench --peers` repeats all of it; one program alone, for PEOPLE WEEKS SEED:

    build/release/word_of_mouth 100000 520 1
    build/peers/mesa/bin/python bench/peers/with_mesa.py 10000 520 1
"""
