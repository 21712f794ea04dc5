"""What an answer rests on, of what people do and nobody knows, and what can be said of that after so few futures."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .answers import Answer
from .carrying import ordered, replicates_to_tell
from .tables import rows
from .tongue import Tongue


@dataclass(frozen=True)
class Rests:
    """What carries an answer.

    Attributes
    ----------
    paths : list of str
        First what is surely heavier than all after it, in that order; then what stands out from chance, what is
        suspected to carry something, and all others, each in the order of the tables: draws that are too few would
        deal another each time.
    is_shown : bool
        Whether anything stands out.
    suspected : int
        How many of the first may carry the result, where nothing stands out.
    replicates : int
        How many futures that was looked for in.
    needed : float
        How many it would take for the heaviest to stand out; infinite where nothing is to be seen.
    """

    paths: list[str]
    is_shown: bool
    suspected: int
    replicates: int
    needed: float

    def heading(self, tongue: Tongue) -> str:
        """What stands above the list: that its first lines carry the result, or that nobody can tell yet."""
        if self.is_shown:
            return str(tongue["whatif"]["carries"])
        said = tongue["whatif"]
        told = [said["unsettled"], said["too_few"].format(replicates=self.replicates)]
        if math.isfinite(self.needed):
            told.append(said["needed"].format(needed=f"{self.needed:.0f}"))
        told.append(said["suspects" if self.suspected else "no_order"].format(suspected=self.suspected))
        return tongue.sentences(*told)


def rests(answer: Answer) -> Rests:
    """What an answer rests on."""
    statement = answer.run.statement(baseline="none")
    carried = statement.what_carries_it()
    asked = carried[carried["kind"] == "behaviour"]
    stands, may = (set(asked.loc[asked[column], "name"]) for column in ("stands_out", "suspected"))
    sure = [path for path in carried["name"].head(ordered(carried, len(carried))) if path in stands]
    groups = [stands - set(sure), may - stands, set(asked["name"]) - may]
    paths = [*sure, *(path for group in groups for path in rows() if path in group)]
    needed = replicates_to_tell(carried["correlation"].to_numpy(), statement["none"].draws)
    return Rests(paths, bool(stands), len(may), answer.replicates, needed)
