"""One scenario, lived in its worlds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace as with_
from functools import cached_property
from pathlib import Path
from typing import Any

import xarray as xr

from . import showing
from .accounts import BASELINES
from .alternatives import forked
from .errors import RequestError
from .plan import Plan, worlds_called
from .result import Result
from .scenario import Scenario, with_prices
from .statement import Statement
from .tongue import Tongue
from .words import words
from .worlds import OWN_WORLDS, Worlds, live


class Run(Result):
    """A finished run: what every world left in its ledger, and what that is worth.

    Attributes
    ----------
    scenario : Scenario
        With the prices that apply.
    worlds : mapping of str to xarray.Dataset
        The same people and luck in each world: ``level``, ``none`` (nobody pays), ``twin`` (no community is
        possible), ``stopped`` (support ends at ``run.today``).
    launches : dict of str to pandas.DataFrame
        The launched ideas of each world, with their luck.
    drawn : pandas.DataFrame
        What was drawn for everything that is not known, by replicate.
    interrupted : bool
        Whether Ctrl-C ended it early; finished replicates are kept.
    ledger_hash, column_hashes
        Fingerprints of all columns over all worlds, replicates and weeks; the same for any number of threads.
    """

    @property
    def dataset(self) -> xr.Dataset:
        """The ledger of the level: dims (replicate, week), one variable per column with its unit and meaning."""
        return self.worlds["level"]

    @cached_property
    def _statement(self) -> Statement:
        return Statement(self.scenario, self.lived, "level")

    def statement(
        self, prices: Mapping[str, Any] | None = None, baseline: str | Sequence[str] | None = None
    ) -> Statement:
        """What it costs and brings against each baseline.

        Parameters
        ----------
        prices : mapping, optional
            Other prices, by path ("prices.wage_per_hour"); no new run is needed.
        baseline : str or sequence of str, optional
            Only against these: ``none``, ``twin``, ``stopped``. All that were lived, unless told.

        Raises
        ------
        ScenarioError
            If something else than a price is to be changed.
        """
        if prices:
            return self.reprice(prices).statement(baseline=baseline)
        if baseline is None:
            return self._statement
        return Statement(self.scenario, self.lived, "level", [baseline] if isinstance(baseline, str) else baseline)

    def reprice(self, prices: Mapping[str, Any]) -> Run:
        """The same run at other prices."""
        return Run(with_prices(self.scenario, prices), self.lived)

    def fork(self, week: int, changes: Mapping[str, Any], threads: int | None = None, progress: bool = True) -> Run:
        """The same company and luck, with something changed from a week on; ``unchanged`` is one of its baselines.

        Parameters
        ----------
        week : int
            From when the changes hold, 1 or later.
        changes : mapping
            From a path ("support.level") to a value.

        Examples
        --------
        >>> import ekkyo as ek
        >>> scenario = ek.Scenario.from_toml("company.employees = 100\\nrun.weeks = 30\\nrun.today = 10")
        >>> run = ek.simulate(scenario, replicates=2, progress=False)
        >>> cut = run.fork(20, {"support.level": "none"}, progress=False)
        >>> float(cut.plan["hosts"].sel(world="level", week=25).max())
        0.0
        """
        if "unchanged" in self.worlds:
            raise RequestError("this run is a fork already; give the scenario its first change with Scenario.later")
        plan = with_(self.lived.plan, worlds=forked(self.lived.scenario, week, changes))
        return Run(self.scenario, live(plan, threads, progress))

    def to_dict(self) -> dict[str, Any]:
        """As ``ekkyo run --json`` prints it."""
        return {**header(self.lived), **self.statement().to_dict()}

    @property
    def _is_compared(self) -> bool:
        """Whether there is a level, and a world to hold it against."""
        return "level" in self.worlds and bool(set(BASELINES) & set(self.worlds))

    def sentence(self, language: str = "en") -> str:
        """The answer in a sentence, with its baseline."""
        said = words(language)["sentence"]
        if not self._is_compared:
            told = said["lived"].format(replicates=self.replicates, worlds=said["comma"].join(self.worlds))
        else:
            told = self.statement().sentence(language)
        return str(said["of"].format(name=Tongue(language).named(self.name) or said["run"], sentence=told))

    def brief(self, language: str = "en") -> str:
        """What there is room for on one screen of a terminal: as ``ekkyo run`` prints it."""
        from .misleading import misled
        from .plainly import answered

        tongue = Tongue(language, self.scenario.currency)
        told, statement = answered(self, str(self.scenario["support.level"]), tongue), self.statement()
        return statement.brief(language, [*told, misled(statement, tongue)])

    def text(self, language: str = "en") -> str:
        """All of the statement for a terminal: as ``ekkyo run --all`` prints it."""
        return self.statement().text(language)

    def __repr__(self) -> str:
        return self.sentence()

    def _repr_html_(self) -> str:
        return showing.statement(self.statement()) if self._is_compared else showing.paragraph(repr(self))


def header(lived: Worlds) -> dict[str, Any]:
    """What every result says of where it comes from."""
    from . import __version__

    return {
        "engine": __version__,
        "seed": lived.scenario["run.seed"],
        "weeks": lived.scenario.weeks,
        "replicates": len(lived.replicates),
        "ledger_hash": lived.ledger_hash,
    }


def simulate(
    scenario: Scenario,
    replicates: int = 200,
    threads: int | None = None,
    progress: bool = True,
    at_base: bool = False,
    worlds: Sequence[str] = OWN_WORLDS,
    per_draw: int = 2,
    out: str | Path | None = None,
    executor: Executor | None = None,
    replace: bool = False,
) -> Run:
    """Simulates a scenario in its worlds, side by side.

    Parameters
    ----------
    scenario : Scenario
    replicates : int
        How often, each time with other luck and, unless `at_base`, other values for what is not known.
    threads : int, optional
        How many threads; all there are unless told. Results do not depend on it.
    progress : bool
        Whether to show a progress bar (on stderr).
    at_base : bool
        Every unknown at its base value: luck only.
    worlds : sequence of str
        Which worlds to live; also the names of support levels.
    per_draw : int
        How many replicates share what was drawn for the unknowns (1, 2, 4, 8 or 16): with two or more, chance can be
        told from what is not known.
    out : path, optional
        Keep finished replicates here while it runs, and everything at the end. What is there already is not lived
        again; the same call goes on after a break, and with more replicates.
    executor : concurrent.futures.Executor, optional
        Live elsewhere: processes (spawned), Dask's ``client.get_executor()``, ``mpi4py.futures``. `threads` is then
        how many each task takes (1 unless told). Results do not depend on it.
    replace : bool
        Take away what `out` holds, whatever it is, and begin anew.

    Returns
    -------
    Run
        Ctrl-C keeps finished replicates, with a warning.

    Raises
    ------
    KeyboardInterrupt
        If Ctrl-C comes before the first replicate is finished.
    StoreError
        If `out` holds another study, or one of another engine, or somebody else is writing there.

    Examples
    --------
    >>> import ekkyo as ek
    >>> scenario = ek.Scenario.from_toml("company.employees = 100\\nrun.weeks = 30\\nrun.today = 10")
    >>> run = ek.simulate(scenario, replicates=3, progress=False)
    >>> dict(run.dataset.sizes)
    {'replicate': 3, 'week': 30}
    """
    plan = Plan(scenario, worlds_called(scenario, worlds), replicates, per_draw, at_base)
    run = Run(scenario, live(plan, threads, progress, out, executor, replace))
    if out:
        run.save(out)
    return run
