"""The four pictures nobody forgets, beneath the curve of a what-if: each drawn only when somebody opens it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

import ipywidgets as w

from .answers import Answer
from .tongue import Tongue
from .words import words

if TYPE_CHECKING:
    from .run import Run

#: in this order, by the name that their words have
PICTURES = ("story", "one_year", "minutes_and_ideas", "ladder")


class Pictures:
    """Two worlds and one story, the one-year trap, what must be true, and the ladder of belief.

    ``widget`` is an accordion. What is closed costs nothing; what is open is drawn anew, beside everything else, when
    an answer is final.
    """

    def __init__(self, stopped: Callable[[Answer, Callable[[], bool]], Run | None]) -> None:
        self._stopped = stopped
        self.frames = {name: w.HTML() for name in PICTURES}
        self.widget = w.Accordion(children=list(self.frames.values()), selected_index=None)
        self.widget.add_class("ekkyo-pictures")
        self.widget.observe(lambda _: self._begin(), "selected_index")
        self._drawing, self._answer, self._language = Lock(), None, "en"  # type: tuple[Any, Answer | None, str]

    @property
    def opened(self) -> str | None:
        """Which one is open."""
        return None if self.widget.selected_index is None else PICTURES[self.widget.selected_index]

    def speak(self, language: str) -> None:
        """Names them in this language."""
        self._language, said = language, words(language)["pictures"]
        for number, name in enumerate(PICTURES):
            self.widget.set_title(number, said[name])
        self._begin()

    def show(self, answer: Answer) -> None:
        """From now on they show this answer."""
        if answer is not self._answer:
            self._answer = answer
            self._begin()

    def _begin(self) -> None:
        if self.opened:
            Thread(target=self.draw, name="ekkyo picture", daemon=True).start()

    def draw(self) -> None:
        """Draws the one that is open; what was asked for meanwhile is drawn after it."""
        with self._drawing:
            name, answer, language = self.opened, self._answer, self._language
            if name is None:
                return
            said = words(language)["pictures"]
            if answer is None:
                self.frames[name].value = escape(words(language)["whatif"]["not_yet"])
                return
            self.frames[name].value = self.frames[name].value or escape(said["drawing"])
            run = self._run(name, answer)
            if run is None:
                return
            try:
                self.frames[name].value = html(name, run, language)
            except ValueError as error:
                self.frames[name].value = escape(str(error))

    def _run(self, name: str, answer: Answer) -> Run | None:
        """What a picture is drawn of; None where it is not wanted any more before that is lived."""
        if name != "one_year":
            return answer.run
        return self._stopped(answer, lambda: self._answer is answer and self.opened == name)


def html(name: str, run: Run, language: str) -> str:
    """A picture with what somebody hears who does not see it, and with the numbers it is drawn from."""
    shown = _story(run, language) if name == "story" else _drawn(name, run, language)
    picture = str(shown["svg"]).replace("<svg", '<svg style="max-width:100%;height:auto"', 1)
    beneath = f"<p>{escape(shown['caption'])}</p>" + _table(shown["numbers"], words(language)["note"]["numbers"])
    return f'<div role="img" aria-label="{escape(shown["alt"])}">{picture}</div>{beneath}'


def _story(run: Run, language: str) -> dict[str, Any]:
    """The most valuable story, as a report shows it."""
    from .narrating import exhibit

    told = run.stories(1, language)
    if not len(told):
        raise ValueError(words(language)["pictures"]["no_story"])
    return exhibit(told[0], "panel-story", language)


def _drawn(name: str, run: Run, language: str) -> dict[str, Any]:
    """The figure, its alternative text, how to read it, and its numbers."""
    from . import exhibits, figures_of_decisions, figures_of_hindsight, figures_of_need, frames

    frame: Any
    draw: Callable[..., Any]
    if name == "one_year":
        draw, frame = figures_of_hindsight.one_year, frames.one_year_data(run)
        frame = frame[["level", "ledger", "verdict", "count", "of_verdict"]]
    elif name == "minutes_and_ideas":
        draw, frame = figures_of_need.minutes_and_ideas, frames.minutes_and_ideas_data(run)
    else:
        draw, frame = figures_of_decisions.ladder, frames.ladder_data(run, language)
    tongue = Tongue(language, run.scenario.currency)
    said, facts = tongue[name], exhibits.facts(run, name, language)
    alt = said["alt"].format(told=exhibits.told(frame, said["one"], tongue), **facts)
    if name == "ladder":
        frame = frame[["level", "name", "roi", "cost", "value", "npv"]]
    return {
        "svg": exhibits.svg(draw(run, language=language), f"panel-{name}"),
        "alt": alt,
        "caption": said["caption"].format(**facts),
        "numbers": exhibits.numbers(frame, tongue),
    }


def _table(numbers: dict[str, Any], title: str) -> str:
    """The numbers behind a picture, folded away until somebody wants them."""
    heads = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in numbers["columns"])
    rows = "".join("<tr>" + "".join(f"<td>{escape(str(x))}</td>" for x in row) + "</tr>" for row in numbers["rows"])
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<details><summary>{escape(title)}</summary>{table}</details>"
