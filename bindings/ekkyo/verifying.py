"""Lives a sample of a saved study again, and compares every bit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from . import _engine
from .keeping import read_manifest
from .parts import live_part, named
from .tables import column_names

if TYPE_CHECKING:
    from .worlds import Worlds


@dataclass(frozen=True)
class Verified:
    """What came of living a sample again.

    Attributes
    ----------
    replicates : list of int
        The sample.
    differences : list of str
        Where a bit differs: world, replicate, and the first column and week. Empty: all the same.
    build, saved_by : str
        This engine, and the one that lived it first.
    """

    replicates: list[int]
    differences: list[str]
    build: str
    saved_by: str

    def sentence(self) -> str:
        """In words."""
        how_many = f"{len(self.replicates)} replicate{'s' if len(self.replicates) != 1 else ''}"
        if not self.differences:
            return f"{how_many} lived again by {self.build}: every bit is the same."
        other = "" if self.build == self.saved_by else f"; it was saved by {self.saved_by}"
        return f"{how_many} lived again by {self.build}{other}: " + "; ".join(self.differences)


def verify(directory: str | Path, replicates: int = 8) -> Verified:
    """Lives some replicates of a saved run or study again, evenly from all of them, and compares every bit.

    Raises
    ------
    StoreError
        If the file is not what was written, before anything is lived.

    Examples
    --------
    >>> import ekkyo as ek, tempfile
    >>> scenario = ek.Scenario.from_toml("company.employees = 100\\nrun.weeks = 30\\nrun.today = 10")
    >>> saved = ek.simulate(scenario, replicates=4, progress=False).save(tempfile.mkdtemp())
    >>> ek.verify(saved, replicates=2).differences
    []
    """
    from .store import load

    lived = load(directory).lived
    places = np.unique(np.linspace(0, len(lived.replicates) - 1, replicates).round().astype(int))
    sample = [lived.replicates[place] for place in places]
    again = live_part(lived.plan, sample)
    differences = [told for name in lived.raw for told in differing(lived, name, places, again["worlds"][name])]
    return Verified(sample, differences, named(_engine.build), named(read_manifest(Path(directory))["build"]))


def differing(lived: Worlds, world: str, places: Any, again: Any) -> Iterator[str]:
    """Replicates of a world that came out differently, with the first column and week."""
    for new, old in enumerate(places):
        kept, got = lived.raw[world]["columns"][:, old], again["columns"][:, new]
        if kept.tobytes() != got.tobytes():
            column, week = np.argwhere(kept.view("u8") != got.view("u8"))[0]
            yield f"{world}, replicate {lived.replicates[old]}: {column_names()[column]} differs from week {week} on"
