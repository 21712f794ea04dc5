"""What is to be lived: a scenario, the worlds beside each other, and how often."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from . import _engine
from .amounts import Array
from .errors import RequestError
from .sampling import quantiles
from .scenario import Scenario

#: replicates that are kept, moved and counted together; even, so that no draw is cut in two
PART = 16

#: how unknowns are sampled; another number says that the same seed gives other draws
DESIGN = 1


@dataclass(frozen=True, eq=False)
class Plan:
    """What is to be lived.

    Attributes
    ----------
    scenario : Scenario
    worlds : tuple of World
        Beside each other, with the same people and luck.
    replicates : int
        How often, each time with other luck.
    per_draw : int
        How many replicates in a row share what was drawn for the unknowns; two or more tell chance from not knowing.
    at_base : bool
        Every unknown at its base value.

    Raises
    ------
    ScenarioError
        Where a world cannot be lived: a level or a lever that does not exist, a value out of range.
    """

    scenario: Scenario
    worlds: tuple[_engine.World, ...]
    replicates: int
    per_draw: int = 2
    at_base: bool = False

    def __post_init__(self) -> None:
        if self.replicates < 1:
            raise RequestError(f"replicates = {self.replicates}: at least one is needed")
        if not 1 <= self.per_draw <= PART or PART % self.per_draw:
            shared = ", ".join(str(n) for n in range(1, PART + 1) if PART % n == 0)
            raise RequestError(f"per_draw = {self.per_draw}: so many replicates can share a draw: {shared}")
        _engine.check_worlds(self.scenario.engine, list(self.worlds))

    def times(self, replicates: int) -> Plan:
        """The same, so often."""
        return replace(self, replicates=replicates)

    def parts(self) -> list[range]:
        """The replicates in pieces; the first pieces of a longer plan are those of a shorter one."""
        starts = range(0, self.replicates, PART)
        return [range(first, min(first + PART, self.replicates)) for first in starts]

    @cached_property
    def key(self) -> str:
        """A fingerprint of everything that decides what is lived, except how often and by which engine."""
        told = json.dumps(self.to_dict(), sort_keys=True, ensure_ascii=False)
        return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()

    def to_dict(self) -> dict[str, Any]:
        """What decides what is lived: the scenario without prices, levels spelled out, worlds, and the design."""
        engine = self.scenario.engine
        worlds = [world_to_dict(world) for world in self.worlds]
        settings = [s for s in engine.settings if s.path not in ("name", "version") and not only_prices(s.path)]
        people = self.scenario["company.people"]
        levels = {s.value for s in settings if s.path == "support.level"}
        levels |= {value for world in worlds for path, value in world["settings"] if path == "support.level"}
        return {
            "settings": sorted(([s.path, s.value, s.from_week, s.silo] for s in settings), key=_in_order),
            "levels": {level: self._levers(level) for level in sorted(levels | {self.scenario["support.level"]})},
            "people": hashlib.blake2b(Path(people).read_bytes()).hexdigest() if people else None,
            "worlds": worlds,
            "seed": self.scenario["run.seed"],
            "weeks": self.scenario.weeks,
            "per_draw": self.per_draw,
            "at_base": self.at_base,
            "design": DESIGN,
        }

    def _levers(self, level: str) -> list[Any]:
        levers = _engine.level_settings(level, str(self.scenario.directory))
        return [[lever.path, lever.value] for lever in levers]


def _in_order(setting: list[Any]) -> tuple[Any, ...]:
    """By path and value; what is a spread at first comes after what it is set to on the way."""
    path, value, *rest = setting
    return (path, True, 0, *rest) if isinstance(value, dict) else (path, False, value, *rest)


def only_prices(path: str) -> bool:
    """Whether a setting is a price, or ties two prices together: nobody does anything else for it."""
    return all(part.startswith("prices.") for part in path.removeprefix("correlation.").split(" ~ "))


def taken_at(scenario: Scenario, replicates: Sequence[int], per_draw: int, at_base: bool) -> Array:
    """The quantiles at which unknowns are taken: (replicate, unknown), in the engine's order; no column at base."""
    if at_base:
        return np.empty((len(replicates), 0))
    draws = np.asarray(replicates, dtype=int) // per_draw
    unknown = _engine.unknowns(scenario.engine)
    different, of = np.unique(draws, return_inverse=True)
    design = quantiles(scenario["run.seed"], unknown, different.tolist(), scenario.engine.correlations)
    return np.ascontiguousarray(design[of])


def world_to_dict(world: _engine.World) -> dict[str, Any]:
    """A world in plain values; `world_from_dict` makes it again."""
    return {
        "name": world.name,
        "community": world.community.name,
        "settings": [[setting.path, setting.value] for setting in world.settings],
        "leaves": world.leaves,
        "from_week": world.from_week,
        "sponsored": world.sponsored,
    }


def world_from_dict(told: dict[str, Any]) -> _engine.World:
    """The world that `world_to_dict` wrote down."""
    settings = [_engine.Setting(path, value) for path, value in told["settings"]]
    community = getattr(_engine.Community, told["community"])
    return _engine.World(
        told["name"], community, settings, told["leaves"], told["from_week"], told.get("sponsored", False)
    )


def worlds_called(scenario: Scenario, names: Iterable[str]) -> tuple[_engine.World, ...]:
    """Worlds by their names: ``level``, ``none``, ``twin``, ``stopped``, or a support level."""
    return tuple(_engine.world_called(scenario.engine, name) for name in names)
