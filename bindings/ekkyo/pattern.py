"""What a published pattern is: a figure, how a run shows it, and the mechanism that is to bring it about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .measuring import YEAR, Measure
from .scenario import Scenario

#: a published figure without a range is taken a quarter either way
EITHER_WAY = 0.25

#: companies over which the network effect is taken, relative to the scenario's
SIZES = (1 / 8, 1 / 4, 1 / 2, 1)


def as_it_is(scenario: Scenario) -> list[Scenario]:
    """The company of the scenario."""
    return [scenario]


def with_strong_support(scenario: Scenario) -> list[Scenario]:
    """The company with the level `strong`."""
    return [scenario.replace({"support.level": "strong"})]


def of_many_sizes(scenario: Scenario) -> list[Scenario]:
    """Companies of several sizes with the same support a head."""
    people, events, hosts = (
        scenario[path] for path in ("company.employees", "support.events_per_month", "support.host_fte")
    )
    return [
        scenario.replace(
            {
                "company.employees": round(people * size),
                "support.events_per_month": events * size,
                "support.host_fte": hosts * size,
            }
        )
        for size in SIZES
    ]


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """A published figure, what the model shows of it, and the mechanism that is to bring it about.

    Attributes
    ----------
    low, high
        The published figure, in `unit`.
    figure, source, grade
        As it was published, where, and how well (A measured, B survey or vendor, C assumption).
    off
        What switches the mechanism off, by path; `mechanism` says it in words.
    moves
        Where that is to move the figure: +1 or -1.
    in_view
        Parameters whose ranges were chosen with this figure in view: a hit is then weak evidence.
    why_not
        Where it is not reproduced: why.
    years
        How long a run must be for the figure to be taken from it.
    worlds, companies
        What is lived for it, and in which companies.
    """

    name: str
    claim: str
    unit: str
    low: float
    high: float
    figure: str
    source: str
    grade: str
    measure: Measure
    mechanism: str
    off: Mapping[str, Any]
    moves: int
    why_not: str
    in_view: tuple[str, ...] = ()
    years: int = 3
    worlds: tuple[str, ...] = ("level",)
    companies: Callable[[Scenario], list[Scenario]] = field(default=as_it_is)

    def unfit(self, scenario: Scenario) -> str:
        """Why it cannot be taken from a scenario, in a few words; nothing where it can."""
        if scenario.weeks < self.years * YEAR:
            return f"a run of less than {self.years} years"
        if "stopped" in self.worlds and not YEAR <= scenario["run.today"] <= scenario.weeks - YEAR:
            return "less than a year before or after run.today"
        changed = _changed_later(scenario)
        if changed & set(self.off):
            return "the mechanism changes within the run"
        if self.companies is not as_it_is and any(path.startswith("support.") for path in changed):
            return "support changes within the run"
        if self.companies is of_many_sizes and _is_given(scenario):
            return "a company of given people or silos"
        return ""


def _changed_later(scenario: Scenario) -> set[str]:
    return {setting.path for setting in scenario.engine.settings if setting.from_week}


def _is_given(scenario: Scenario) -> bool:
    """Whether an extract or a list of silos says who works there, so that no other size can be had."""
    return bool(scenario["company.people"]) or any(setting.silo >= 0 for setting in scenario.engine.settings)


def about(figure: float) -> tuple[float, float]:
    """The range that a single published figure stands for.

    Examples
    --------
    >>> about(4.0)
    (3.0, 5.0)
    """
    return figure * (1 - EITHER_WAY), figure * (1 + EITHER_WAY)
