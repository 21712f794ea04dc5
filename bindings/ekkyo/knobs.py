"""A parameter as a row of widgets: a tick that it is set, a slider, its value and unit, and what is known of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from typing import Any

import ipywidgets as w

from .controls import Control
from .hinting import hint, number, of_levels
from .meaning import IN_ALL, meaning
from .reading import UnreadableError, read, units
from .scenario import Scenario
from .tongue import Tongue, grouped, percent
from .words import words

STEPS = 200


class Knob:
    """A row of the panel.

    `value` is what is set, None where it is left as it is (unknown, or as the level says); setting it moves the slider,
    the number beside it and the tick, and calls `moved`. `opened` is what it was at first. `row` is the widget.
    """

    def __init__(self, control: Control, scenario: Scenario, language: str, moved: Callable[[], object]):
        self.control, self.scenario, self.language = control, scenario, language
        self._said, self._moved, self._quiet = words(language)["whatif"], moved, False
        self._unread: UnreadableError | None = None
        self._refused = ""
        self._otherwise: Any = None
        self._at: Any = scenario[control.path]
        is_set = control.form == "level" or control.given is not None
        self.tick = w.Checkbox(value=is_set, indent=False, layout=_fixed("1.6em"))
        self.tick.disabled = control.form == "level"
        self.slider, self.typed = slider(control, self._said), typed(control)
        self._label, self._shown = w.HTML(), w.HTML()
        self._marks, self._fault = w.HTML(), w.HTML()
        # what it is called gives way first, so that the number stays beside its slider in a narrow notebook
        called = w.VBox([self._label, self._shown], layout=w.Layout(flex="1 1 9em", max_width="15.5em"))
        parts = [self.tick, called, *self._hands()]
        self.row = w.VBox([w.HBox(parts, layout=w.Layout(flex_flow="row wrap")), self._fault])
        self.row.add_class("ekkyo-row")
        self._fault.add_class("ekkyo-told")
        self.speak(language)
        self.show(self._at)
        self.opened = self.value
        self.tick.observe(self._ticked, "value")
        self.slider.observe(self._slid, "value")
        if self.typed:
            self.typed.observe(self._typed, "value")

    def _hands(self) -> list[Any]:
        """What it is moved with: a slider with its ends beneath, and the number that it stands at, to type over."""
        if not self.typed:
            return [w.VBox([self.slider], layout=_fixed("16.5em"))]
        hand = w.VBox([self.slider, self._marks], layout=_fixed("10.5em"))
        hand.layout.overflow = "visible"
        return [hand, self.typed]

    @property
    def name(self) -> str:
        """What it is called: its path and all that is known of it are in the hint."""
        return Tongue(self.language).called(self.control.path)

    @property
    def unit(self) -> str:
        """What it is counted in."""
        return Tongue(self.language).measure(self.control.unit)

    def speak(self, language: str) -> None:
        """Says its name and what is known of it in this language."""
        self.language, self._said = language, words(language)["whatif"]
        hint = self.hint()
        for hand in filter(None, (self.tick, self.slider, self.typed)):
            hand.tooltip = hint
        style = f'class="ekkyo-name" style="line-height:1.3" title="{escape(hint)}"'
        self._label.value = f"<div {style}>{escape(self.name)}</div>"
        if self.control.form == "flag":
            with self._quietly():
                self.slider.options = flags(self._said)
                self.slider.value = self._at
        if self.control.form == "level":
            with self._quietly():
                self.slider.options = [(Tongue(language).level(name), name) for name in self.control.options]
                self.slider.value = self._at
        if self.wrong():
            self._refused = self.wrong()
        self._say()

    def hint(self) -> str:
        """What is known of it, as it appears on hover."""
        return hint(self.control, self.scenario, self.language)

    @property
    def value(self) -> Any:
        """What it is set to; None where it is not."""
        if not self.tick.value:
            return None
        if self.control.form == "count":
            return self.control.rounded(float(self._at))
        return float(self._at) if self.control.form == "number" else self._at

    @value.setter
    def value(self, value: Any) -> None:
        self.put(value)
        self._moved()

    def put(self, value: Any) -> None:
        """Sets it, and asks nothing."""
        with self._quietly():
            self.tick.value, self._unread = value is not None, None
            if value is not None:
                self._put(value)

    def changes(self) -> dict[str, Any]:
        """What it changes of the scenario: nothing, its own value, or its line taken away.

        Raises
        ------
        ValueError
            If what was typed is no number, or none that is possible.
        """
        path, given, value = self.control.path, self.control.given, self.value
        if self.wrong():
            raise ValueError(self.wrong())
        if value is None:
            return {} if given is None else {path: None}
        if self.control.form == "level" and given is None and value == self.control.options[0]:
            return {}
        return {} if value == given else {path: value}

    def show(self, value: Any) -> None:
        """Shows what is in force where nothing is set; asks nothing."""
        with self._quietly():
            self._put(value)

    def live_in(self, scenario: Scenario, otherwise: Any = None) -> None:
        """Shows what it is in a scenario, and means there; asks nothing.

        Where that holds in some weeks only, `otherwise` is what it is in all others.
        """
        self.scenario, self._otherwise = scenario, otherwise
        if self.value is None:
            self.show(scenario[self.control.path])
        else:
            self._say()

    def wrong(self) -> str:
        """Why what it is set to cannot be read, or is not possible; nothing where it can be asked."""
        if not self.tick.value:
            return ""
        if self._unread:
            return str(self._said[self._unread.why].format(**self._unread.facts))
        if self.control.can_be(self._at):
            return ""
        if self.control.form == "count" and self.control.can_be(round(self._at)):
            return str(self._said["no_whole"].format(value=self._told(self._at)))
        return str(self._said["impossible"].format(value=self._told(self._at), range=self._possible()))

    def remark(self) -> str:
        """That it is set to what the sources hold implausible, or a lever to what no level has; else nothing."""
        ends = self.control.plausible or self._of_levels()
        if not ends or not self.tick.value or ends[0] <= self._at <= ends[1]:
            return ""
        low, high = map(self._told, ends)
        form = "implausible" if self.control.plausible else "beyond_levels"
        return str(self._said[form].format(low=low, high=high, unit=self.unit))

    def _of_levels(self) -> tuple[float, float] | None:
        """Between what the levels have of a lever; None of anything else."""
        is_counted = self.control.kind == "lever" and self.control.is_number
        held = of_levels(self.control.path, self.scenario).values() if is_counted else ()
        return (min(held), max(held)) if held else None

    def fault(self, message: str = "") -> None:
        """Says what is wrong with it; unless told, what is remarkable at most."""
        self._refused = message
        self._remark()

    def _remark(self) -> None:
        message, colour = (self._refused, "#b00020") if self._refused else (self.remark(), "#7a4b00")
        self._fault.value = f'<span style="color:{colour}">{escape(message)}</span>' if message else ""

    def _named(self, value: Any) -> str:
        """A value as it is called: a level, a yes or no, a number with its unit."""
        tongue = Tongue(self.language)
        if self.control.form == "level":
            return tongue.level(value)
        if self.control.path == IN_ALL and not value:
            return str(tongue["hosts"]["by_size"])
        return tongue.quantity(value, self.control.unit) if self.control.is_number else tongue.value(value)

    def _told(self, value: float) -> str:
        return grouped(percent(value, self.control.unit))

    def _possible(self) -> str:
        """What is possible, in words."""
        least, most = self.control.least, self.control.most
        low, high = self._told(least), self._told(most)
        if math.isfinite(least) and math.isfinite(most):
            told = Tongue(self.language).between(low, high)
        else:
            told = self._said["at_least" if math.isinf(most) else "at_most"].format(low=low, high=high)
        return f"{told} {self.unit}".rstrip()

    def _put(self, value: Any) -> None:
        """Moves the slider there; beyond its ends it rests at the nearer one."""
        self._at, self._unread = value, None
        if not self.control.can_be(value):
            self._say()
            return
        if isinstance(self.slider, w.Text):
            value = number(value) if self.control.is_number else str(value)
        elif self.control.is_slider:
            self.slider.value = self._within(value)
            self._marks.value = marks(self.control, self.slider.min, self.slider.max)
            self._say()
            return
        self.slider.value = value
        self._say()

    def _say(self) -> None:
        tongue, unit = Tongue(self.language), "" if self.control.form == "level" else self.unit
        told = [tongue.quantity(self._at, self.control.unit) if self.control.is_slider else unit]
        means = meaning(self.control.path, self._at, self.scenario, tongue)
        if self.wrong():
            told, means = [unit], []
        style = f"line-height:1.3;opacity:{1 if self.tick.value else 0.65}"
        # what it means is a line or two; both have their room, so that a move shifts no row
        lines = [f"<div>{escape(line)}</div>" for line in told]
        lines += [f'<div style="min-height:2.6em">{escape(line)}</div>' for line in means]
        self._shown.value = f'<div style="{style}">{"".join(lines)}{self._elsewhere()}</div>'
        if self.typed and not self._unread:
            with self._quietly():
                self.typed.value = number(percent(self._at, self.control.unit))
        self._remark()

    def _elsewhere(self) -> str:
        """What it is in all other weeks, as HTML; its room is there before it is moved, so that no row shifts then."""
        if self._otherwise is None:
            return ""
        seen = "visible" if self._at != self._otherwise else "hidden"
        told = self._said["then"].format(otherwise=self._named(self._otherwise))
        return f'<div style="visibility:{seen}">{escape(told)}</div>'

    def _ticked(self, _: Any) -> None:
        if not self._quiet:
            self._say()
            self._moved()

    def _slid(self, change: Any) -> None:
        if not self._quiet and not self._is_there(change["new"]):
            if isinstance(self.slider, w.Text) and self.control.is_number:
                self._typed(change)
                return
            with self._quietly():
                self.tick.value, self._at, self._unread = True, change["new"], None
                if self.control.is_slider:
                    self._at = self.control.rounded(self._at)
                self._say()
            self._moved()

    def _typed(self, change: Any) -> None:
        """What was typed, where it is a number; what is none stays there to be mended, with what is wrong beside it."""
        if self._quiet:
            return
        try:
            here = units(self.control.unit, self.scenario.currency)
            self.value = float(f"{read(change['new'], here) / percent(1, self.control.unit):.9g}")
        except UnreadableError as unread:
            with self._quietly():
                self.tick.value, self._unread = True, unread
                self._say()
            self._moved()

    def _is_there(self, value: Any) -> bool:
        """Whether a slider only rests at its end, or fell onto its nearest step: then nobody moved it."""
        if not self.control.is_slider:
            return False
        nearest = self._within(self._at)
        if self.control.form == "count" or (self.control.is_log and self._at <= 0):
            return bool(value == nearest != self._at)
        here, there = (math.log10(x) if self.control.is_log else x for x in (nearest, value))
        return bool(abs(here - there) < 0.6 * self.slider.step)

    def _within(self, value: float) -> float:
        """The place of a value between the ends of the slider."""
        ends = self.slider.min, self.slider.max
        low, high = (10.0**end for end in ends) if self.control.is_log else ends
        nearest = float(min(max(value, low), high))
        return round(nearest) if self.control.form == "count" else nearest

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before


def _fixed(width: str) -> Any:
    return w.Layout(width=width, flex="0 0 auto")


def slider(control: Control, said: dict[str, Any]) -> Any:
    """The widget that takes its value; a choice that nothing limits is typed."""
    wide = w.Layout(width="98%")
    if control.form == "level":
        return w.Dropdown(options=control.options, layout=wide)
    if control.form == "flag":
        return w.Dropdown(options=flags(said), layout=wide)
    if not control.is_slider:
        return w.Text(continuous_update=False, layout=wide)
    if control.is_log:
        low, high = math.log10(control.low), math.log10(control.high)
        step = (high - low) / STEPS
        return w.FloatLogSlider(control.base, min=low, max=high, step=step, readout=False, layout=wide)
    if control.form == "count":
        return w.IntSlider(round(control.base), round(control.low), round(control.high), readout=False, layout=wide)
    step = round_step((control.high - control.low) / STEPS)
    return w.FloatSlider(control.base, min=control.low, max=control.high, step=step, readout=False, layout=wide)


def typed(control: Control) -> Any:
    """The number beside a slider, as it is read: a share as a percentage. None where there is no slider."""
    if not control.is_slider:
        return None
    return w.Text(continuous_update=False, layout=_fixed("6.5em"))


def round_step(least: float) -> float:
    """The next of 1, 2 and 5, by any power of ten, so that a slider stops at numbers that people say.

    Examples
    --------
    >>> round_step(0.0075), round_step(0.4), round_step(12)
    (0.01, 0.5, 20.0)
    """
    power = 10.0 ** math.floor(math.log10(least))
    return float(f"{next(n for n in (1, 2, 5, 10) if n * power > 0.999 * least) * power:.3g}")


def flags(said: dict[str, Any]) -> list[tuple[str, bool]]:
    """What a choice between two is called."""
    return [(said["yes"], True), (said["no"], False)]


def marks(control: Control, low: float, high: float) -> str:
    """The ends of a slider, in its own measure, and where the base lies between them."""
    base = math.log10(control.base) if control.is_log else control.base
    least, most = (grouped(percent(10**x if control.is_log else x, control.unit)) for x in (low, high))
    # above the numbers, close to the slider, so that it lies on neither
    place = f"top:-.9em;left:{4 + 92 * (base - low) / (high - low):.0f}%;transform:translateX(-50%)"
    style = "position:relative;display:flex;justify-content:space-between;font-size:12px;line-height:1;opacity:.8"
    mark = f'<span style="position:absolute;{place}">▴</span>'
    return f'<div style="{style}"><span>{least}</span><span>{most}</span>{mark}</div>'
