"""A run beside the same plan without what its scenario changes on the way, as if nobody had cut it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .plan import Plan, worlds_called
from .run import Run
from .scenario import Scenario
from .statement import Statement
from .study import Study
from .tongue import Tongue
from .worlds import live

#: the plan that goes on as it began
UNCUT = "unchanged"


def beside_uncut(result: Run | Study, threads: int | None = None) -> Run | Study:
    """A run of a scenario that changes on the way, with its plan uncut as one more baseline; anything else as it is.

    The uncut plan is lived with the same people, luck and unknowns. Where some replicates could not be lived, there is
    nothing to hold the others against.

    Examples
    --------
    >>> import ekkyo as ek
    >>> calm = ek.Scenario.from_toml("company.employees = 100\\nrun.weeks = 30\\nrun.today = 10")
    >>> cut = ek.simulate(calm.later(20, {"support.level": "none"}), replicates=2, progress=False)
    >>> beside_uncut(cut).statement().baselines[-1]
    'unchanged'
    """
    lived = result.lived
    kept = [setting for setting in lived.scenario.engine.settings if not setting.from_week]
    if not isinstance(result, Run) or UNCUT in lived.raw or len(kept) == len(lived.scenario.engine.settings):
        return result
    scenario = Scenario(kept, lived.scenario.directory)
    plan = Plan(scenario, worlds_called(scenario, ["level"]), result.replicates, lived.per_draw, lived.at_base)
    other = live(plan, threads, progress=False)
    if other.interrupted:
        raise KeyboardInterrupt
    if other.replicates != lived.replicates:
        return result
    return Run(result.scenario, replace(lived, raw={**lived.raw, UNCUT: other.raw["level"]}))


def told(statement: Statement, tongue: Tongue, hundred: Any) -> str:
    """What the change did, in a sentence; nothing where there is no uncut plan. ``hundred`` counts a share of 100."""
    if UNCUT not in statement.baselines:
        return ""
    full, cash = statement[UNCUT].full, statement[UNCUT].cash.npv
    form = "uncut_more" if full.npv.mean > 0 else "uncut_less"
    return str(
        tongue["plain"][form].format(
            mean=tongue.amount(abs(full.npv.mean)),
            low=tongue.signed(full.npv.p05),
            high=tongue.signed(full.npv.p95),
            better=hundred(full.chance),
            cash=tongue.signed(cash.mean),
        )
    )
