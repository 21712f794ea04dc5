"""The approval request on one page (稟議): what is asked for, what it rests on, when to stop."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path

import numpy as np

from . import _engine, amending, frames, printing
from .accounts import LEDGERS, Account, Book, Ledger
from .amounts import NOTHING, Amount, Array
from .exiting import Exit, exits
from .fiscal import HOURS_PER_PERSON_MONTH, WEEKS_PER_MONTH, FiscalYear, by_year, condensed, fiscal_years
from .lines import opened
from .plainly import planned
from .recommending import Recommendation, recommend
from .run import Run
from .scenario import Scenario, with_prices
from .seeing import UNDISCOUNTED
from .statement import Statement
from .study import Study
from .tables import column_names
from .teaming import team_or_community
from .tongue import Tongue

#: what there is room for on a page: fiscal years, unknowns, other levels
YEARS, PREMISES, OTHERS = 6, 4, 3

#: the letters of a page, in points, as large as there is room for
SIZES = (8.4, 8.2, 8.0, 7.8, 7.6, 7.4, 7.2, 7.0, 6.8, 6.6, 6.4, 6.2, 6.0, 5.8, 5.6)

#: that of a page which a browser prints: browsers need a little more room
PRINTED = 6.4

#: hours of people, by what they go into
WORK = {
    "members": ("reading_hours", "asking_hours", "answering_hours", "sharing_hours", "meeting_hours", "posting_hours"),
    "ideas": ("study_hours", "idea_hours"),
    "saved": ("answer_saving", "goodwill_saving", "learning_saving", "carried_saving"),
}


def coming(day: dt.date, on: dt.date) -> dt.date:
    """A day that is not over, or the same day of the first year in which it is not.

    Examples
    --------
    >>> coming(dt.date(2026, 4, 6), dt.date(2026, 11, 29)), coming(dt.date(2028, 2, 29), dt.date(2029, 1, 1))
    (datetime.date(2027, 4, 6), datetime.date(2029, 2, 28))
    """
    # not every year has a 29 February
    same = dt.date(2000, day.month, day.day) if (day.month, day.day) != (2, 29) else dt.date(2000, 2, 28)
    years = (same.replace(year=year) for year in (on.year, on.year + 1))
    return day if day >= on else next(one for one in years if one >= on)


@dataclass(frozen=True)
class Ringi:
    """A request to approve a level of support, on one page, written ``on`` a day; see `ekkyo.result.Result.ringi`."""

    result: Run | Study
    level: str
    language: str = "en"
    on: dt.date = field(default_factory=dt.date.today)

    @cached_property
    def statement(self) -> Statement:
        """What the level costs and brings."""
        return frames.statements_of(self.result)[self.level]

    @cached_property
    def undiscounted(self) -> Statement:
        """The same as a budget has it: money when it moves."""
        return Statement(with_prices(self.result.scenario, UNDISCOUNTED), self.result.lived, self.statement.here)

    @cached_property
    def account(self) -> Account:
        """The level against the main baseline."""
        return self.statement[self.statement.main()]

    @cached_property
    def recommendation(self) -> Recommendation:
        """Whether it is recommended."""
        return recommend(self.result, self.level, self.statement)

    @cached_property
    def exit(self) -> Exit:
        """What to watch, and when to stop."""
        return exits(self.statement, self.undiscounted)

    @cached_property
    def years(self) -> list[FiscalYear]:
        """Its fiscal years; many are one at the end."""
        first, _ = self.days()
        return condensed(fiscal_years(self.result.scenario.replace({"run.start": first.isoformat()})), YEARS)

    @cached_property
    def tongue(self) -> Tongue:
        """Its language, with the currency of the scenario."""
        return Tongue(self.language, self.result.scenario.currency)

    @property
    def subject(self) -> str:
        """What is asked for."""
        return opened(planned(self.level, self.statement, self.tongue, "subject"))

    def costs(self) -> dict[str, Array]:
        """What is paid in cash by line and fiscal year, the hours beside it, and both: means, not discounted."""
        one = self.undiscounted[self.statement.main()]
        spent = by_year(one.expected.mean(axis=1), self.years)
        lines = {line["name"]: spent[i] for i, line in enumerate(_engine.money_lines) if line["side"] == "cost"}
        cash, full = (by_year(one.weekly(ledger, "cost", drawn=False).mean(axis=0), self.years) for ledger in LEDGERS)
        paid = {name: of for name, of in lines.items() if name in one.cash.lines and np.abs(of).sum() > NOTHING}
        return {**paid, "cash": cash, "hours": full - cash, "full": full}

    def spent(self, ledger: Ledger) -> Amount:
        """The cost of a ledger over all years, not discounted."""
        book: Book = getattr(self.undiscounted[self.statement.main()], ledger)
        return book.cost

    def work(self) -> dict[str, Array]:
        """Person-months by fiscal year: hosts, members' time, ideas and study, time saved, and the balance."""
        weekly = {name: self._hours(columns) / HOURS_PER_PERSON_MONTH for name, columns in WORK.items()}
        months = {"hosts": self.hosts() / WEEKS_PER_MONTH, **weekly}
        told = {name: by_year(of, self.years) for name, of in months.items()}
        return {**told, "balance": told["saved"] - told["hosts"] - told["members"] - told["ideas"]}

    def _hours(self, columns: tuple[str, ...]) -> Array:
        known = column_names()
        more = self.result.lived.more(self.account.here, self.account.baseline)
        hours: Array = sum(more[known.index(name)].mean(axis=0) for name in columns)
        return hours

    def hosts(self) -> Array:
        """Full-time hosts more than in the baseline, by the week."""
        lived = self.result.lived
        base = lived.against(self.account.here, self.account.baseline) or self.account.baseline
        here, there = (lived.raw[world]["plan"][0] for world in (self.account.here, base))
        hosts: Array = (here - there).mean(axis=0)
        return hosts

    def effects(self, ledger: Ledger) -> dict[str, Amount]:
        """Cost, value, NPV and NPV with run-off of a ledger, discounted."""
        book, later = (getattr(self.account, name) for name in (ledger, f"{ledger}_runoff"))
        return {"cost": book.cost, "value": book.value, "net": book.npv, "runoff": later.npv}

    def plan(self) -> Scenario:
        """The scenario with the support of this level."""
        return amending.plan_of(self.statement)

    def days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day: of the scenario, or the same days of the first year that lies ahead."""
        start = coming(dt.date.fromisoformat(self.result.scenario["run.start"]), self.on)
        return start, start + dt.timedelta(weeks=self.result.scenario.weeks, days=-1)

    def html(self, size: float = PRINTED) -> str:
        """The page as one HTML document, in letters of so many points."""
        from .ringi_page import pieces

        return printing.rendered("ringi.html", pieces(self) | {"size": size}, self.tongue)

    def write_html(self, path: Path) -> None:
        """Writes the page, whole or not at all."""
        printing.write_text(self.html(), path)

    def write_pdf(self, path: Path) -> None:
        """The page as a tagged PDF (PDF/UA-1): one sheet of A4, in the largest letters that there is room for.

        Raises
        ------
        RequestError
            Where the extra ``pdf`` is not installed, or where no size of letters fits the page.
        """
        printing.write_page((self.html(size) for size in SIZES), path)

    def sentence(self) -> str:
        """What is asked for, and what the page says to it."""
        said = self.tongue["ringi"]
        return str(said["sentence"].format(subject=self.subject, verdict=said["verdict"][self.recommendation.verdict]))

    def __repr__(self) -> str:
        return self.sentence()

    def _repr_html_(self) -> str:
        title, page = escape(self.sentence()), escape(self.html())
        return f'<iframe title="{title}" width="100%" height="1130" srcdoc="{page}"></iframe>'

    def others(self) -> Iterator[tuple[str, Statement]]:
        """The other levels of a study, the best first, as many as there is room for."""
        found = [(level, one) for level, one in frames.statements_of(self.result).items() if level != self.level]
        found.sort(key=lambda pair: -pair[1][pair[1].main()].full.npv.mean)
        yield from found[:OTHERS]

    def instead(self) -> list[tuple[str, float, float]]:
        """What tasks are best given to, from which to which share of what is unknown: team, community, market, none."""
        return team_or_community(draws=2).advice()


def ringi(result: Run | Study, language: str = "en", level: str | None = None) -> Ringi:
    """See `Result.ringi`."""
    return Ringi(result, frames.shown_level(result, level), language)
