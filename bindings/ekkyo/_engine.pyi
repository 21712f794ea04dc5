"""The engine; see bindings/*.cpp. Use the package `ekkyo` instead."""

from collections.abc import Callable
from typing import Any

sections: list[dict[str, Any]]
columns: list[dict[str, Any]]
schedule: list[tuple[str, str]]
levels: dict[str, str]
money_lines: list[dict[str, Any]]
matrix: list[dict[str, Any]]

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
    def __init__(self, settings: list[Setting], directory: str = ".") -> None: ...
    def value(self, path: str) -> Any: ...

def read_settings(path: str) -> list[Setting]: ...
def parse_settings(toml: str, path: str) -> list[Setting]: ...
def to_toml(settings: list[Setting]) -> str: ...
def simulate(
    scenario: Scenario,
    worlds: list[str],
    replicates: int,
    threads: int = 0,
    at_base: bool = False,
    progress: Callable[[int], object] | None = None,
) -> dict[str, Any]: ...
def money(scenario: Scenario, here: Any, base: Any, replicates: list[int], at_base: bool) -> dict[str, Any]: ...
def share_above(median: float, spread: float, ceiling: float, chance: float) -> float: ...
