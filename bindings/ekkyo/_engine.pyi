"""The engine; see bindings/*.cpp. Use the package `ekkyo` instead."""

from collections.abc import Callable
from enum import Enum
from typing import Any

sections: list[dict[str, Any]]
columns: list[dict[str, Any]]
schedule: list[tuple[str, str]]
levels: dict[str, str]
money_lines: list[dict[str, Any]]
matrix: list[dict[str, Any]]
build: dict[str, str]
tasks: list[dict[str, Any]]
ways: tuple[str, ...]

class Setting:
    path: str
    value: Any
    from_week: int
    silo: int
    def __init__(self, path: str, value: Any, from_week: int = 0, silo: int = -1) -> None: ...

class Scenario:
    name: str
    settings: list[Setting]
    weeks: int
    correlations: list[tuple[str, str, float]]
    def __init__(self, settings: list[Setting], directory: str = ".") -> None: ...
    def value(self, path: str) -> Any: ...

def read_settings(path: str) -> list[Setting]: ...
def parse_settings(toml: str, path: str) -> list[Setting]: ...
def to_toml(settings: list[Setting]) -> str: ...
def level_settings(level: str, directory: str = ".") -> list[Setting]: ...

class Community(Enum):
    planned = 0
    unpaid = 1
    impossible = 2

class World:
    name: str
    community: Community
    settings: list[Setting]
    leaves: str
    from_week: int
    sponsored: bool
    def __init__(
        self,
        name: str,
        community: Community = ...,
        settings: list[Setting] = [],
        leaves: str = "",
        from_week: int = 0,
        sponsored: bool = False,
    ) -> None: ...

def world_called(scenario: Scenario, name: str) -> World: ...
def check_worlds(scenario: Scenario, worlds: list[World]) -> None: ...
def drawn(scenario: Scenario, quantiles: Any) -> Any: ...
def unknowns(scenario: Scenario) -> list[str]: ...
def simulate(
    scenario: Scenario,
    worlds: list[World],
    replicates: list[int],
    quantiles: Any,
    threads: int = 0,
    progress: Callable[[int], object] | None = None,
) -> dict[str, Any]: ...
def money(scenario: Scenario, here: Any, base: Any, quantiles: Any) -> dict[str, Any]: ...
def worths(scenario: Scenario, world: Any, quantiles: Any) -> Any: ...
def unit_prices(scenario: Scenario, quantiles: list[float]) -> dict[str, Any]: ...

class Retold:
    def difficulties(self) -> dict[str, Any]: ...
    def difficulty(self, number: int) -> dict[str, Any]: ...
    def partings(self) -> dict[str, Any]: ...
    def parting(self, number: int) -> dict[str, Any]: ...
    def sittings(self) -> dict[str, Any]: ...
    def sitting(self, number: int) -> dict[str, Any]: ...
    def referrals(self) -> dict[str, Any]: ...
    def referral(self, number: int) -> dict[str, Any]: ...

def retell(
    scenario: Scenario,
    worlds: list[World],
    world: str,
    twin: str,
    replicates: list[int],
    quantiles: Any,
    threads: int = 0,
) -> list[dict[str, Any]]: ...
def share_above(median: float, spread: float, ceiling: float, chance: float) -> float: ...

class Beliefs:
    values: dict[str, float]
    unknowns: list[str]
    def __init__(self, settings: list[Setting]) -> None: ...

def try_tasks(beliefs: Beliefs, seed: int, shares: Any, tasks: int, threads: int = 0) -> dict[str, Any]: ...
def draw_tasks(
    beliefs: Beliefs, seed: int, shares: Any, tasks: int, draws: int, threads: int = 0
) -> dict[str, Any]: ...
