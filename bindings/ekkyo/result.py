"""What a run and a study have in common: finished worlds, their figures and frames, and a place on disk."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
import xarray as xr

from .scenario import Scenario
from .worlds import Datasets, Worlds


class Result:
    """Finished worlds, at the prices of a scenario."""

    def __init__(self, scenario: Scenario, lived: Worlds):
        self.scenario = scenario
        self.lived = lived
        self.worlds = Datasets(lived)

    @property
    def name(self) -> str:
        """What the scenario is called."""
        return self.scenario.name

    @property
    def replicates(self) -> int:
        """How many replicates are finished."""
        return len(self.lived.replicates)

    @property
    def interrupted(self) -> bool:
        """Whether Ctrl-C ended it early; finished replicates are kept."""
        return self.lived.interrupted

    @property
    def column_hashes(self) -> dict[str, str]:
        """A fingerprint of each ledger column, over all worlds, replicates and weeks."""
        return self.lived.column_hashes

    @property
    def ledger_hash(self) -> str:
        """One fingerprint of all columns; the same for any number of threads."""
        return self.lived.ledger_hash

    @property
    def plan(self) -> xr.Dataset:
        """What the company put in, by world, replicate and week."""
        return self.lived.invested()

    @cached_property
    def launches(self) -> dict[str, pd.DataFrame]:
        """The launched ideas of each world, with their luck."""
        return {world: self.lived.launches(world) for world in self.worlds}

    @cached_property
    def drawn(self) -> pd.DataFrame:
        """What was drawn for everything that is not known: replicate x unknown."""
        return self.lived.drawn_frame()

    @property
    def plot(self) -> Any:
        """Figures: ``plot.curves()``, ``.investment()``, ``.payback()``, ``.ladder()`` and more."""
        from .plots import Plots

        return Plots(self)  # type: ignore[arg-type]

    @property
    def frame(self) -> Any:
        """The numbers behind each figure, by its name: ``frame.curves()`` and the like."""
        from .frames import Frames

        return Frames(self)  # type: ignore[arg-type]

    def save(self, directory: str | Path, replace: bool = False) -> Path:
        """Writes results.nc and manifest.json; `ekkyo.load` reads them. Other results there are kept, unless told."""
        from .store import save

        return save(self, directory, replace)  # type: ignore[arg-type]
