"""How long a plan will take on this machine, from what a small company takes here."""

from __future__ import annotations

import os
import time
from dataclasses import replace

from .amounts import two_digits
from .fitting import in_bytes, memory_of, people_of
from .parts import live_part
from .plan import Plan

#: people of the company that is lived to see how fast this machine is
SMALL = 10_000

#: employee-weeks from which on it is worth saying how long they will take: a minute or so
LONG = 2e9


def work_in(plan: Plan) -> float:
    """Employee-weeks, in all worlds and replicates."""
    return float(people_of(plan)) * plan.scenario.weeks * len(plan.worlds) * plan.replicates


def seconds_of(plan: Plan, threads: int = 0) -> float:
    """About how long it takes to live a plan on so many threads (0: all there are).

    A company of 10,000 with the same scenario is lived once, in the same worlds: time grows in proportion to people.
    """
    people, few = people_of(plan), min(SMALL, people_of(plan))
    silos = max(1, plan.scenario["company.silos"] * few // people)
    scenario = plan.scenario.replace({"company.employees": few, "company.silos": silos})
    small = replace(plan, scenario=scenario, replicates=1)
    began = time.perf_counter()
    live_part(small, [0], 1, lambda _: None)
    once = time.perf_counter() - began
    return once * people / few * plan.replicates / (threads or os.cpu_count() or 1)


def foreseen(plan: Plan, threads: int = 0) -> str:
    """What a long plan will take, in a sentence; nothing for a short one."""
    drawn_anew = not plan.scenario["company.people"] and not any(s.silo >= 0 for s in plan.scenario.engine.settings)
    if work_in(plan) < LONG or not drawn_anew:
        return ""
    used = threads or os.cpu_count() or 1
    return (
        f"This will take about {in_time(seconds_of(plan, threads))} on {used} thread{'s' * (used > 1)}, "
        f"and at most {in_bytes(memory_of(plan, threads))} of memory."
    )


def in_time(seconds: float) -> str:
    """A time to two digits.

    Examples
    --------
    >>> in_time(4.56), in_time(754), in_time(9000), in_time(1e6)
    ('4.6 s', '13 min', '2.5 h', '12 days')
    """
    scale, unit = next((s for s in ((86400, "days"), (3600, "h"), (60, "min")) if seconds >= 2 * s[0]), (1, "s"))
    return f"{two_digits(seconds / scale):,g} {unit}"
