"""The same people and the same luck, lived in several worlds side by side."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import xarray as xr

from . import _engine
from .amounts import Array
from .executing import Lived, execute, together
from .keeping import Keeping
from .netcdf import PLAN, attributes
from .parts import Raw
from .plan import Plan, taken_at
from .scenario import Scenario
from .splitting import Draws
from .tables import column_names, rows

#: what the name of a plan ends with where its sponsor may stop it
SPONSORED = ", sponsored"

#: worlds that are no support level
OWN_WORLDS = ("level", "level, sponsored", "none", "twin", "stopped")


@dataclass(frozen=True, eq=False)
class Worlds:
    """What every world left in its ledger, for all finished replicates."""

    plan: Plan
    raw: dict[str, Raw]
    replicates: list[int]
    interrupted: bool
    failed: list[tuple[list[int], str]]  # replicates that could not be lived, and why
    seconds: float

    @cached_property
    def _taken(self) -> dict[tuple[Any, ...], Array]:
        return {}

    @property
    def scenario(self) -> Scenario:
        """What was lived, with the prices it was lived with."""
        return self.plan.scenario

    @property
    def unknowns(self) -> list[str]:
        """Everything that is not known, in the engine's order."""
        return list(_engine.unknowns(self.scenario.engine))

    @property
    def draws(self) -> Draws:
        """Which draw of what is not known each replicate has; at base every replicate stands for itself."""
        return np.array(self.replicates, dtype=np.int64) // self.per_draw

    @property
    def per_draw(self) -> int:
        """How many replicates share a draw."""
        return 1 if self.at_base else self.plan.per_draw

    @property
    def at_base(self) -> bool:
        """Whether every unknown was at its base value."""
        return self.plan.at_base

    @property
    def asked(self) -> int:
        """How many replicates were asked for."""
        return self.plan.replicates

    @cached_property
    def drawn(self) -> Array:
        """What was drawn for everything that is not known, or its base value: (replicate, unknown)."""
        values: Array = _engine.drawn(self.scenario.engine, self.taken_at(self.scenario))
        return values

    def taken_at(self, scenario: Scenario) -> Array:
        """The quantiles of what is not known in a scenario that differs in its prices: (replicate, unknown)."""
        asked = (*_engine.unknowns(scenario.engine), *scenario.engine.correlations)
        if asked not in self._taken:
            self._taken[asked] = taken_at(scenario, self.replicates, self.plan.per_draw, self.plan.at_base)
        return self._taken[asked]

    def against(self, here: str, baseline: str) -> str | None:
        """The world that is this one's baseline: its own where it has one, else that of all; None if not lived."""
        own = f"{here.removesuffix(SPONSORED)}, {baseline}"
        return own if own in self.raw else baseline if baseline in self.raw else None

    def more(self, here: str, baseline: str, column: int | slice = slice(None)) -> Array:
        """What a world has more than its own baseline: (column, replicate, week), or of one column."""
        against = self.against(here, baseline) or baseline
        more: Array = self.raw[here]["columns"][column] - self.raw[against]["columns"][column]
        return more

    def coordinates(self) -> dict[str, Any]:
        """Replicate, week, and the day on which each week begins."""
        start = np.datetime64(self.scenario["run.start"], "D")
        weeks = np.arange(self.scenario.weeks)
        dates = (start + 7 * weeks).astype("datetime64[ns]")
        return {
            "replicate": ("replicate", np.array(self.replicates), {"long_name": "replicate"}),
            "week": ("week", weeks, {"long_name": "week", "long_name_ja": "週"}),
            "date": ("week", dates, {"long_name": "first day of the week"}),
        }

    def dataset(self, world: str) -> xr.Dataset:
        """The ledger of a world, a variable per column, dims (replicate, week)."""
        columns = self.raw[world]["columns"]
        return xr.Dataset(
            {
                row["name"]: (("replicate", "week"), columns[i], attributes(row))
                for i, row in enumerate(_engine.columns)
            },
            self.coordinates(),
            {"title": self.scenario.name, "world": world},
        )

    def invested(self) -> xr.Dataset:
        """What the company put in: full-time hosts, and how far a platform is paid for; (world, replicate, week)."""
        plans = np.stack([raw["plan"] for raw in self.raw.values()])
        dims = ("world", "replicate", "week")
        return xr.Dataset(
            {name: (dims, plans[:, i]) for i, name in enumerate(PLAN)}, {**self.coordinates(), "world": list(self.raw)}
        )

    def launches(self, world: str) -> pd.DataFrame:
        """The ideas that were launched, with their luck; sign -1: had only without the community."""
        frame = pd.DataFrame(self.raw[world]["launches"])
        frame["replicate"] = np.array(self.replicates, dtype=int)[frame["replicate"]]
        return frame

    def drawn_frame(self) -> pd.DataFrame:
        """What was drawn for everything that is not known: a row per replicate."""
        replicates = pd.Index(self.replicates, name="replicate")
        return pd.DataFrame(self.drawn, index=replicates, columns=self.unknowns)

    @cached_property
    def column_hashes(self) -> dict[str, str]:
        """A fingerprint of each column over all worlds, replicates and weeks."""

        def fingerprint(column: int) -> str:
            hashed = hashlib.blake2b(digest_size=8)
            for world in sorted(self.raw):
                hashed.update(np.ascontiguousarray(self.raw[world]["columns"][column], dtype="<f8").data)
            return hashed.hexdigest()

        return {name: fingerprint(i) for i, name in enumerate(column_names())}

    @cached_property
    def ledger_hash(self) -> str:
        """One fingerprint of all columns: of the sorted list of their names and fingerprints."""
        listed = "".join(f"{name} {value}\n" for name, value in sorted(self.column_hashes.items()))
        return hashlib.blake2b(listed.encode(), digest_size=8).hexdigest()


class Datasets(Mapping[str, xr.Dataset]):
    """The worlds by name, each an `xarray.Dataset`."""

    def __init__(self, worlds: Worlds):
        self._worlds = worlds
        self._made: dict[str, xr.Dataset] = {}

    def __getitem__(self, world: str) -> xr.Dataset:
        if world not in self._made:
            self._made[world] = self._worlds.dataset(world)
        return self._made[world]

    def __iter__(self) -> Iterator[str]:
        return iter(self._worlds.raw)

    def __len__(self) -> int:
        return len(self._worlds.raw)

    def __repr__(self) -> str:
        return "Worlds: " + ", ".join(self)


def live(
    plan: Plan,
    threads: int | None = None,
    progress: bool = True,
    out: str | Path | None = None,
    executor: Executor | None = None,
    replace: bool = False,
    sofar: Lived | None = None,
) -> Worlds:
    """Lives a plan, and goes on with what is kept of it in `out`, or with `sofar`, which is added to.

    Ctrl-C keeps what is finished, and warns.
    """
    began = time.perf_counter()
    with Keeping(out, plan, replace) if out else nullcontext() as keeping:
        lived = execute(plan, sofar or Lived(), threads, progress, keeping, executor)
    return worlds_of(plan, lived, time.perf_counter() - began)


def worlds_of(plan: Plan, lived: Lived, seconds: float) -> Worlds:
    """What was lived, put together."""
    part = together(lived)
    return Worlds(
        plan=plan,
        raw=part["worlds"],
        replicates=part["replicates"],
        interrupted=lived.interrupted,
        failed=lived.failed,
        seconds=seconds,
    )


def behaviour_unknowns(worlds: Worlds) -> pd.DataFrame:
    """Of what was drawn, that which people do: prices are drawn again wherever they are applied."""
    frame = worlds.drawn_frame()
    return frame[[path for path in frame if rows()[path]["section_kind"] != "price"]]
