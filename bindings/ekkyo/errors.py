"""What can go wrong, said so that it can be put right."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """Something wrong with a scenario: where, and what, in a sentence."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}: " if self.line else f"{self.file}: " if self.file else ""
        return place + self.message


class ScenarioError(ValueError):
    """A scenario that cannot be run; `faults` lists everything that is wrong with it, each with its place."""

    def __init__(self, faults: list[tuple[str, int, int, str]]):
        self.faults = [Fault(*fault) for fault in faults]
        super().__init__("\n".join(str(fault) for fault in self.faults))


class RequestError(ValueError):
    """Something that cannot be asked for: a baseline, a precision, a number of replicates, a table."""


class StoreError(ValueError):
    """A saved run that cannot be read, and why."""
