"""Worlds that were lived already, so that nothing is lived twice."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

from .parts import Part, Raw, cut, joined

#: so many worlds stay at hand; at 2,000 people, five years and 200 replicates some 20 MB each
KEPT = 8


class Shelf:
    """Worlds by what they were lived from (`Plan.key`), each with its replicates from the first on.

    Examples
    --------
    >>> Shelf().replicates("never lived")
    0
    """

    def __init__(self) -> None:
        self._parts: OrderedDict[str, Part] = OrderedDict()

    def replicates(self, *keys: str) -> int:
        """How many replicates all of these have."""
        return min(len(self._parts[key]["replicates"]) if key in self._parts else 0 for key in keys)

    def put(self, keys: Mapping[str, str], part: Part) -> None:
        """Adds to what is there; `keys` says under which key each world of the part is kept."""
        for world, raw in part["worlds"].items():
            alone, key = part.copy(), keys[world]
            alone["worlds"] = {world: raw}
            self._parts[key] = joined([self._parts[key], alone] if key in self._parts else [alone])

    def tidy(self, *wanted: str) -> None:
        """Lets go of what was not wanted for longest; what is wanted now stays."""
        for key in wanted:
            if key in self._parts:
                self._parts.move_to_end(key)
        while len(self._parts) > max(KEPT, len(wanted)):
            self._parts.popitem(last=False)

    def take(self, keys: Mapping[str, str]) -> tuple[dict[str, Raw], list[int]]:
        """These worlds, side by side, and the replicates that all of them have."""
        have = list(range(self.replicates(*keys.values())))
        raw: dict[str, Raw] = {}
        for key in keys.values():
            part = self._parts[key]
            raw |= (part if len(part["replicates"]) == len(have) else cut(part, have))["worlds"]
        return raw, have
