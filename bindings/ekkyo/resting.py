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
        First what is surely heavier than all after it, in that order; then what stands out from chance, and then all
        others, both in the order of the tables: draws that are too few would deal another each time.
    is_shown : bool
        Whether anything stands out.
    replicates : int
        How many futures that was looked for in.
    needed : float
        How many it would take at least, if the heaviest is as heavy as it looks; infinite where nothing is to be seen.
    """

    paths: list[str]
    is_shown: bool
    replicates: int
    needed: float

    def heading(self, tongue: Tongue) -> str:
        """What stands above the list: that its first lines carry the result, or that nobody can tell yet."""
        if self.is_shown:
            return str(tongue["whatif"]["carries"])
        form = "too_few" if math.isfinite(self.needed) else "nothing_seen"
        told = tongue["whatif"][form].format(replicates=self.replicates, needed=f"{self.needed:.0f}")
        return tongue.sentences(tongue["whatif"]["unsettled"], told)


def rests(answer: Answer) -> Rests:
    """What an answer rests on."""
    statement = answer.run.statement(baseline="none")
    carried = statement.what_carries_it()
    is_asked = carried["kind"] == "behaviour"
    stands = carried.loc[is_asked & carried["stands_out"], "name"]
    sure = [path for path in carried["name"].head(ordered(carried, len(carried))) if path in set(stands)]
    found, asked = set(stands) - set(sure), set(carried.loc[is_asked, "name"]) - set(stands)
    paths = [*sure, *(path for path in rows() if path in found), *(path for path in rows() if path in asked)]
    needed = replicates_to_tell(carried["correlation"].to_numpy(), statement["none"].draws)
    return Rests(paths, bool(len(stands)), answer.replicates, needed)
