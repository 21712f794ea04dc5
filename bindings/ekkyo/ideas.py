"""The ideas that a community launched, one by one, and whether they came to anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import _engine
from .amounts import Array

if TYPE_CHECKING:
    from .scenario import Scenario
    from .worlds import Worlds


def launched(scenario: Scenario, lived: Worlds, world: str) -> pd.DataFrame:
    """The launched ideas of a world, and how they ended at the prices of a scenario; see `Statement.launches`."""
    frame = lived.launches(world)
    place = {replicate: place for place, replicate in enumerate(lived.replicates)}
    of = frame["replicate"].map(place).to_numpy(dtype=int)
    kind = np.where(frame["new_business"], "new business", "improvement")
    businesses, improvements = (chance(scenario, lived, name)[of] for name in ("business", "improvement"))
    succeeded = frame["success"] < np.where(frame["new_business"], businesses, improvements)
    told = {"replicate": frame["replicate"], "week": frame["week"], "kind": kind}
    told |= {"lag": frame["matures"] - frame["week"], "matures": frame["matures"], "succeeded": succeeded}
    return pd.DataFrame({**told, "sign": frame["sign"]})


def chance(scenario: Scenario, lived: Worlds, kind: str) -> Array:
    """The chance of success in each replicate: as it was drawn, or as it is known."""
    path, unknowns = f"prices.{kind}_success", list(_engine.unknowns(scenario.engine))
    if path not in unknowns:
        return np.full(len(lived.replicates), float(scenario[path]) / 100)
    drawn: Array = _engine.drawn(scenario.engine, lived.taken_at(scenario))
    return drawn[:, unknowns.index(path)] / 100
