"""A company, its support plan and what we believe about people: read, checked, changed, written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from numbers import Integral
from pathlib import Path
from typing import Any

from . import _engine
from .errors import RequestError, ScenarioError
from .tongue import Tongue
from .words import words


class Scenario:
    """What is to be simulated: a company, what it puts into its community, and what things are worth.

    Made by `load`, `from_toml` or `replace`; never changed in place. Item access gives the value in force in week 0.

    Raises
    ------
    ScenarioError
        With everything that is wrong in ``.faults``, each with its file, line and column.

    Examples
    --------
    >>> import ekkyo as ek
    >>> scenario = ek.Scenario.from_toml('name = "Ours"\\ncompany.employees = 300\\nsupport.level = "standard"')
    >>> scenario["company.employees"], scenario["support.level"]
    (300, 'standard')
    >>> scenario.replace({"company.employees": 20_000})["company.employees"]
    20000
    """

    def __init__(self, settings: list[_engine.Setting], directory: str | Path = ".", text: str | None = None):
        self.directory = Path(directory)
        self.engine = _engine.Scenario(settings, str(directory))
        self._text = text

    @classmethod
    def load(cls, path: str | Path) -> Scenario:
        """The scenario in a file. Files it names are looked up beside it."""
        path = Path(path)
        settings, text = _engine.read_settings(str(path)), path.read_text(encoding="utf-8")
        scenario = cls(settings, path.parent, text)
        if late := sorted({s.from_week for s in settings if s.from_week >= scenario.weeks}):
            last = f"the last of {scenario.weeks} weeks (run.weeks) is {scenario.weeks - 1}, counted from 0"
            raise ScenarioError(
                [(str(path), *_place(text, week), f"week = {week} never comes: {last}") for week in late]
            )
        return scenario

    @classmethod
    def from_toml(cls, text: str, directory: str | Path = ".", path: str = "scenario.toml") -> Scenario:
        """The scenario in a text; faults are reported as in a file called `path`."""
        return cls(_engine.parse_settings(text, path), directory, text)

    @property
    def name(self) -> str:
        """What the scenario is called."""
        return self.engine.name

    @property
    def weeks(self) -> int:
        """How long it runs."""
        return self.engine.weeks

    @property
    def currency(self) -> str:
        """What all amounts are in."""
        return str(self["prices.currency"])

    def __getitem__(self, path: str) -> Any:
        """The value in force in week 0, by its path: a number, a yes or no, or a text."""
        return self.engine.value(path)

    def replace(self, values: Mapping[str, Any]) -> Scenario:
        """The same scenario with some values set anew.

        Parameters
        ----------
        values : mapping
            From a path ("support.level") to a number, a text, a yes or no, or ``{"low":, "base":, "high":}`` for what
            is not known. None takes the scenario's own line away. Levers that the scenario sets beside a level stay
            set when the level changes; ``[[change]]`` lines stay.
        """
        kept = [s for s in self.engine.settings if s.path not in values or s.from_week or s.silo >= 0]
        new = [_engine.Setting(path, value) for path, value in values.items() if value is not None]
        return Scenario(kept + new, self.directory)

    def later(self, week: int, values: Mapping[str, Any]) -> Scenario:
        """The same scenario with some values changed from a week on (1 or later); see ``[[change]]``."""
        check_week(self, week)
        new = [_engine.Setting(path, value, week) for path, value in values.items()]
        return Scenario([*self.engine.settings, *new], self.directory)

    def to_toml(self) -> str:
        """The scenario as a file again; reading it gives the same scenario."""
        return _engine.to_toml(self.engine.settings)

    @property
    def source(self) -> str:
        """The file as it was written, where there was one; otherwise `to_toml`."""
        return self.to_toml() if self._text is None else self._text

    @property
    def payroll(self) -> int | None:
        """People on the payroll when the community starts; None where an HR extract says."""
        if self["company.people"]:
            return None
        return sum(self._own_silos()) if self._own_silos() else int(self["company.employees"])

    def _own_silos(self) -> list[int]:
        """The sizes of the silos that are listed, but for those of other companies."""
        silos = [s for s in self.engine.settings if s.silo >= 0]
        outside = {s.silo for s in silos if s.path == "outside" and s.value}
        return [s.value for s in silos if s.path == "employees" and s.silo not in outside]

    def own_spreads(self) -> set[str]:
        """Paths whose uncertainty the scenario itself declares."""
        return {s.path for s in self.engine.settings if isinstance(s.value, dict)}

    def people(self, language: str = "en") -> str:
        """Whose company this is, in a few words."""
        said = words(language)["sentence"]
        if self["company.people"]:
            return str(said["people"].format(file=Path(self["company.people"]).name))
        sizes = {s.silo: s.value for s in self.engine.settings if s.silo >= 0 and s.path == "employees"}
        outside = {s.silo for s in self.engine.settings if s.silo >= 0 and s.path == "outside" and s.value}
        silos = len(self._own_silos()) if sizes else self["company.silos"]
        told = said["silo" if silos == 1 else "silos"].format(employees=f"{self.payroll:,.0f}", silos=silos)
        if not outside:
            return str(told)
        others = sum(sizes[silo] for silo in outside)
        beside = said["beside" if len(outside) == 1 else "besides"]
        return str(beside.format(people=told, others=f"{others:,.0f}", companies=len(outside)))

    def sentence(self, language: str = "en") -> str:
        """What it is, in a sentence."""
        said = words(language)["sentence"]
        level = words(language)["support_level"].get(self["support.level"], self["support.level"])
        told = said["company"].format(people=self.people(language), level=level, weeks=self.weeks)
        return str(said["of"].format(name=Tongue(language).named(self.name) or said["scenario"], sentence=told))

    def __repr__(self) -> str:
        return self.sentence()

    def _repr_html_(self) -> str:
        from . import showing

        return showing.scenario(self)


def check_week(scenario: Scenario, week: Any) -> None:
    """Refuses a week from which no change can hold.

    Raises
    ------
    RequestError
    """
    if not isinstance(week, Integral) or not 1 <= int(week) < scenario.weeks:
        raise RequestError(f"week = {week!r}: a change holds from a whole week between 1 and {scenario.weeks - 1} on")


def _place(text: str, week: int) -> tuple[int, int]:
    """The line and column in which a file says from which week a change holds; zeros where it cannot be found."""
    found = re.search(rf"^[^#\n]*?\bweek\s*=\s*{week}\b", text, re.MULTILINE)
    return (text.count("\n", 0, found.start()) + 1, 1) if found else (0, 0)


def with_prices(scenario: Scenario, prices: Mapping[str, Any]) -> Scenario:
    """The scenario at other prices. Anything else would need a new run, and is refused."""
    from .tables import rows

    def fault(path: str) -> str:
        if path not in rows():
            return f"{path} is not the name of a price; prices are written prices.wage_per_hour"
        return f"{path} changes what people do, so it needs a new run; only prices can be changed afterwards"

    refused = [("", 0, 0, fault(p)) for p in prices if rows().get(p, {}).get("section_kind") != "price"]
    if refused:
        raise ScenarioError(refused)
    return scenario.replace(prices)
