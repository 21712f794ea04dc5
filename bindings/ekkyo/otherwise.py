"""What a study's levels are worth where something else is true: re-priced, or lived again with the same luck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from . import _engine
from .accounts import BASELINES, LEDGERS, Ledger, signs
from .amounts import Array
from .beliefs import number
from .errors import RequestError
from .plan import Plan
from .run import Run
from .study import Study
from .worlds import live


@dataclass(frozen=True)
class Question:
    """Whose NPV is asked about: some levels of a study, in a ledger, against a baseline."""

    study: Study
    levels: list[str]
    ledger: Ledger
    baseline: str


def study_of(result: Run | Study) -> Study:
    """A run as a study of its one level."""
    if isinstance(result, Study):
        return result
    return Study(result.scenario, result.lived, ["level"], result.statement().main())


def question(result: Run | Study, level: str | Sequence[str] | None, ledger: str, baseline: str | None) -> Question:
    """What is asked, or why it cannot be: a level, a ledger or a baseline that there is none of."""
    study = study_of(result)
    base = baseline or study.base
    books = next((name for name in LEDGERS if name == ledger), None)
    if books is None:
        raise RequestError(f"ledger {ledger}: there are {' and '.join(LEDGERS)}")
    asked = [level] if isinstance(level, str) else list(level) if level is not None else study.levels
    unknown = [name for name in asked if name not in study.levels]
    if unknown:
        raise RequestError(f"{', '.join(unknown)}: no level of this study; there are {', '.join(study.levels)}")
    missing = [name for name in asked if study.lived.against(name, base) is None]
    if base not in BASELINES or missing:
        there = [name for name in BASELINES if all(study.lived.against(level, name) for level in asked)]
        raise RequestError(f"baseline {base}: not lived in this study; lived were: {', '.join(there)}")
    # nobody paying is itself what others are held against
    held = [name for name in asked if name != "none" or base == "twin"]
    if not held:
        raise RequestError("nobody paying has no NPV against itself: name a level that is paid for")
    return Question(study, held, books, base)


def one_level(asked: Question, level: str) -> Question:
    """The same question about one of its levels."""
    return Question(asked.study, [level], asked.ledger, asked.baseline)


def is_price(path: str) -> bool:
    """Whether it is applied after a run, so that nothing has to be lived again; refuses what is no number."""
    return bool(number(path)["section_kind"] == "price")


def check_free(asked: Question, path: str) -> None:
    """Refuses a parameter that the scenario or an alternative itself sets later, or anew: it would not be varied."""
    if any(s.path == path and s.from_week for s in asked.study.scenario.engine.settings):
        raise RequestError(f"{path} changes on the way in this scenario, so it has no one value")
    for world in asked.study.lived.plan.worlds:
        if world.name in asked.levels and any(s.path == path for s in world.settings):
            raise RequestError(f"{world.name} itself sets {path}; ask about another level or another parameter")


def priced(asked: Question, prices: Sequence[Mapping[str, float]]) -> Array:
    """NPV (price list, level, replicate) with ideas at their expected value; every list sets the same prices."""
    study, net = asked.study, signs(asked.ledger)
    found = np.empty((len(prices), len(asked.levels), study.replicates))
    taken: Array | None = None
    for i, listed in enumerate(prices):
        scenario = study.reprice(listed).scenario
        # all other prices stay as they were drawn, whatever these are set to
        taken = study.lived.taken_at(scenario) if taken is None else taken
        for j, level in enumerate(asked.levels):
            here, there = (study.lived.raw[name] for name in (level, against(asked, level)))
            money = _engine.money(scenario.engine, here, there, taken)["expected"]
            found[i, j] = net @ money.sum(axis=2)
    return found


def against(asked: Question, level: str) -> str:
    """The world a level is held against."""
    return asked.study.lived.against(level, asked.baseline) or asked.baseline


def lived_with(
    asked: Question, changes: Mapping[str, float], replicates: int, threads: int | None, progress: bool
) -> Question:
    """The same question to the same people and luck, first so many replicates, where something else is true of them."""
    study = asked.study
    plan = study.lived.plan
    # a level says how much support there is, so a lever is set beside it, and not for the past it may share
    levers = {path: value for path, value in changes.items() if number(path)["section_kind"] == "lever"}
    scenario = study.scenario.replace({path: value for path, value in changes.items() if path not in levers})
    needed = [world for world in plan.worlds if world.name in worlds_needed(asked)]
    worlds = tuple(with_levers(world, levers) if world.name in asked.levels else world for world in needed)
    again = Plan(scenario, worlds, replicates, plan.per_draw, plan.at_base)
    lived = live(again, threads, progress)
    if lived.interrupted:
        raise KeyboardInterrupt
    if lived.failed:
        told = ", ".join(f"{path} = {value:g}" for path, value in changes.items())
        raise RequestError(f"{told} could not be lived: {lived.failed[0][1]}")
    return Question(Study(again.scenario, lived, asked.levels, study.base), asked.levels, asked.ledger, asked.baseline)


def with_levers(world: _engine.World, levers: Mapping[str, float]) -> _engine.World:
    """The same world with more levers set; where nobody pays they do nothing."""
    settings = [*world.settings, *(_engine.Setting(path, value) for path, value in levers.items())]
    return _engine.World(world.name, world.community, settings, world.leaves, world.from_week)


def worlds_needed(asked: Question) -> set[str]:
    """The levels, what they are held against, and the worlds that these leave."""
    leaves = {world.name: world.leaves for world in asked.study.lived.plan.worlds}
    needed = set(asked.levels) | {against(asked, level) for level in asked.levels}
    while more := {leaves[name] for name in needed if leaves[name]} - needed:
        needed |= more
    return needed


def whole_draws(study: Study, replicates: int | None, most: int) -> int:
    """How many replicates are lived again: as many as asked, or as the study has but not more than `most`."""
    asked = min(study.replicates, most) if replicates is None else replicates
    if not 1 <= asked <= study.replicates:
        raise RequestError(f"replicates = {asked}: this study has {study.replicates}")
    if study.lived.replicates[:asked] != list(range(asked)):
        raise RequestError("some replicates of this study could not be lived: none can be set against them")
    return asked
