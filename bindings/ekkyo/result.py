"""What a run and a study have in common: finished worlds, their figures and frames, and a place on disk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import xarray as xr

from .scenario import Scenario
from .worlds import Datasets, Worlds

if TYPE_CHECKING:
    from .ringi import Ringi
    from .run import Run
    from .stories import Stories
    from .study import Study


class Result:
    """Finished worlds, at the prices of a scenario."""

    def __init__(self, scenario: Scenario, lived: Worlds):
        self.scenario = scenario
        self.lived = lived
        self.worlds = Datasets(lived)

    @property
    def name(self) -> str:
        """What the scenario is called."""
        return self.scenario.name

    @property
    def replicates(self) -> int:
        """How many replicates are finished."""
        return len(self.lived.replicates)

    @property
    def interrupted(self) -> bool:
        """Whether Ctrl-C ended it early; finished replicates are kept."""
        return self.lived.interrupted

    @property
    def column_hashes(self) -> dict[str, str]:
        """A fingerprint of each ledger column, over all worlds, replicates and weeks."""
        return self.lived.column_hashes

    @property
    def ledger_hash(self) -> str:
        """One fingerprint of all columns; the same for any number of threads."""
        return self.lived.ledger_hash

    @property
    def plan(self) -> xr.Dataset:
        """What the company put in, by world, replicate and week."""
        return self.lived.invested()

    @cached_property
    def launches(self) -> dict[str, pd.DataFrame]:
        """The launched ideas of each world, with their luck."""
        return {world: self.lived.launches(world) for world in self.worlds}

    @cached_property
    def drawn(self) -> pd.DataFrame:
        """What was drawn for everything that is not known: replicate x unknown."""
        return self.lived.drawn_frame()

    @cached_property
    def uncut(self) -> Run | Study:
        """The same beside each plan without what the scenario changes on the way, which is lived now, and once.

        Each is one more baseline, ``unchanged``. A scenario that changes nothing on the way is as it is.
        """
        from .uncut import beside_uncut

        return beside_uncut(self)  # type: ignore[arg-type]

    @property
    def plot(self) -> Any:
        """Figures: ``plot.curves()``, ``.investment()``, ``.payback()``, ``.ladder()`` and more."""
        from .plots import Plots

        return Plots(self)  # type: ignore[arg-type]

    @property
    def frame(self) -> Any:
        """The numbers behind each figure, by its name: ``frame.curves()`` and the like."""
        from .frames import Frames

        return Frames(self)  # type: ignore[arg-type]

    def stories(
        self,
        n: int = 3,
        language: str = "en",
        world: str | None = None,
        runoff: bool = False,
        threads: int | None = None,
        of: str | Sequence[str] = "ideas",
    ) -> Stories:
        """The stories that carry most of the value: who met whom, what came of it, and what would have been without.

        Each is told as a but-for statement inside the model; they are not added up. Of ideas (launched ones, of two who
        met in the community) the most valuable of all replicates are told, with how rare they are and what an idea like
        them brings on average. All else is told of one life: the replicate in the middle by the hours saved, by
        certificates, by referrals, or by the people who quit. Beside what they bring stands the one of them that cost
        most, and how many went which way. Only the replicates of which something is told are lived once more, with a
        chronicle, to the same bit.

        Parameters
        ----------
        n : int
            How many of a kind: the most valuable, at the prices that apply.
        language : str
            ``en`` or ``ja``.
        world : str, optional
            Of which world; of a run the level, of a study the level with the highest mean full NPV, unless told.
        runoff : bool
            Whether what an idea brings past the end of the run counts.
        threads : int, optional
            How many threads; all there are unless told. Stories do not depend on it.
        of : str or sequence of str
            ``ideas``; of problems ``answers``, ``found`` (answered before, or read), ``favours``, ``lessons`` (learned
            there) and ``carried`` (brought home to the team); ``certificates``, ``referrals``, ``stays``; several of
            them, or ``all``; a chapter each.

        Raises
        ------
        RequestError
            If there is no such kind, or the world was not lived, or by another version of ekkyo.

        Examples
        --------
        >>> import ekkyo as ek
        >>> scenario = ek.Scenario.from_toml("company.employees = 300\\nrun.weeks = 156\\ninnovating.approved = 5")
        >>> run = ek.simulate(scenario.replace({"support.level": "strong"}), replicates=8, progress=False)
        >>> best = run.stories(1)[0]
        >>> best.met <= best.idea < best.matures
        True
        >>> answer = run.stories(1, of="answers")[0]
        >>> answer.joined <= answer.week and answer.saved == answer.without.hours - answer.here.hours
        True
        """
        from .retelling import stories

        return stories(self, n, language, world, runoff, threads, of)

    def ringi(self, language: str = "en", level: str | None = None) -> Ringi:
        """A request to approve a level of support, on one page, in the form of a Japanese 稟議.

        Cost and person-months by fiscal year, effect in both ledgers, when it comes, the chance of a loss, premises,
        exit criteria, alternatives; it says whether it recommends what is asked for, and by which rule.

        Parameters
        ----------
        language : str
            ``en`` or ``ja``.
        level : str, optional
            Which level is asked for; of a study the one with the highest mean full NPV, ``none`` aside, unless told.

        Returns
        -------
        Ringi
            ``.html()``, ``.write_html(path)``, ``.write_pdf(path)`` (one sheet of A4).

        Raises
        ------
        ValueError
            If there is no such level.

        Examples
        --------
        >>> import ekkyo as ek
        >>> scenario = ek.Scenario.from_toml('company.employees = 100\\nrun.weeks = 60\\nsupport.level = "strong"')
        >>> ek.simulate(scenario, replicates=4, progress=False).ringi()
        Approval request: Whether to give the in-company community strong support: Not recommended.
        """
        from .ringi import ringi

        return ringi(self, language, level)  # type: ignore[arg-type]

    def save(self, directory: str | Path, replace: bool = False) -> Path:
        """Writes results.nc and manifest.json; `ekkyo.load` reads them. Other results there are kept, unless told."""
        from .store import save

        return save(self, directory, replace)  # type: ignore[arg-type]
