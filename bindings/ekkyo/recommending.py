"""Whether a plan is to be recommended: a rule that is said beside its answer, and that can say no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .run import Run
from .statement import Statement
from .study import Study

Verdict = Literal["recommended", "undecided", "not_recommended"]


@dataclass(frozen=True)
class Recommendation:
    """What is recommended, and why.

    Attributes
    ----------
    verdict : str
        ``recommended`` where mean and middle of the NPV are above zero in both ledgers and no other choice has a higher
        mean; ``not_recommended`` where neither is above zero in the full ledger, or another choice is better and the
        money does not come back; ``undecided`` between.
    pays_in_full, pays_in_cash : bool
        Whether mean and middle are above zero.
    better : str or None
        The choice with the highest mean full NPV, where that is another one.
    """

    verdict: Verdict
    pays_in_full: bool
    pays_in_cash: bool
    better: str | None


def recommend(result: Run | Study, level: str, statement: Statement) -> Recommendation:
    """What its numbers say of a level; nobody tuned them to say yes."""
    one = statement[statement.main()]
    full, cash = one.full.npv, one.cash.npv
    in_full, in_cash = (min(npv.mean, npv.p50) > 0 for npv in (full, cash))
    best = result.decision.best if isinstance(result, Study) else level
    better = best if best != level else None
    if max(full.mean, full.p50) <= 0 or (better is not None and not in_cash):
        return Recommendation("not_recommended", in_full, in_cash, better)
    told: Verdict = "recommended" if in_full and in_cash and better is None else "undecided"
    return Recommendation(told, in_full, in_cash, better)
