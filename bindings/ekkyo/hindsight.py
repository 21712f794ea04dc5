"""What a look after one year leads to, held against what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .accounts import LEDGERS, Account, Ledger
from .amounts import Array
from .errors import RequestError

if TYPE_CHECKING:
    from .statement import Statement

ONE_YEAR = 52

#: whoever stops or goes on after a year, and whether that was right: together all replicates
CELLS = ("stops_rightly", "stops_wrongly", "goes_on_rightly", "goes_on_wrongly")


@dataclass(frozen=True, eq=False)
class Hindsight:
    """A verdict after 52 weeks, and whether going on would have paid.

    Attributes
    ----------
    ledger : "full" or "cash"
        What is looked at: whether its NPV of the first 52 weeks is above zero.
    against : str
        What tells whether going on pays: full NPV with run-off against this world.
    goes_on, pays : numpy.ndarray
        Per replicate: the verdict, and the truth.
    paths : numpy.ndarray
        (replicate, week): cumulative full NPV against the same world, with nobody stopping.
    ends : numpy.ndarray
        Per replicate: where its path ends, with run-off; it pays where that is above zero.
    """

    ledger: Ledger
    against: str
    goes_on: NDArray[np.bool_]
    pays: NDArray[np.bool_]
    paths: Array
    ends: Array

    @property
    def counts(self) -> dict[str, int]:
        """How many of all replicates are in each of the four cells."""
        on, pays = self.goes_on, self.pays
        cells = (~on & ~pays, ~on & pays, on & pays, on & ~pays)
        return {name: int(np.sum(cell)) for name, cell in zip(CELLS, cells, strict=True)}

    @property
    def rules(self) -> dict[str, int]:
        """For how many of all replicates the look is right, and whoever always stops, or always goes on."""
        right, pays = int(np.sum(self.goes_on == self.pays)), int(np.sum(self.pays))
        return {"right": right, "stops": len(self.pays) - pays, "goes_on": pays}

    @property
    def shares(self) -> dict[str, float]:
        """The share of all replicates in each of the four cells."""
        return {name: count / len(self.goes_on) for name, count in self.counts.items()}

    def of_verdict(self, cell: str) -> float:
        """Of those with the verdict of a cell, the share in that cell; nan where nobody has that verdict."""
        verdict = self.goes_on if cell.startswith("goes_on") else ~self.goes_on
        return self.shares[cell] / float(np.mean(verdict)) if verdict.any() else np.nan


def can_be_seen(statement: Statement, baseline: str | None = None) -> bool:
    """Whether there is a first year to look at, and something after it."""
    return statement.scenario.weeks > ONE_YEAR and statement.main(baseline) != "stopped"


def truth(statement: Statement, baseline: str | None = None) -> str:
    """What tells whether going on pays: support ending after the year, where that was lived; else the main baseline."""
    ends = "stopped" in statement.baselines and statement.scenario["run.today"] == ONE_YEAR
    return "stopped" if ends else statement.main(baseline)


def looked_back(seen: Account, against: Account, ledger: Ledger) -> Hindsight:
    """The rule and the truth, per replicate: going on only if the NPV of the first 52 weeks is above zero."""
    ends = against.npv("full", runoff=True)
    return Hindsight(
        ledger=ledger,
        against=against.baseline,
        goes_on=seen.weekly(ledger)[:, :ONE_YEAR].sum(axis=1) > 0,
        pays=ends > 0,
        paths=against.weekly("full").cumsum(axis=1),
        ends=ends,
    )


def shares(seen: Account, against: Account, ledger: Ledger) -> dict[str, float]:
    """The share of replicates in each of the four cells."""
    return looked_back(seen, against, ledger).shares


def hindsight(statement: Statement, ledger: Ledger = "full", baseline: str | None = None) -> Hindsight:
    """The verdict after one year in a ledger, and the truth, per replicate.

    Raises
    ------
    RequestError
        If nothing comes after the first year, or support only begins then.
    """
    if not can_be_seen(statement, baseline):
        raise RequestError("a look after one year needs more than 52 weeks, and support from the first week on")
    return looked_back(statement[statement.main(baseline)], statement[truth(statement, baseline)], ledger)


def cells(statement: Statement) -> pd.DataFrame:
    """All four cells by ledger: ledger, verdict, count, share (of all), of_verdict (of those with it), against."""
    rows: list[dict[str, Any]] = []
    for ledger in LEDGERS:
        found = hindsight(statement, ledger)
        for cell, share in found.shares.items():
            told = {
                "count": found.counts[cell],
                "share": share,
                "of_verdict": found.of_verdict(cell),
                "against": found.against,
            }
            rows.append({"ledger": ledger, "verdict": cell, **told})
    return pd.DataFrame(rows)


def to_dict(statement: Statement) -> dict[str, Any] | None:
    """As it stands in JSON: what the truth is taken against, and the four cells of each ledger; null without a year."""
    if not can_be_seen(statement):
        return None
    return {"against": truth(statement), **{ledger: hindsight(statement, ledger).shares for ledger in LEDGERS}}
