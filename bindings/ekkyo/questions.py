"""What would be, if so much were changed: checked, and with the worlds that have to be lived for it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .answers import Answer
from .changing import changed
from .plan import Plan, worlds_called
from .scenario import Scenario


@dataclass(eq=False)
class Question:
    """What would be, with these changes.

    Attributes
    ----------
    changes : dict of str to object
    scenario : Scenario
        With the changes.
    alone : dict of str to Plan
        Each of the worlds ``level`` and ``none`` by itself; ``none`` without any support plan, as nobody pays in it.
    together : Plan
        Both worlds side by side.
    keys : dict of str to str
        Under which name each world is kept: the same wherever nothing that people do is different.
    asked : float
        When (`time.perf_counter`).
    answer : Answer or None
        What is known so far.
    """

    changes: dict[str, Any]
    scenario: Scenario
    alone: dict[str, Plan]
    together: Plan
    keys: dict[str, str]
    answer: Answer | None = None
    asked: float = field(default_factory=time.perf_counter)

    @property
    def both(self) -> list[str]:
        """The keys of both worlds."""
        return list(self.keys.values())


def question(scenario: Scenario, changes: Mapping[str, Any], replicates: int, per_draw: int) -> Question:
    """A question about a scenario.

    Raises
    ------
    ScenarioError
        If the scenario with these changes cannot be lived.

    Examples
    --------
    >>> scenario = Scenario.from_toml('company.employees = 100\\nsupport.level = "standard"')
    >>> more = question(scenario, {"support.events_per_month": 2}, 4, 2)
    >>> less = question(scenario, {"support.level": "none", "prices.event": 0}, 4, 2)
    >>> more.keys["none"] == less.keys["none"], more.keys["level"] == less.keys["level"]
    (True, False)
    """
    asked = changed(scenario, changes)
    bare = Scenario([s for s in asked.engine.settings if not s.path.startswith("support.")], asked.directory)

    def plan(of: Scenario, *worlds: str) -> Plan:
        return Plan(of, worlds_called(of, worlds), replicates, per_draw)

    alone = {"level": plan(asked, "level"), "none": plan(bare, "none")}
    keys = {world: one.key for world, one in alone.items()}
    return Question(dict(changes), asked, alone, plan(asked, "level", "none"), keys)
