"""Whether a plan fits into this machine, said before anything is lived."""

from __future__ import annotations

import os

from .amounts import two_digits
from .errors import RequestError
from .netcdf import PLAN
from .plan import Plan
from .tables import column_names

#: a company on its way: seats, members with their ties, and the old circle (measured: 81 with a tenth inside)
BYTES_PER_EMPLOYEE = 120

#: worlds that are on their way at once in one replicate: a world and those that leave it
AT_ONCE = 3

#: what is finished is held twice while it is put together
COPIES = 2


def people_of(plan: Plan) -> int:
    """How many work in the company, over all silos."""
    in_silos = sum(s.value for s in plan.scenario.engine.settings if s.silo >= 0 and s.path == "employees")
    return int(in_silos or plan.scenario["company.employees"])


def memory_of(plan: Plan, threads: int = 0) -> float:
    """About how many bytes it takes to live a plan on so many threads (0: all there are), and to hold the results."""
    at_once = min(threads or os.cpu_count() or 1, plan.replicates)
    lives = at_once * min(AT_ONCE, len(plan.worlds)) * BYTES_PER_EMPLOYEE * people_of(plan)
    numbers = len(plan.worlds) * plan.replicates * plan.scenario.weeks * (len(column_names()) + len(PLAN))
    return float(lives + COPIES * 8 * numbers)


def memory_there() -> float:
    """How many bytes this machine has in all."""
    return float(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))


def in_bytes(x: float) -> str:
    """An amount of memory, to two digits.

    Examples
    --------
    >>> in_bytes(25_123_456_789), in_bytes(1.7e14)
    ('25 GB', '170 TB')
    """
    scale, unit = next((s for s in ((1e12, "TB"), (1e9, "GB")) if x >= s[0]), (1e6, "MB"))
    return f"{two_digits(x / scale):,g} {unit}"


def check_fits(plan: Plan, threads: int = 0) -> None:
    """Refuses what cannot fit, and says what would.

    Raises
    ------
    RequestError
    """
    if threads < 0:
        raise RequestError(f"threads = {threads}: 1 or more; 0 or None takes all there are")
    needed, there = memory_of(plan, threads), memory_there()
    if needed <= there:
        return
    said = f"this needs about {in_bytes(needed)} of memory; this machine has {in_bytes(there)}"
    if threads != 1 and memory_of(plan, 1) <= there:
        raise RequestError(f"{said}: one thread would fit (threads=1)")
    halves = [plan.replicates >> k for k in range(1, plan.replicates.bit_length())]
    if fewer := next((n for n in halves if memory_of(plan.times(n), 1) <= there), 0):
        raise RequestError(f"{said}: {fewer} replicates would fit on one thread")
    raise RequestError(f"{said}: a smaller company, or fewer worlds, would fit")
