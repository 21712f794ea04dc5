"""How a what-if was set before, so that its last move can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .changing import Weeks


@dataclass(frozen=True)
class Setting:
    """In which weeks levers are set, and by path what is set otherwise than at first."""

    weeks: Weeks
    values: Mapping[str, Any] = field(default_factory=dict)

    def moved(self, before: Setting) -> set[str | None]:
        """In which paths it is another than the one before; None stands for the weeks."""
        paths = {*self.values, *before.values}
        moved: set[str | None] = {path for path in paths if self._of(path) != before._of(path)}
        return moved | {None} if self.weeks != before.weeks else moved

    def _of(self, path: str) -> tuple[bool, Any]:
        return path in self.values, self.values.get(path)


class Undoing:
    """The settings that were asked about, of which `now` is the last; a slider that is dragged is one move.

    Examples
    --------
    >>> throughout, year = (0, 260), (52, 104)
    >>> undoing = Undoing(Setting(throughout))
    >>> for hosts in (0.3, 0.2, 0.1):
    ...     undoing.note(Setting(throughout, {"hosts": hosts}))
    >>> undoing.note(Setting(year, {"hosts": 0.1}))
    >>> undoing.back(), undoing.back(), undoing.is_at_first
    (Setting(weeks=(0, 260), values={'hosts': 0.1}), Setting(weeks=(0, 260), values={}), True)
    """

    def __init__(self, first: Setting):
        self.now = self.first = first
        self._past: list[Setting] = []
        self._moved: set[str | None] = set()

    @property
    def is_at_first(self) -> bool:
        """Whether there is nothing to take back."""
        return not self._past

    def note(self, setting: Setting) -> None:
        """Remembers what is asked now."""
        moved = setting.moved(self.now)
        if moved and moved != self._moved:
            self._past.append(self.now)
        self.now, self._moved = setting, moved or self._moved

    def back(self) -> Setting:
        """Goes back to what was set before the last move.

        Raises
        ------
        IndexError
            If there is nothing to take back.
        """
        self.now, self._moved = self._past.pop(), set()
        return self.now
