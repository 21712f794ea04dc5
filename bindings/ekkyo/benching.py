"""How fast large organisations are lived, and how much memory they take."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from statistics import linear_regression
from typing import Any

from .amounts import say, two_digits
from .errors import RequestError
from .fitting import in_bytes, memory_of, memory_there
from .foreseeing import in_time
from .plan import Plan, worlds_called
from .scenario import Scenario
from .store import peak_rss
from .worlds import OWN_WORLDS

#: what is measured unless told
SIZES = (10_000, 100_000, 1_000_000)

#: people to a silo unless told, as in the scenario of 2,000 in 10 silos
PER_SILO, MOST_SILOS = 200, 1000

#: people of the company that is lived first, to see what is to come
PILOT = 20_000

#: of all employees, %: so that 5 to 6 % are members after ten years of standard support (measured at a million: 5.8)
INTERESTED = 20.0


def bench(
    employees: Sequence[int] = SIZES,
    weeks: int = 52,
    threads: int = 0,
    silos: int = 0,
    told: Callable[[int, float, float], object] = lambda size, seconds, memory: None,
) -> Iterator[dict[str, Any]]:
    """Lives one company of each size under standard support, each in a process of its own, and gives what it took.

    Fewer people are interested than by default, so that 5 to 6 % are members after ten years (`INTERESTED`).

    Parameters
    ----------
    employees : sequence of int
    weeks : int
    threads : int
        0: all there are.
    silos : int
        0: one to 200 people, at most 1,000.
    told : callable
        Is told before each size: people, seconds and bytes as far as they can be foreseen from the largest size so far,
        or from a small company that is lived first.

    Yields
    ------
    dict
        ``employees``, ``weeks``, ``threads``, ``silos``, ``seconds`` (founding and all weeks, without starting Python),
        ``employee_weeks_per_second``, ``bytes_per_employee`` (of the process, over what it has before),
        ``peak_rss_bytes``, ``members`` (at the end), ``ledger_hash``.

    Raises
    ------
    RequestError
        If a size cannot fit into the memory of this machine.
    RuntimeError
        If a process ends early, for example because there is not enough memory.
    """
    before: dict[str, Any] = {}
    for size in employees:
        if size < 1 or weeks < 1:
            raise RequestError(f"employees = {size}, weeks = {weeks}: at least one is needed of both")
        before = before or apart(PILOT, weeks, threads, silos)
        check_size(size, weeks, before)
        told(size, *foresee(size, weeks, before))
        one = apart(size, weeks, threads, silos)
        before = max(before, one, key=lambda one: one["employees"])
        yield one


def announce(size: int, seconds: float, memory: float) -> None:
    """Says on stderr what a size will take."""
    said = f"{size:,} employees: about {in_time(seconds)} and {in_bytes(memory)} of memory are expected"
    print(said, file=sys.stderr, flush=True)


def apart(size: int, weeks: int, threads: int, silos: int) -> dict[str, Any]:
    """Measured in a process of its own."""
    asked = [size, weeks, threads, silos or min(max(size // PER_SILO, 1), MOST_SILOS)]
    command = [sys.executable, "-m", "ekkyo.benching", *map(str, asked)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        why = done.stderr.strip().splitlines()
        raise RuntimeError(f"{size:,} employees: {why[-1] if why else f'ended with {done.returncode}'}")
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def measure(employees: int, weeks: int, threads: int, silos: int) -> dict[str, Any]:
    """One company, lived here."""
    from .run import simulate

    scenario = Scenario([]).replace(
        {
            "company.employees": employees,
            "company.silos": silos,
            "run.weeks": weeks,
            "run.today": weeks,
            "support.level": "standard",
            "joining.interested": INTERESTED,
        }
    )
    # what is loaded anyway is loaded, and the memory of a small company is not counted
    simulate(scenario.replace({"company.employees": 100, "company.silos": 1}), 1, threads, False, True, ("level",))
    before, began = peak_rss(), time.perf_counter()
    run = simulate(scenario, 1, threads or None, False, True, ("level",))
    seconds = time.perf_counter() - began
    return {
        "employees": employees,
        "weeks": weeks,
        "threads": threads,
        "silos": silos,
        "seconds": seconds,
        "employee_weeks_per_second": employees * weeks / seconds,
        "bytes_per_employee": (peak_rss() - before) / employees,
        "peak_rss_bytes": peak_rss(),
        "members": float(run.dataset["members"][0, -1]),
        "ledger_hash": run.ledger_hash,
    }


def memory_needed(
    scenario: Scenario, replicates: int = 200, threads: int | None = None, worlds: Sequence[str] = OWN_WORLDS
) -> float:
    """About how many bytes `simulate` needs for a scenario, before anything is lived; see its parameters.

    A plan that needs more than this machine has is refused.

    Examples
    --------
    >>> scenario = Scenario.from_toml("company.employees = 100_000")
    >>> memory_needed(scenario, 32, threads=1, worlds=["level", "none"]) < 200e6
    True
    """
    return memory_of(Plan(scenario, worlds_called(scenario, worlds), replicates), threads or 0)


def growth(found: Sequence[dict[str, Any]]) -> float:
    """The exponent with which time grows with size, fitted over all sizes; 1 is in proportion.

    Examples
    --------
    >>> round(growth([{"employees": 10, "seconds": 1.0}, {"employees": 1000, "seconds": 100.0}]), 12)
    1.0
    """
    if len({one["employees"] for one in found}) < 2:
        return math.nan
    sizes, seconds = ([math.log(one[key]) for one in found] for key in ("employees", "seconds"))
    return linear_regression(sizes, seconds).slope


def foresee(size: int, weeks: int, before: dict[str, Any]) -> tuple[float, float]:
    """Seconds and bytes that a size will take, in proportion to one that was measured before.

    Examples
    --------
    >>> foresee(200, 10, {"employees": 100, "weeks": 5, "seconds": 1.0, "bytes_per_employee": 50.0})
    (4.0, 10000.0)
    """
    times = size / before["employees"]
    return before["seconds"] * times * weeks / before["weeks"], before["bytes_per_employee"] * size


def check_size(size: int, weeks: int, before: dict[str, Any]) -> None:
    """Refuses what cannot fit into the memory of this machine, and says what would.

    Raises
    ------
    RequestError
    """
    needed, there = foresee(size, weeks, before)[1], memory_there()
    if needed > there:
        fits = two_digits(there / before["bytes_per_employee"])
        raise RequestError(
            f"{size:,} employees need about {in_bytes(needed)} of memory; this machine has {in_bytes(there)}: "
            f"about {fits:,.0f} would fit"
        )


HEADING = ("employees", "silos", "weeks", "seconds", "employee-weeks/s", "bytes each", "peak memory", "members")


def row(one: dict[str, Any]) -> str:
    """A line of the table."""
    shown = (
        f"{one['employees']:,}",
        f"{one['silos']:,}",
        f"{one['weeks']}",
        say(one["seconds"]),
        say(one["employee_weeks_per_second"]),
        say(one["bytes_per_employee"]),
        say(one["peak_rss_bytes"]) + "B",
        say(one["members"]),
    )
    return line(shown)


def line(cells: Sequence[str]) -> str:
    """Cells to the right of each other."""
    return "".join(f"{cell:>17}" for cell in cells)


if __name__ == "__main__":
    print(json.dumps(measure(*map(int, sys.argv[1:]))))
