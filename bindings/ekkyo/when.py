"""When the levers of a what-if are set: throughout, in one year, or from one on."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import ipywidgets as w

from .changing import Weeks, choices
from .scenario import Scenario
from .spanning import called
from .tongue import Tongue
from .words import words


class When:
    """A row of the panel, above the levers.

    `value` is from which week on levers are set, and until which, which is left out; setting it calls `moved`.
    `choices` are those that the row offers, throughout first.
    """

    def __init__(self, scenario: Scenario, language: str, moved: Callable[[], object]):
        self.choices, self._scenario, self._moved, self._quiet = choices(scenario), scenario, moved, False
        self._label = w.HTML(layout=w.Layout(width="17em", flex="0 0 auto"))
        self.widget = w.Dropdown(layout=w.Layout(width="19em"))
        self._hint = w.HTML()
        self._hint.add_class("ekkyo-told")
        self.row = w.HBox([self._label, self.widget, self._hint], layout=w.Layout(flex_flow="row wrap"))
        self.row.add_class("ekkyo-row")
        self._value = self.choices[0]
        self.speak(language)
        self.widget.observe(lambda change: self._chosen(change["new"]), "value")

    @property
    def value(self) -> Weeks:
        """From which week on, until which."""
        return self._value

    @value.setter
    def value(self, weeks: Weeks) -> None:
        begin, end = weeks
        if not 0 <= begin < end <= self._scenario.weeks:
            raise ValueError(f"weeks {begin} to {end}: the scenario has weeks 0 to {self._scenario.weeks}")
        if weeks not in self.choices:
            self.choices.append(weeks)
            self.speak(self._language)
        self.widget.value = weeks

    def put(self, weeks: Weeks) -> None:
        """Chooses them again, and asks nothing."""
        self._value, self._quiet = weeks, True
        self.widget.value, self._quiet = weeks, False
        self._remark()

    def speak(self, language: str) -> None:
        """Says when in this language."""
        self._language, self._said = language, words(language)["whatif"]
        style = f'class="ekkyo-name" style="line-height:1.3" title="{escape(self._said["when_hint"])}"'
        self._label.value = f"<div {style}>{escape(self._said['when'])}</div>"
        # new names for the same weeks are no choice
        self._quiet = True
        self.widget.options = [(self.called(weeks), weeks) for weeks in self.choices]
        self.widget.value, self._quiet = self._value, False
        self.widget.tooltip = self._said["when_hint"]
        self._remark()

    def called(self, weeks: Weeks) -> str:
        """What a choice is called."""
        return called(weeks, self._scenario, Tongue(self._language))

    def _chosen(self, weeks: Weeks) -> None:
        if not self._quiet:
            self._value = weeks
            self._remark()
            self._moved()

    def _remark(self) -> None:
        """That levers are set in the chosen weeks, which is no change yet; its room is there from the start."""
        is_seen = self._value != self.choices[0]
        style = f"line-height:1.3;visibility:{'visible' if is_seen else 'hidden'}"
        self._hint.value = f'<div style="{style}">{escape(self._said["in_these"])}</div>'
