"""The what-if panel: sliders beside a curve, for Jupyter."""

from __future__ import annotations

import re
from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Callable, Mapping
from html import escape
from importlib import import_module
from pathlib import Path
from threading import RLock
from typing import Any

import ipywidgets as w

from .answers import Answer, code
from .asking import Asking
from .changing import during, in_week
from .controls import control, levers, prices
from .drawing import Drawing, heard, numbers, progress
from .errors import ScenarioError
from .faults import explained, told
from .furniture import Furniture
from .knobs import Knob
from .meaning import IN_ALL, PER_1000
from .moving import Beside, moves, sentence
from .pictures import Pictures
from .resting import Rests, rests
from .scenario import Scenario
from .titling import titled
from .tongue import Tongue
from .undoing import Setting, Undoing
from .when import When
from .words import words

#: so many prices, and so many of what carries the result, are there from the start
HANDFUL = 5


def running_loop() -> AbstractEventLoop | None:
    """The loop of a kernel, or None outside of any."""
    try:
        return get_running_loop()
    except RuntimeError:
        return None


class Panel:
    """Sliders beside a curve; see `ekkyo.whatif`.

    ``panel["support.level"] = "strong"`` is the same as moving it, None as taking its tick away.

    Attributes
    ----------
    answer : Answer or None
        What is shown: its numbers are ``answer.npv()``, ``answer.run`` and more.
    changes : dict of str to object
        What is asked, as it was last accepted.
    knobs : dict of str to Knob
        The rows that are there, by path.
    when : When
        When levers are set: ``panel.when.value = (52, 104)`` sets them in year two only.
    """

    def __init__(self, asking: Asking, language: str = "en", script: str = ""):
        self.asking, self.language = asking, language
        self.answer: Answer | None = None
        self.changes: dict[str, Any] = {}
        self.knobs: dict[str, Knob] = {}
        self._drawing, self._is_stopped, self._loop = RLock(), False, running_loop()
        self._carried: Rests | None = None
        self._boxes = {name: w.VBox() for name in ("levers", "carries", "prices", "others")}
        self.curves = Drawing(asking.scenario.currency, asking.scenario.weeks, language, script)
        self.pictures = Pictures(asking.stopped)
        self.around = Furniture(self._boxes, self.curves.widget, self.pictures.widget, self.add)
        self.widget, self.ledger = self.around.widget, self.around.ledger
        self.when = When(asking.scenario, language, self._ask)
        self._undoing = Undoing(Setting(self.when.value))
        self._boxes["levers"].children = (self.when.row,) if len(self.when.choices) > 1 else ()
        for box, paths in {"levers": levers(), "prices": prices(HANDFUL)}.items():
            for path in paths:
                self.add(path, box)
        if not asking.scenario[IN_ALL]:
            self._fold(IN_ALL, PER_1000)
        self.speak(language)
        self.ledger.observe(lambda _: self._draw(), "value")
        self.around.switch.observe(lambda change: self.speak(change["new"]), "value")
        self.around.stop.on_click(lambda _: self.stop())
        self.around.make_basis.on_click(lambda _: self.make_basis())
        self.around.reset_basis.on_click(lambda _: self.reset_basis())
        self.around.undo.on_click(lambda _: self.undo())
        self.around.back.on_click(lambda _: self.back())
        self.around.code.on_click(lambda _: self.around.give(self._said["coded"], self.code()))
        self.around.save.on_click(lambda _: self._save(self.around.name.value.strip()))
        # a page fetches all widgets at once, and what changes in them until it shows them would never come to it
        if script:
            self.around.naming.observe(lambda _: self._ask(), "is_seen")
        else:
            self._ask()

    def speak(self, language: str) -> None:
        """Goes on in another language, with everything as it is set."""
        with self._drawing:
            self.language, self._said = language, words(language)["whatif"]
            if self._carried is None:
                self._boxes["carries"].children = [w.HTML(escape(self._said["not_yet"]))]
            self.around.speak(language, self._carried)
            name = Tongue(language).named(self.asking.scenario.name)
            self.around.title.value = f"<b>{escape(name)}</b>" if name else ""
            self.curves.speak(language)
            self.pictures.speak(language)
            self.when.speak(language)
            for knob in list(self.knobs.values()):
                knob.speak(language)
            self.around.notice.value = ""
            self.around.hush()
            self._draw()

    def add(self, path: str, box: str = "others") -> Knob:
        """Another slider; the one that is there, if it is.

        Raises
        ------
        KeyError
            If there is no such parameter, or it cannot be moved.
        """
        if path not in self.knobs:
            here = self.asking.scenario
            knob = self.knobs[path] = Knob(control(here, path), here, self.language, self._ask)
            self._boxes[box].children = (*self._boxes[box].children, knob.row)
            if self.answer is not None:
                self._live([knob], self.answer.scenario)
        self.knobs[path].row.layout.display = ""
        return self.knobs[path]

    def _fold(self, path: str, same: str) -> None:
        """Keeps another way to say the same out of sight, behind a button beneath that, until it is wanted."""
        box, row, button = self._boxes["levers"], self.knobs[path].row, self.around.in_all
        row.layout.display = "none"
        button.on_click(lambda _: self.add(path))
        row.layout.observe(lambda _: setattr(button.layout, "display", "none"), "display")
        rows = [one for one in box.children if one is not row]
        place = rows.index(self.knobs[same].row) + 1
        box.children = (*rows[:place], button, row, *rows[place:])

    def __getitem__(self, path: str) -> Any:
        return self.knobs[path].value

    def __setitem__(self, path: str, value: Any) -> None:
        self.add(path).value = value

    def make_basis(self) -> None:
        """Makes what is shown the basis of comparison: whatever comes is held against it."""
        if self.answer is not None:
            self.asking.set_basis(self.answer.changes)
            self._draw()

    def reset_basis(self) -> None:
        """Holds what is shown, and whatever comes, against the plan as it was opened again."""
        self.asking.set_basis({})
        self._draw()

    def undo(self) -> None:
        """Takes the last move back; what could not be asked counts as one."""
        is_asked = self._setting() == self._undoing.now and not any(knob.wrong() for knob in self.knobs.values())
        if not is_asked:
            self._set(self._undoing.now)
        elif not self._undoing.is_at_first:
            self._set(self._undoing.back())

    def back(self) -> None:
        """Sets everything back to the plan as it was opened, in one move."""
        self._set(self._undoing.first)

    def stop(self) -> None:
        """Leaves the answer as far as it has come; the next move asks anew."""
        self.asking.stop()
        self._is_stopped = True
        self._draw()

    def save(self, name: str | Path) -> Path:
        """Writes what is asked as a scenario file that is called by its changes, beside the scenario's own unless told.

        Raises
        ------
        FileExistsError
            If there is such a file; nothing is overwritten.
        ScenarioError
            If what the scenario names cannot be found from there.
        """
        path = self.asking.scenario.directory / name
        path = path if path.suffix else path.with_suffix(".toml")
        text = titled(self.asking.scenario, self.changes, self.language).to_toml()
        Scenario.from_toml(text, path.parent, str(path))
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
        return path

    def code(self) -> str:
        """Python that gives the numbers shown again, from nothing."""
        shown = self.answer
        changes, replicates = (shown.changes, shown.replicates) if shown else (self.changes, self.asking.many)
        return code(self.asking.scenario, changes, replicates, self.asking.per_draw)

    def wait(self, seconds: float | None = None) -> bool:
        """Waits for the final answer; whether it came in time."""
        return self.asking.wait(seconds)

    def _ask(self) -> None:
        """Asks what the sliders say; where that cannot be lived, says so and leaves what is shown."""
        self.around.notice.value = ""
        self.around.hush()
        # the background may add what carries the result meanwhile
        knobs, changes = list(self.knobs.values()), dict[str, Any]()
        for knob in knobs:
            knob.fault()
        wrong = {knob.control.path: knob.wrong() for knob in knobs if knob.wrong()}
        if wrong:
            self._refuse(wrong)
            return
        try:
            for knob in knobs:
                changes |= self._when(knob)
            # nothing is heard of it before it is known as what was asked
            with self._drawing:
                scenario = self.asking.begin(changes, self._hear, self._fail)
                self.changes, self._is_stopped = changes, False
                self._undoing.note(self._setting())
                self._await()
        except ScenarioError as error:
            self._refuse({fault.message: told(fault.message, self.language) for fault in error.faults})
            return
        self._live(knobs, scenario)

    def _setting(self) -> Setting:
        """How the rows are set."""
        values = {path: knob.value for path, knob in list(self.knobs.items()) if knob.value != knob.opened}
        return Setting(self.when.value, values)

    def _set(self, setting: Setting) -> None:
        """Sets the rows again, and asks that."""
        self.when.put(setting.weeks)
        for path, knob in list(self.knobs.items()):
            knob.put(setting.values.get(path, knob.opened))
        self._ask()

    def _live(self, knobs: list[Knob], scenario: Scenario) -> None:
        """Rows show what holds in a scenario: those of levers, in the weeks that are chosen."""
        weeks, plan = self.when.value, self.asking.scenario
        if weeks == self.when.choices[0]:
            for knob in knobs:
                knob.live_in(scenario)
            return
        then = in_week(scenario, weeks[0])
        for knob in knobs:
            if knob.control.kind == "lever":
                knob.live_in(then, plan[knob.control.path])
            else:
                knob.live_in(scenario)

    def _when(self, knob: Knob) -> dict[str, Any]:
        """What a knob changes; what the company decides, in the weeks that are chosen."""
        changes, weeks = knob.changes(), self.when.value
        if knob.control.kind != "lever" or weeks == self.when.choices[0] or None in changes.values():
            return changes
        return during(self.asking.scenario, changes, weeks)

    def _refuse(self, faults: Mapping[str, str]) -> None:
        """Each fault stands at the control that it names; what is refused can be taken back."""
        self.around.undo.disabled = self.around.back.disabled = False
        elsewhere = []
        for where, message in faults.items():
            named = [knob for path, knob in list(self.knobs.items()) if path in re.split("[` :]+", where)]
            for knob in named:
                knob.fault(message)
            elsewhere += [] if named else [message]
        self._warn(" ".join((self._said["refused"], *elsewhere)))

    def _hear(self, answer: Answer) -> None:
        self.answer = answer
        self._draw()
        if answer.stage == "final" and self._carried is None:
            self._carried = rests(answer)
            # intervals of differences need it, and the first move does not wait for it then
            import_module("scipy.special")
            self._in_turn(self._carry)

    def _carry(self) -> None:
        """Rows for what the result rests on, and words above them."""
        if self._carried is not None:
            with self._drawing:
                self._boxes["carries"].children = ()
                for path in self._carried.paths[:HANDFUL]:
                    self.add(path, "carries")
                self.around.carry(self._carried)

    def _in_turn(self, make: Callable[[], object]) -> None:
        """Makes new widgets where a kernel does everything else, one after the other.

        A page that opens asks the kernel for all widgets that there are; one that came from elsewhere meanwhile would
        leave that without an answer, and the page without its panel.
        """
        if self._loop is not None and self._loop.is_running():
            self._loop.call_soon_threadsafe(make)
        else:
            make()

    def _fail(self, error: Exception) -> None:
        with self._drawing:
            self._is_stopped = True
            self._draw()
        self._warn(self._said["failed"].format(why=explained(error, self.language)))

    def _warn(self, message: str) -> None:
        self.around.notice.value = f'<b style="color:#b00020">{escape(message)}</b>'

    def _await(self) -> None:
        """What is shown is no longer called the answer, where something else was asked; the curves stay until then."""
        answer = self.answer
        if answer is None or answer.changes == self.changes:
            self._draw()
            return
        self.around.status.value = escape(self._said["asked"])
        self.around.words.value = ""
        self._enable(answer, Beside(self.asking.basis(), self.asking.opened()), is_old=True)

    def _draw(self) -> None:
        with self._drawing:
            answer, ledger = self.answer, self.ledger.value
            if answer is None:
                self.around.status.value = escape(self._said["asked"])
                return
            beside, is_old = Beside(self.asking.basis(), self.asking.opened()), answer.changes != self.changes
            # all of it is worked out before any of it is shown, so that no number stands beside an older sentence
            told = {
                "words": "" if is_old else escape(sentence(answer, beside, ledger, self.language)),
                "numbers": numbers(answer, beside, ledger, self.language),
                "status": escape(progress(answer, self.language, self._is_stopped, is_old)),
            }
            self.curves.draw(answer, beside, ledger)
            for part, html in told.items():
                getattr(self.around, part).value = html
            self._enable(answer, beside, is_old)
            self.around.naming.curve = heard(answer, ledger, self.language)
            if answer.stage == "final":
                self.pictures.show(answer)

    def _enable(self, answer: Answer, beside: Beside, is_old: bool) -> None:
        """Buttons that would do nothing cannot be pressed; what is shown of an older question is made no basis."""
        self.around.make_basis.disabled = is_old or (beside.basis is not None and not moves(answer, beside.basis))
        self.around.reset_basis.disabled = not beside.is_moved
        self.around.undo.disabled = self._undoing.is_at_first
        self.around.back.disabled = self._undoing.now == self._undoing.first
        is_over = self._is_stopped or (answer.stage == "final" and not is_old)
        self.around.stop.layout.visibility = "hidden" if is_over else "visible"

    def _save(self, name: str) -> None:
        # whoever sees the page may add a scenario beside this one, and write nowhere else
        if not name or name.startswith(".") or Path(name).name != name or Path(name).suffix not in ("", ".toml"):
            self.around.tell(self._said["plain"])
            return
        try:
            answer = self._said["saved"].format(path=self.save(name))
        except FileExistsError as error:
            answer = self._said["exists"].format(path=error.filename)
        except (ScenarioError, OSError) as error:
            answer = explained(error, self.language)
        self.around.tell(answer)

    def _repr_mimebundle_(self, **kinds: Any) -> Any:
        self.curves.remember()
        return self.widget._repr_mimebundle_(**kinds)

    def __repr__(self) -> str:
        return f"What if: {self.answer.run!r}" if self.answer else "What if: …"
