"""The what-if panel: sliders beside a curve, for Jupyter."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from threading import RLock
from typing import Any

import ipywidgets as w

from .answers import Answer, code
from .asking import Asking
from .controls import askable, control, heaviest, levers, prices
from .drawing import Drawing, numbers, progress
from .errors import ScenarioError
from .knobs import Knob
from .scenario import Scenario
from .words import words

#: so many prices, and so many of what carries the result, are there from the start
HANDFUL = 5


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
    """

    def __init__(self, asking: Asking, language: str = "en"):
        self.asking, self.language, self._said = asking, language, words(language)["whatif"]
        self.answer: Answer | None = None
        self.changes: dict[str, Any] = {}
        self.knobs: dict[str, Knob] = {}
        self._drawing, self._is_carried = RLock(), False
        self._boxes = {name: w.VBox() for name in ("levers", "carries", "prices", "others")}
        self._boxes["carries"].children = [w.HTML(escape(self._said["not_yet"]))]
        for box, paths in {"levers": levers(), "prices": prices(HANDFUL)}.items():
            for path in paths:
                self.add(path, box)
        self.curves = Drawing(asking.scenario.currency, language)
        self._numbers, self._status, self._told = w.HTML(), w.HTML(self._said["waiting"]), w.HTML()
        self._notice = w.HTML()
        self.widget = w.HBox([self._left(), self._right()])
        self._ask()

    def _left(self) -> Any:
        names = [path for path in askable() if path not in self.knobs]
        adding = w.Combobox(options=names, placeholder=self._said["add"], ensure_option=False)
        adding.observe(lambda change: self._added(adding, change["new"]), "value")
        parts: list[Any] = []
        for name, box in self._boxes.items():
            parts += [w.HTML(f"<b>{escape(self._said[name])}</b>"), box]
        return w.VBox([*parts, adding], layout=w.Layout(width="47em", flex="0 0 auto"))

    def _right(self) -> Any:
        names = words(self.language)["name"]
        self.ledger = w.ToggleButtons(options=[(names["full"], "full"), (names["cash"], "cash")])
        self.ledger.observe(lambda _: self._draw(), "value")
        pin, show = w.Button(description=self._said["pin"]), w.Button(description=self._said["code"])
        save, name = w.Button(description=self._said["save"]), w.Text(placeholder=self._said["file"])
        text = w.Textarea(layout=w.Layout(width="98%", height="12em", display="none"))
        pin.on_click(lambda _: self.pin())
        show.on_click(lambda _: self._show_code(text))
        save.on_click(lambda _: self._save(name.value))
        buttons = [w.HBox([pin, show, save, name]), self._told, text]
        shown = [self.ledger, self.curves.widget, self._notice, self._status, self._numbers]
        return w.VBox([*shown, *buttons], layout=w.Layout(flex="1 1 auto"))

    def add(self, path: str, box: str = "others") -> Knob:
        """Another slider; the one that is there, if it is.

        Raises
        ------
        KeyError
            If there is no such parameter, or it cannot be moved.
        """
        if path not in self.knobs:
            knob = self.knobs[path] = Knob(control(self.asking.scenario, path), self.language, self._ask)
            self._boxes[box].children = (*self._boxes[box].children, knob.row)
            if knob.value is None and self.answer is not None:
                knob.show(self.answer.scenario[path])
        return self.knobs[path]

    def __getitem__(self, path: str) -> Any:
        return self.knobs[path].value

    def __setitem__(self, path: str, value: Any) -> None:
        self.add(path).value = value

    def pin(self) -> None:
        """Keeps what is shown beside whatever comes."""
        if self.answer is not None:
            self.asking.pin(self.answer.changes)
            self._draw()

    def save(self, name: str | Path) -> Path:
        """Writes what is asked as a scenario file, beside the scenario's own unless told where.

        Raises
        ------
        FileExistsError
            If there is such a file; nothing is overwritten.
        ScenarioError
            If what the scenario names cannot be found from there.
        """
        path = self.asking.scenario.directory / name
        path = path if path.suffix else path.with_suffix(".toml")
        text = self.asking.scenario.replace(self.changes).to_toml()
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
        self._notice.value = ""
        # the background may add what carries the result meanwhile
        knobs, changes = list(self.knobs.values()), dict[str, Any]()
        for knob in knobs:
            knob.fault()
        for knob in knobs:
            try:
                changes |= knob.changes()
            except ValueError as error:
                self._refuse({knob.control.path: str(error)})
                return
        try:
            scenario = self.asking.begin(changes, self._hear, self._fail)
        except ScenarioError as error:
            self._refuse({fault.message: fault.message for fault in error.faults})
            return
        self.changes = changes
        for knob in knobs:
            if knob.value is None:
                knob.show(scenario[knob.control.path])

    def _refuse(self, faults: Mapping[str, str]) -> None:
        """Each fault stands at the control that it names."""
        elsewhere = []
        for where, message in faults.items():
            named = [knob for path, knob in list(self.knobs.items()) if path in where.replace("`", " ").split()]
            for knob in named:
                knob.fault(message)
            elsewhere += [] if named else [message]
        self._warn(" ".join((self._said["refused"], *elsewhere)))

    def _hear(self, answer: Answer) -> None:
        self.answer = answer
        self._draw()
        if answer.stage == "final" and not self._is_carried:
            self._is_carried = True
            self._boxes["carries"].children = ()
            for path in heaviest(answer, HANDFUL):
                self.add(path, "carries")

    def _fail(self, error: Exception) -> None:
        self._warn(self._said["failed"].format(why=error))

    def _warn(self, message: str) -> None:
        self._notice.value = f'<b style="color:#b00020">{escape(message)}</b>'

    def _draw(self) -> None:
        with self._drawing:
            answer, pinned, ledger = self.answer, self.asking.pinned(), self.ledger.value
            if answer is not None:
                self.curves.draw(answer, pinned, ledger)
                self._numbers.value = numbers(answer, pinned, ledger, self.language)
                self._status.value = escape(progress(answer, self.language))

    def _added(self, adding: Any, path: str) -> None:
        if path in askable():
            self.add(path)
            adding.value = ""

    def _save(self, name: str) -> None:
        if not name.strip():
            self._told.value = escape(self._said["file"])
            return
        try:
            told = self._said["saved"].format(path=self.save(name.strip()))
        except FileExistsError as error:
            told = self._said["exists"].format(path=error.filename)
        except (ScenarioError, OSError) as error:
            told = str(error)
        self._told.value = escape(told)

    def _show_code(self, text: Any) -> None:
        text.value, text.layout.display = self.code(), ""

    def _repr_mimebundle_(self, **kinds: Any) -> Any:
        self.curves.remember()
        return self.widget._repr_mimebundle_(**kinds)

    def __repr__(self) -> str:
        return f"What if: {self.answer.run!r}" if self.answer else "What if: …"
