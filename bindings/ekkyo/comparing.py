"""A level beside the next cheaper one, replicate by replicate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from .accounts import LEDGERS
from .amounts import NOTHING, Array
from .deciding import confidence_best, replicates_needed, share_best
from .splitting import by_draw, interval, split

if TYPE_CHECKING:
    from .study import Study


def row(study: Study, level: str) -> dict[str, Any]:
    """A level's row of the investment table; see `Study.table`."""
    told: dict[str, Any] = {}
    account = study.statement(level)[study.base]
    for ledger in LEDGERS:
        book, clock = getattr(account, ledger), account.payback(ledger)
        for total in ("cost", "value", "npv", "roi"):
            told |= spelled(f"{ledger}_{total}", getattr(book, total)._asdict())
        told[f"{ledger}_chance"] = book.chance
        told[f"{ledger}_payback"] = clock.p50 if clock else np.nan
    told |= spelled("worth", study.statement(level)[study.worth].full.npv._asdict())
    told |= as_it_would_go(study, level)
    told |= {"best_share": study.decision.share[level], "best_confidence": study.decision.confidence[level]}
    parts = split(account.npv(), account.draws)
    told["not_knowing"] = parts.share_unknown if parts else np.nan
    return told | step(study, level)


def as_it_would_go(study: Study, level: str) -> dict[str, Any]:
    """What a sponsor makes of a level: how often it is stopped, what it then brings, and what impatience costs."""
    one = study.statement(level).sponsored
    if one is None:
        return {}
    sponsored = spelled("sponsored_npv", one.account.full.npv._asdict())
    return {"stopped": one.stopped} | sponsored | spelled("impatience", one.impatience()._asdict())


#: so sure one would want to be
SURE = 0.95

#: more replicates than this nobody lives
MOST = 1_000_000


@dataclass(frozen=True)
class Decision:
    """Which choice is best in full NPV, and how sure that is.

    Attributes
    ----------
    best : str
        The choice with the highest mean; the cheapest of those that share it. Doing nothing is a choice.
    share : dict of str to float
        For each choice, the share of replicates in which none has a higher NPV. This does not get surer with more
        replicates: it is what luck and not knowing leave open.
    confidence : dict of str to float
        For each choice, how sure it is that its mean is the highest, given that only so many replicates were lived.
    needed : int or None
        How many replicates in all would make it 95 % sure which mean is the highest, if all stays as seen; None where
        that is more than a million.
    """

    best: str
    share: dict[str, float]
    confidence: dict[str, float]
    needed: int | None


def decision(study: Study) -> Decision:
    """Which choice is best, how sure that is, and how many replicates would make it sure."""
    choices, expected = study.choices, by_draw(study.npvs(drawn=False), study.lived.draws)
    shares, confidence = share_best(study.npvs()), confidence_best(expected)
    per_draw = study.lived.per_draw
    draws = replicates_needed(expected, SURE, MOST // per_draw)
    highest = expected.mean(axis=1)
    return Decision(
        best=choices[int(np.argmax(highest >= highest.max() - NOTHING))],
        share=dict(zip(choices, shares.tolist(), strict=True)),
        confidence=dict(zip(choices, confidence.tolist(), strict=True)),
        needed=None if draws is None else draws * per_draw,
    )


def step(study: Study, level: str) -> dict[str, Any]:
    """What a level adds to the next cheaper one, with the same people and luck."""
    other = study.cheaper[level]
    if other is None:
        return {"difference_to": None}
    expected, drawn = study.difference(level, drawn=False), study.difference(level)
    low, high = interval(expected, study.lived.draws)
    p05, p50, p95 = np.quantile(drawn, [0.05, 0.5, 0.95])
    return {
        "difference_to": other,
        "difference": float(expected.mean()),
        "difference_low": low,
        "difference_high": high,
        "difference_p05": float(p05),
        "difference_p50": float(p50),
        "difference_p95": float(p95),
        "difference_chance": float(np.mean(drawn > NOTHING)),
    }


def spelled(name: str, values: Mapping[str, float]) -> dict[str, float]:
    """``name`` for the mean, ``name_p05`` and so on for the rest."""
    return {name if key == "mean" else f"{name}_{key}": value for key, value in values.items()}


def spread(a: Array, b: Array) -> dict[str, float]:
    """The variance of a paired difference beside that of an unpaired one; nan where nothing varies.

    Examples
    --------
    >>> spread(np.array([1.0, 2.0, 3.0]), np.array([2.0, 3.0, 4.5]))["ratio"] > 10
    True
    """
    if len(a) < 2:
        return {"paired": np.nan, "independent": np.nan, "ratio": np.nan}
    paired = float(np.var(b - a, ddof=1))
    independent = float(np.var(a, ddof=1) + np.var(b, ddof=1))
    return {"paired": paired, "independent": independent, "ratio": independent / paired if paired > 0 else np.nan}
