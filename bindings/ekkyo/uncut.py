"""A result beside the same plans without what its scenario changes on the way, as if nobody had cut them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from . import _engine
from .amending import UNCUT
from .plan import Plan
from .run import Run
from .scenario import Scenario
from .study import Study
from .worlds import Worlds, live


def plans_of(result: Run | Study) -> dict[str, str]:
    """The worlds in which somebody pays, and what each is called where nothing is changed on the way."""
    if isinstance(result, Run):
        return {"level": UNCUT} if "level" in result.lived.raw else {}
    return {level: f"{level}, {UNCUT}" for level in result.levels if level != "none"}


def is_cut(result: Run | Study) -> bool:
    """Whether a scenario changes on the way, and the same plans unchanged are not among what was lived."""
    lived, plans = result.lived, plans_of(result)
    changes = any(setting.from_week for setting in lived.scenario.engine.settings)
    return changes and bool(plans) and not set(plans.values()) & set(lived.raw)


def beside_uncut(result: Run | Study, threads: int | None = None) -> Run | Study:
    """A result of a scenario that changes on the way, with each plan uncut as one more baseline; any other as it is.

    The uncut plans are lived with the same people, luck and unknowns. Where some replicates could not be lived, there
    is nothing to hold the others against. See `Result.uncut`.

    Examples
    --------
    >>> import ekkyo as ek
    >>> calm = ek.Scenario.from_toml("company.employees = 100\\nrun.weeks = 30\\nrun.today = 10")
    >>> cut = ek.simulate(calm.later(20, {"support.level": "none"}), replicates=2, progress=False)
    >>> beside_uncut(cut).statement().baselines[-1]
    'unchanged'
    """
    lived = result.lived
    if not is_cut(result):
        return result
    plans = plans_of(result)
    kept = [setting for setting in lived.scenario.engine.settings if not setting.from_week]
    scenario, worlds = Scenario(kept, lived.scenario.directory), _with_their_pasts(lived.plan.worlds, list(plans))
    other = live(Plan(scenario, worlds, result.replicates, lived.per_draw, lived.at_base), threads, progress=False)
    if other.interrupted:
        raise KeyboardInterrupt
    if other.replicates != lived.replicates:
        return result
    return _with(result, replace(lived, raw=lived.raw | {uncut: other.raw[name] for name, uncut in plans.items()}))


def _with_their_pasts(worlds: Sequence[_engine.World], names: list[str]) -> tuple[_engine.World, ...]:
    """These worlds, and those that they leave on the way."""
    known = {world.name: world for world in worlds}
    wanted = [known[name] for name in names]
    for world in wanted:
        if world.leaves and known[world.leaves] not in wanted:
            wanted.append(known[world.leaves])
    return tuple(world for world in worlds if world in wanted)


def _with(result: Run | Study, lived: Worlds) -> Run | Study:
    """The same result over more worlds."""
    if isinstance(result, Run):
        return Run(result.scenario, lived)
    study = Study(result.scenario, lived, result.levels, result.base)
    study.settled = result.settled
    return study
