"""The same people and the same luck, lived in several worlds side by side."""

from __future__ import annotations

import hashlib
import time
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypedDict

import numpy as np
import pandas as pd
import xarray as xr
from tqdm.auto import tqdm

from . import _engine
from .amounts import Array
from .scenario import Scenario
from .tables import column_names, rows

PLAN = ("hosts", "platform")

#: worlds that are no support level
OWN_WORLDS = ("level", "none", "twin", "stopped")


class Raw(TypedDict):
    """One world as the engine gives it."""

    columns: Array  # (column, replicate, week)
    plan: Array  # (hosts or platform, replicate, week)
    launches: Any  # one row per launched idea


@dataclass(frozen=True, eq=False)
class Worlds:
    """What every world left in its ledger, for all finished replicates."""

    scenario: Scenario
    raw: dict[str, Raw]
    replicates: list[int]
    unknowns: list[str]
    drawn: Array
    at_base: bool
    asked: int  # replicates
    interrupted: bool
    seconds: float

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

    def plan(self) -> xr.Dataset:
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


def attributes(row: Mapping[str, Any]) -> dict[str, str]:
    """What a column means, as attributes of a variable."""
    return {"units": row["unit"], "long_name": row["text"], "long_name_ja": row["ja"], "kind": row["kind"]}


def live(
    scenario: Scenario,
    worlds: Sequence[str],
    replicates: int,
    threads: int | None,
    progress: bool,
    at_base: bool,
) -> Worlds:
    """Simulates all worlds of all replicates. Ctrl-C keeps those that are finished, and warns."""
    if replicates < 1:
        raise ValueError(f"replicates = {replicates}: at least one is needed")
    if len(set(worlds)) < len(worlds):
        raise ValueError(f"worlds {', '.join(worlds)}: each can be lived once")
    # a level that does not exist is found before anybody waits
    for level in (world for world in worlds if world not in OWN_WORLDS):
        scenario.replace({"support.level": level})

    began = time.perf_counter()
    with tqdm(total=replicates, disable=not progress, unit="replicate", desc=scenario.name or None) as bar:
        told = (lambda done: bar.update(done - bar.n)) if progress else None
        got = _engine.simulate(scenario.engine, list(worlds), replicates, threads or 0, at_base, told)

    finished = list(got["replicates"])
    if got["interrupted"] and not finished:
        raise KeyboardInterrupt
    if got["interrupted"]:
        warnings.warn(f"Interrupted: {len(finished)} of {replicates} replicates are kept.", stacklevel=3)
    return Worlds(
        scenario=scenario,
        raw=got["worlds"],
        replicates=finished,
        unknowns=list(got["unknowns"]),
        drawn=got["drawn"],
        at_base=at_base,
        asked=replicates,
        interrupted=bool(got["interrupted"]),
        seconds=time.perf_counter() - began,
    )


def behaviour_unknowns(worlds: Worlds) -> pd.DataFrame:
    """Of what was drawn, that which people do: prices are drawn again wherever they are applied."""
    frame = worlds.drawn_frame()
    return frame[[path for path in frame if rows()[path]["section_kind"] != "price"]]
