"""Asks what would be if: a first look at once, then more and more replicates, until something else is asked."""

from __future__ import annotations

import atexit
import time
import weakref
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from threading import Condition, Lock, Thread
from typing import Any

from .answers import Answer
from .errors import RequestError
from .hindsight import ONE_YEAR
from .parts import live_part
from .plan import PART, Plan, worlds_called
from .questions import Question, question
from .run import Run
from .scenario import Scenario
from .shelf import Shelf
from .worlds import Worlds

#: replicates of a first look; half a part, so that it is there within a blink
FIRST = PART // 2

#: a first look that has taken so long (seconds) gives way to a newer question; a shorter one is let finish, so that a
#: slider that is being dragged still shows curves
PATIENCE = 0.5


class WithdrawnError(Exception):
    """Nobody wants to know any more."""


class Asking:
    """Questions about one scenario, each answered in steps; the newest one counts.

    All are lived with the same people and luck, so two answers differ only by what was changed. One thing is lived at
    a time, in small pieces; a new question ends the refining of the one before within about a replicate. What was
    lived is kept: another price is answered without living anything, and ``none`` is shared by all support plans.

    Parameters
    ----------
    scenario : Scenario
    few, many : int
        Replicates of the first look, and of the final answer.
    threads : int, optional
        All there are, unless told. Results do not depend on it.
    per_draw : int
        As in `ekkyo.simulate`.

    Attributes
    ----------
    lived : Counter
        How many replicates of each world have been lived so far, for whoever wonders what a question costs.

    Raises
    ------
    RequestError
        If the number of replicates does not go with the draws.

    Examples
    --------
    >>> scenario = Scenario.from_toml('company.employees = 100\\nrun.weeks = 30\\nsupport.level = "standard"')
    >>> asking = Asking(scenario, few=2, many=4)
    >>> [answer.stage for answer in asking.ask({"support.events_per_month": 2})]
    ['first', 'final']
    >>> [answer.stage for answer in asking.ask({"support.events_per_month": 2, "prices.event": 100})]
    ['final']
    """

    def __init__(
        self, scenario: Scenario, few: int = FIRST, many: int = 200, threads: int | None = None, per_draw: int = 2
    ):
        if few < 1 or many < few or (few % per_draw and few < many):
            raise RequestError(
                f"few = {few}, many = {many}: few is at least 1, at most many, and divided by {per_draw}"
            )
        if threads is not None and threads < 0:
            raise RequestError(f"threads = {threads}: 1 or more; 0 or None takes all there are")
        self.scenario, self.few, self.many, self.per_draw = scenario, few, many, per_draw
        self.threads = threads or 0
        self.lived: Counter[str] = Counter()
        self._shelf = Shelf()
        self._newest: Question | None = None
        self._next: tuple[Question, Callable[[Answer], object], Callable[[Exception], object]] | None = None
        self._basis = self._opened = self.question({})
        self._one_at_a_time, self._turn, self._busy = Lock(), Condition(), False
        atexit.register(_stop, weakref.ref(self))

    def question(self, changes: Mapping[str, Any]) -> Question:
        """A question, checked.

        Raises
        ------
        ScenarioError
            If the scenario with these changes cannot be lived; whatever is being answered goes on.
        """
        return question(self.scenario, changes, self.many, self.per_draw)

    def ask(self, changes: Mapping[str, Any]) -> Iterator[Answer]:
        """Answers here and now, in steps; ends early if something else is asked meanwhile. Raises as `question`."""
        self._newest = asked = self.question(changes)
        return self._answers(asked)

    def begin(
        self,
        changes: Mapping[str, Any],
        hear: Callable[[Answer], object],
        fail: Callable[[Exception], object] = lambda _: None,
    ) -> Scenario:
        """Answers in the background: `hear` is called there with every answer, `fail` with what went wrong.

        Gives the scenario that is asked about. Raises as `question`.
        """
        asked = self.question(changes)
        with self._turn:
            self._newest, self._next = asked, (asked, hear, fail)
            if not self._busy:
                self._busy = True
                Thread(target=self._work, name="ekkyo what-if", daemon=True).start()
        return asked.scenario

    def wait(self, seconds: float | None = None) -> bool:
        """Waits until the background has nothing more to answer; whether that came in time."""
        with self._turn:
            return self._turn.wait_for(lambda: not self._busy, seconds)

    def stop(self) -> None:
        """Answers nothing more until something is asked again."""
        with self._turn:
            self._newest = self._next = None

    def set_basis(self, changes: Mapping[str, Any]) -> None:
        """Makes this one the basis: it is refined beside what is asked, so that their difference gets surer as well."""
        self._basis = self.question(changes) if changes else self._opened

    def basis(self) -> Answer | None:
        """What is known of the basis; None before its first look."""
        return self._known(self._basis)

    def opened(self) -> Answer | None:
        """What is known of the plan as it was opened; None before its first look."""
        return self._known(self._opened)

    def stopped(self, answer: Answer, wanted: Callable[[], bool]) -> Run | None:
        """The run of a final answer, with the world beside it in which support stops after a year, as a report has it.

        That world is lived only now, while nothing is asked; None as soon as it is not ``wanted`` any more.
        """
        scenario = answer.scenario
        if not scenario["run.today"] == ONE_YEAR < scenario.weeks:
            return answer.run
        both = Plan(scenario, worlds_called(scenario, ("level", "stopped")), self.many, self.per_draw)
        while wanted():
            self.wait()
            with self._one_at_a_time:
                have = self._shelf.replicates(both.key)
                if have >= answer.replicates:
                    stopped, _ = self._shelf.take({"stopped": both.key})
                    plan = replace(answer.lived.plan, worlds=worlds_called(scenario, ("level", "none", "stopped")))
                    return Run(scenario, replace(answer.lived, plan=plan, raw=answer.lived.raw | stopped))
                part = live_part(both, range(have, min(have + FIRST, answer.replicates)), self.threads)
                part["worlds"] = {"stopped": part["worlds"]["stopped"]}
                self._shelf.put({"stopped": both.key}, part)
        return None

    def _work(self) -> None:
        while True:
            with self._turn:
                if self._next is None:
                    self._busy = False
                    self._turn.notify_all()
                    return
                (asked, hear, fail), self._next = self._next, None
            try:
                for answer in self._answers(asked):
                    hear(answer)
            except Exception as error:
                fail(error)

    def _answers(self, asked: Question) -> Iterator[Answer]:
        seen = bool(self._shelf.replicates(*asked.both))
        if seen:
            yield self._answer(asked)
        ends = [self.few, *(end for end in range(PART, self.many, PART) if end > self.few), self.many]
        try:
            for end in dict.fromkeys(ends):
                # the first look is for what was asked alone
                wanted = [asked, self._basis, self._opened] if seen else [asked]
                if any([self._live(one, end, asked, seen) for one in wanted]):
                    yield self._answer(asked)
                seen = True
        except WithdrawnError:
            return

    def _live(self, one: Question, end: int, asked: Question, seen: bool) -> bool:
        """Lives what is missing of both worlds up to a number of replicates; whether anything was."""
        began = time.perf_counter()

        def look(_: int = 0) -> None:
            if self._newest is not asked and (seen or self._newest is None or time.perf_counter() - began > PATIENCE):
                raise WithdrawnError

        with self._one_at_a_time:
            missing = {world: range(self._shelf.replicates(key), end) for world, key in one.keys.items()}
            missing = {world: replicates for world, replicates in missing.items() if replicates}
            alike = len(missing) == 2 and len(set(missing.values())) == 1
            plans = {"level": one.together} if alike else one.alone
            for world in ["level"] if alike else list(missing):
                look()
                part = live_part(plans[world], missing[world], self.threads, look)
                if part["interrupted"]:
                    raise KeyboardInterrupt
                self._shelf.put(one.keys, part)
                self.lived.update(dict.fromkeys(part["worlds"], len(part["replicates"])))
            self._shelf.tidy(*one.both, *asked.both, *self._basis.both, *self._opened.both)
        return bool(missing)

    def _known(self, one: Question) -> Answer | None:
        return self._answer(one) if self._shelf.replicates(*one.both) else None

    def _answer(self, one: Question) -> Answer:
        have = self._shelf.replicates(*one.both)
        if one.answer is None or one.answer.replicates != have:
            raw, replicates = self._shelf.take(one.keys)
            seconds = time.perf_counter() - one.asked
            plan = one.together.times(have)
            lived = Worlds(plan, raw, replicates, interrupted=False, failed=[], seconds=seconds)
            one.answer = Answer(one.changes, lived, self.few, self.many, seconds)
        return one.answer


def _stop(asking: weakref.ref[Asking]) -> None:
    """Python ends: so does what is being lived."""
    here = asking()
    if here:
        here.stop()
        here.wait(5)
