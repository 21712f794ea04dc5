"""A part of a study: so many replicates in a row, lived here or elsewhere, and put together again."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any, TypedDict

import numpy as np

from . import _engine
from .amounts import Array
from .plan import Plan, taken_at, world_from_dict, world_to_dict
from .scenario import Scenario


class Raw(TypedDict):
    """One world as the engine gives it."""

    columns: Array  # (column, replicate, week)
    plan: Array  # (hosts or platform, replicate, week)
    launches: Any  # one row per launched idea


class Part(TypedDict):
    """Some replicates, lived in all worlds."""

    worlds: dict[str, Raw]
    replicates: list[int]
    interrupted: bool
    seconds: float


class Task(TypedDict):
    """All that somebody needs to live a part: plain values, so that it can be sent anywhere."""

    engine: dict[str, str]
    scenario: str
    directory: str
    worlds: list[dict[str, Any]]
    replicates: list[int]
    per_draw: int
    at_base: bool
    threads: int


class EngineError(RuntimeError):
    """The work was sent to an engine other than the one that asked for it."""


def task_of(plan: Plan, replicates: Sequence[int], threads: int = 0) -> Task:
    """Some replicates of a plan, as a task for anybody."""
    return Task(
        engine=_engine.build,
        scenario=plan.scenario.to_toml(),
        directory=str(plan.scenario.directory.resolve()),
        worlds=[world_to_dict(world) for world in plan.worlds],
        replicates=list(replicates),
        per_draw=plan.per_draw,
        at_base=plan.at_base,
        threads=threads,
    )


def run_part(task: Task) -> Part:
    """Lives a part wherever it was sent.

    Raises
    ------
    EngineError
        If this engine is another than the one that sent it: its numbers could differ.
    """
    here, there = _engine.build, task["engine"]
    if (here["version"], here["fingerprint"]) != (there["version"], there["fingerprint"]):
        raise EngineError(f"{named(here)} was asked to live a part of a study by {named(there)}; install the same")
    scenario = Scenario.from_toml(task["scenario"], task["directory"])
    worlds = tuple(world_from_dict(world) for world in task["worlds"])
    plan = Plan(scenario, worlds, max(task["replicates"]) + 1, task["per_draw"], task["at_base"])
    return live_part(plan, task["replicates"], task["threads"])


def live_part(
    plan: Plan, replicates: Sequence[int], threads: int = 0, told: Callable[[int], object] | None = None
) -> Part:
    """Lives some replicates here, on so many threads (0: all there are)."""
    began = time.perf_counter()
    quantiles = taken_at(plan.scenario, replicates, plan.per_draw, plan.at_base)
    got = _engine.simulate(plan.scenario.engine, list(plan.worlds), list(replicates), quantiles, threads, told)
    return Part(
        worlds=got["worlds"],
        replicates=list(got["replicates"]),
        interrupted=bool(got["interrupted"]),
        seconds=time.perf_counter() - began,
    )


def named(build: dict[str, str]) -> str:
    """An engine, in a few words."""
    return f"ekkyo {build['version']} ({build['fingerprint']})"


def joined(parts: Sequence[Part]) -> Part:
    """Parts in the order of their replicates, as one."""
    parts = sorted(parts, key=lambda part: part["replicates"][:1])
    if len(parts) == 1:
        return parts[0]
    whole = Part(
        worlds={world: joined_world([part["worlds"][world] for part in parts]) for world in parts[0]["worlds"]},
        replicates=[r for part in parts for r in part["replicates"]],
        interrupted=any(part["interrupted"] for part in parts),
        seconds=sum(part["seconds"] for part in parts),
    )
    in_order = sorted(whole["replicates"])
    return whole if whole["replicates"] == in_order else cut(whole, in_order)


def joined_world(raws: Sequence[Raw]) -> Raw:
    """One world of several parts; launched ideas keep pointing at their replicate."""
    before, launches = 0, []
    for raw in raws:
        rows = raw["launches"].copy()
        rows["replicate"] += before
        before += raw["columns"].shape[1]
        launches.append(rows)
    return Raw(
        columns=np.concatenate([raw["columns"] for raw in raws], axis=1),
        plan=np.concatenate([raw["plan"] for raw in raws], axis=1),
        launches=np.concatenate(launches),
    )


def cut(part: Part, replicates: Sequence[int]) -> Part:
    """Of a part, only these replicates."""
    place = [part["replicates"].index(r) for r in replicates]
    return Part(
        worlds={world: cut_world(raw, place) for world, raw in part["worlds"].items()},
        replicates=list(replicates),
        interrupted=False,
        seconds=part["seconds"] * len(place) / max(len(part["replicates"]), 1),
    )


def cut_world(raw: Raw, place: Sequence[int]) -> Raw:
    """Of one world, only the replicates at these places."""
    launches = raw["launches"]
    to = {old: new for new, old in enumerate(place)}
    kept = launches[np.isin(launches["replicate"], list(place))].copy()
    kept["replicate"] = [to[int(old)] for old in kept["replicate"]]
    return Raw(
        columns=np.ascontiguousarray(raw["columns"][:, place]),
        plan=np.ascontiguousarray(raw["plan"][:, place]),
        launches=kept,
    )
