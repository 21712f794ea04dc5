"""The statement: what a support plan costs and brings, against a named baseline, in cash and in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from . import _engine, briefly, hindsight, showing, wording
from . import matrix as matrices
from .accounts import BASELINES, LEDGERS, Account, Book, Clock, account, clock_of
from .amounts import Amount, Array, clean
from .carrying import by_grade, what_carries_it
from .clocks import weeks_until
from .errors import RequestError
from .hindsight import ONE_YEAR
from .ideas import launched
from .indicators import indicators, indicators_dict
from .scenario import Scenario, with_prices
from .seeing import Report, reported, reported_dict
from .sponsored import Sponsored
from .stages import Stages, stages
from .tables import column_names
from .worlds import SPONSORED, Worlds

HOURS_PER_YEAR = 1900


@dataclass(frozen=True)
class OneYear:
    """What a look at the first 52 weeks would have shown, and whether it would have led astray.

    ``cash`` and ``full`` are books over these weeks. ``verdicts`` gives, for the rule "stop if the NPV after a year
    is not above zero" in each ledger, the share of replicates in which it stops or goes on, and whether going on
    was worth it: full NPV with run-off against support ending today. Empty where ``today`` is not after a year.
    """

    cash: Book
    full: Book
    verdicts: dict[str, dict[str, float]]


class Statement:
    """What a world costs and brings against each baseline.

    ``statement["none"]`` is an `Account` (``.cash``, ``.full``, ``.cash_runoff``, ``.full_runoff`` are `Book`s). Every
    amount is discounted, and is the difference of two worlds that share people and luck. Means take launched ideas
    at their expected value; quantiles and chances take the luck that was drawn.
    """

    def __init__(self, scenario: Scenario, lived: Worlds, here: str, baselines: Sequence[str] | None = None):
        self.scenario = scenario
        self.here = here
        self.lived = lived
        known = [name for name in BASELINES if lived.against(here, name)]
        missing = [name for name in baselines or () if name not in known]
        if missing or here not in lived.raw:
            raise RequestError(f"{', '.join(missing) or here}: not lived in this run; there are {', '.join(lived.raw)}")
        self.baselines: tuple[str, ...] = tuple(known if baselines is None else baselines)
        if not self.baselines:
            raise RequestError("nothing to compare with: the run has none of the worlds none, twin, stopped")

    @cached_property
    def accounts(self) -> dict[str, Account]:
        """The account against each baseline."""
        return {base: account(self.scenario, self.lived, self.here, base) for base in self.baselines}

    def __getitem__(self, baseline: str) -> Account:
        return self.accounts[baseline]

    @property
    def currency(self) -> str:
        """What all amounts are in."""
        return self.scenario.currency

    @property
    def level(self) -> str:
        """What its level is called: that of the scenario, or the one a study compares."""
        return str(self.scenario["support.level"]) if self.here == "level" else self.here

    @property
    def world(self) -> _engine.World:
        """The world it is about, as it was planned."""
        return next(world for world in self.lived.plan.worlds if world.name == self.here)

    @property
    def replicates(self) -> int:
        """Over how many replicates it is taken."""
        return len(self.lived.replicates)

    @cached_property
    def without_innovation(self) -> Statement:
        """The same with innovation switched off: no cost and no value of ideas."""
        off = with_prices(self.scenario, {"prices.innovation": False})
        return Statement(off, self.lived, self.here, self.baselines)

    @cached_property
    def sponsored(self) -> Sponsored | None:
        """The same plan as it would go, with a sponsor who may stop it; None where that was not lived."""
        here = self.here + SPONSORED
        if here not in self.lived.raw:
            return None
        as_it_goes = account(self.scenario, self.lived, here, self.main())
        return Sponsored(self.scenario, self.lived, as_it_goes, self[self.main()])

    @cached_property
    def clocks(self) -> dict[str, Clock | None]:
        """Weeks until ``signal``, ``cash``, ``full`` and ``innovation``, with the plan protected."""
        return {name: None if weeks is None else clock_of(weeks) for name, weeks in self.weeks_until.items()}

    @cached_property
    def weeks_until(self) -> dict[str, Array | None]:
        """The clocks of each replicate, with the plan protected; infinite where one is not reached."""
        return weeks_until(self.scenario, self.lived, self[self.main()])

    def main(self, baseline: str | None = None) -> str:
        """The baseline meant where none is named: nobody paying, where that was lived."""
        return baseline or self.baselines[0]

    def matrix(self, baseline: str | None = None) -> pd.DataFrame:
        """All 21 items of the matrix, what kind of value each is, how well known, and what it is held against.

        Columns: code, cell, text, ja, treatment, kind, grades, against, lines, mean, p05, p50, p95, counts.
        """
        return matrices.matrix(self.lived, self[self.main(baseline)])

    def cells(self, baseline: str | None = None) -> dict[str, Any]:
        """The matrix by its four cells, as in JSON."""
        return matrices.cells(self.lived, self[self.main(baseline)])

    def indicators(self, baseline: str | None = None) -> dict[str, dict[str, Amount]]:
        """The short-term indicators of slide 5: certificates, posts and hires, and what one of them costs."""
        return indicators(self, self.main(baseline))

    def indices(self, baseline: str | None = None) -> Stages:
        """Fun, skill, value, profit (楽→技→価→益) as indices: when each is at its height, and the lags."""
        return stages(self, self.main(baseline))

    def what_carries_it(self, baseline: str | None = None) -> pd.DataFrame:
        """Every unknown with its rank correlation with the full NPV: name, correlation, share, grade, source, ..."""
        return what_carries_it(self.scenario, self.lived, self[self.main(baseline)])

    def by_grade(self, baseline: str | None = None) -> dict[str, float]:
        """How much of the explained variance rests on numbers of grade A, B and C that stand out of chance."""
        return by_grade(self.what_carries_it(baseline))

    def tails(self) -> dict[str, float]:
        """How much of a success's mean value comes from above its 99th percentile, by kind, at base prices.

        A mean that rests on the best in a hundred is not what most companies see.
        """
        value = self.scenario.engine.value
        employees = float(self.lived.raw[self.here]["columns"][column_names().index("employees"), :, 0].mean())
        ceiling = employees * HOURS_PER_YEAR * value("prices.wage_per_hour") * value("prices.ceiling") / 100
        kinds = {"improvement": "improvement", "new business": "business"}
        return {
            kind: _engine.share_above(value(f"prices.{row}"), value(f"prices.{row}_spread"), ceiling, 0.99)
            for kind, row in kinds.items()
        }

    def launches(self) -> pd.DataFrame:
        """The launched ideas of this world: replicate, week, kind, lag, matures, succeeded, sign.

        ``lag`` is the weeks until it matures and pays, if it does; ``succeeded`` at the prices that apply. ``sign`` is
        −1 for an idea that is only had without the community.
        """
        return launched(self.scenario, self.lived, self.here)

    def one_year(self, baseline: str | None = None) -> OneYear:
        """What a window of 52 weeks would have shown."""
        seen = self[self.main(baseline)]
        verdicts: dict[str, dict[str, float]] = {}
        if "stopped" in self.baselines and self.scenario["run.today"] == ONE_YEAR < self.scenario.weeks:
            verdicts = {ledger: hindsight.shares(seen, self["stopped"], ledger) for ledger in LEDGERS}
        return OneYear(seen.within("cash", ONE_YEAR), seen.within("full", ONE_YEAR), verdicts)

    def reported(self) -> dict[str, Report] | None:
        """What dashboards and calculators would have reported of the same run, and their error against the twin.

        None where the world without a community was not lived.
        """
        return reported(self)

    def table(self) -> pd.DataFrame:
        """Every line and total: a row per baseline, ledger, horizon and item; mean, p05, p50, p95 (and chance)."""
        found = []
        for name, one in self.accounts.items():
            horizons = {"horizon": (one.cash, one.full), "run-off": (one.cash_runoff, one.full_runoff)}
            for horizon, books in horizons.items():
                for book in books:
                    found += [_row(name, book, horizon, item, values) for item, values in _amounts(book)]
        return pd.DataFrame(found).set_index(["baseline", "ledger", "horizon", "item"])

    def to_dict(self) -> dict[str, Any]:
        """As ``--json`` prints it, for one scenario."""
        columns = self.lived.raw[self.here]["columns"].mean(axis=1)
        sponsored = self.sponsored
        told = {
            "currency": self.currency,
            "statement": {name: one.to_dict() for name, one in self.accounts.items()},
            "without_innovation": {n: a.to_dict() for n, a in self.without_innovation.accounts.items()},
            "matrix": self.cells(),
            "indicators": indicators_dict(self.indicators()),
            "clocks": {name: clock.to_dict() if clock else None for name, clock in self.clocks.items()},
            "indices": self.indices().to_dict(),
            "one_year": hindsight.to_dict(self),
            "reported": reported_dict(self),
            "sponsored": sponsored.to_dict() if sponsored else None,
            "stopped": sponsored.stopped_dict() if sponsored else None,
            "by_grade": self.by_grade(),
            "tails": self.tails(),
            "what_carries_it": self.what_carries_it().head(12).to_dict("records"),
            "columns": {name: {"mean": columns[i]} for i, name in enumerate(column_names())},
        }
        cleaned: dict[str, Any] = clean(told)
        return cleaned

    def sentence(self, language: str = "en") -> str:
        """The answer in a sentence, with its baseline."""
        return wording.sentence(self, language)

    def brief(self, language: str = "en", answer: Sequence[str] = ()) -> str:
        """What there is room for on one screen of a terminal, beneath an ``answer``."""
        return briefly.brief(self, language, answer)

    def text(self, language: str = "en") -> str:
        """All of it, for a terminal."""
        return wording.text(self, language)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"Statement: {self.sentence()}"

    def _repr_html_(self) -> str:
        return showing.statement(self)


def _amounts(book: Book) -> list[tuple[str, dict[str, float]]]:
    lines = [(name, line._asdict()) for name, line in book.lines.items()]
    totals = [(name, getattr(book, name)._asdict()) for name in ("cost", "value", "npv", "roi")]
    totals[2][1]["chance"] = book.chance
    return lines + totals


def _row(baseline: str, book: Book, horizon: str, item: str, values: dict[str, float]) -> dict[str, Any]:
    sides = {line["name"]: line["side"] for line in _engine.money_lines}
    place = {"baseline": baseline, "ledger": book.ledger, "horizon": horizon, "item": item}
    return {**place, "side": sides.get(item, "total"), **values}
