"""The figures of a result, at hand where the result is."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure

from . import (
    figures,
    figures_of_belief,
    figures_of_decisions,
    figures_of_hindsight,
    figures_of_need,
    figures_of_stages,
    figures_of_stories,
)
from .accounts import Ledger
from .errors import RequestError
from .run import Run
from .study import Study


class Plots:
    """``run.plot.curves()``, ``study.plot.investment()`` and the like: Matplotlib figures.

    Each is drawn in another language where told: ``study.plot.curves(language="ja")``.
    """

    def __init__(self, result: Run | Study):
        self._result = result

    def curves(self, language: str = "en") -> Figure:
        """Cost and value so far."""
        return figures.curves(self._result, language)

    def investment(self, language: str = "en") -> Figure:
        """Net present value of each level."""
        return figures.investment(self._result, language)

    def chances(self, language: str = "en") -> Figure:
        """How many futures of a hundred end below an amount, and how many lose money."""
        return figures.chances(self._result, language)

    def payback(self, language: str = "en") -> Figure:
        """When the money is back."""
        return figures.payback(self._result, language)

    def difference(self, language: str = "en") -> Figure:
        """What each level adds to the next cheaper one; only of a study."""
        return figures.difference(self._result, language)

    def matrix(self, language: str = "en") -> Figure:
        """What each cell of the matrix brings."""
        return figures.matrix(self._result, language)

    def ladder(self, language: str = "en") -> Figure:
        """The same worlds under every convention of accounting."""
        return figures_of_decisions.ladder(self._result, language)

    def acceptability(self, language: str = "en") -> Figure:
        """How often each level is best, by the price of a member's hour; only of a study."""
        return figures_of_decisions.acceptability(self._result, language)

    def waterfall(self, level: str | None = None, language: str = "en") -> Figure:
        """From cost to value to NPV; of the level with the highest mean NPV, ``none`` aside, unless told."""
        return figures_of_decisions.waterfall(self._result, level, language)

    def one_year(self, level: str | None = None, ledger: Ledger = "full", language: str = "en") -> Figure:
        """The one-year trap: paths by the verdict after a year; of the level with the highest mean NPV unless told."""
        return figures_of_hindsight.one_year(self._result, level, ledger, language)

    def indices(self, level: str | None = None, language: str = "en") -> Figure:
        """Fun, skill, value and profit (楽→技→価→益): when each is at its height."""
        return figures_of_stages.indices(self._result, level, language)

    def minutes_and_ideas(self, language: str = "en") -> Figure:
        """How many minutes saved and realised ideas it takes, and how many there are."""
        return figures_of_need.minutes_and_ideas(self._result, language)

    def break_even(self, path: str, **asked: Any) -> Figure:
        """Where each level just pays over one parameter; more is said as to `ekkyo.break_even`."""
        return figures_of_belief.break_even(self._result, path, **asked)

    def what_must_be_true(self, x: str | None = None, y: str | None = None, **asked: Any) -> Figure:
        """Where each level pays over two parameters; more is said as to `ekkyo.what_must_be_true`."""
        return figures_of_belief.what_must_be_true(self._result, x, y, **asked)

    def parameter(self, path: str, language: str = "en") -> Figure:
        """What is believed of a parameter, by this scenario."""
        return figures_of_belief.parameter(path, self._result.scenario, language)

    def story(self, number: int = 1, world: str | None = None, language: str = "en") -> Figure:
        """Two worlds, one story: of the ideas that carry most of the value, the one of this rank."""
        told = self._result.stories(number, language, world)
        if len(told) < number:
            raise RequestError(f"number = {number}: there are {len(told)} stories to tell")
        return figures_of_stories.story(told[number - 1], language)
