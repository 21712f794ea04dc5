"""What single people carry beside ideas: help with a problem, and that somebody stays; each a but-for statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from . import telling_learning, telling_people
from .scenario import Scenario
from .stories import Person, Told


class Course(NamedTuple):
    """What a problem took: hours alone with it, hours of both sides on requests, and who solved it.

    ``solved`` is ``community``, ``friend``, ``colleague``, ``stranger`` or ``nobody``; ``archive`` or ``reading`` where
    it was found or remembered, ``oneself`` or ``team`` where somebody had learned how. ``asked`` says whether a friend
    from the community was asked, ``posted`` whether the community was.
    """

    stuck: float
    requests: float
    solved: str
    asked: bool
    posted: bool

    @property
    def hours(self) -> float:
        """All of it."""
        return self.stuck + self.requests


class Schooling(NamedTuple):
    """What somebody had been shown in the community by then.

    ``times`` counts answers and favours that had shown them how, ``events`` the visits to structured events;
    ``teacher``, ``last`` and ``occasion`` are of the latest of the former.
    """

    times: int
    events: int
    teacher: Person | None
    last: int | None
    occasion: str | None


class Life(NamedTuple):
    """The life of which one kind of story is told, and how much of it there was.

    ``gained`` and ``lost`` say how many went well and how many the other way, ``value`` what all of them come to: for
    most the ledger's line; that of answers is in two parts, what people gave and what was found or had been read.
    ``elsewhere`` counts those who left and were hired in one of the two worlds alone; they are in ``value``.
    """

    replicate: int
    gained: int
    lost: int
    value: float
    elsewhere: int = 0


@dataclass(frozen=True, repr=False)
class Help(Told):
    """A problem that went another way because of the community: the same problem with and without.

    Attributes
    ----------
    scenario : Scenario
        With the prices that apply.
    world : str
    replicate, replicates : int
        Whose life it is, and of how many.
    of : str
        ``answers``, ``found``, ``favours``, ``lessons`` or ``carried``.
    one, other : Person
        Who had the problem; who answered, the friend who was asked, or the team mate who had learned most (None: nobody
        in particular).
    joined : int or None
        The week in which the former had entered the community.
    met, occasion : int, str or None
        When and over what the two got to know each other, if they did.
    week : int
        Of the problem.
    here, without : Course
        What it took, with the community and without.
    asking, answering : float
        Hours of members that the question, or the search, took beside; the ledger has them among members' time.
    saved : float
        Hours it no longer took; below zero: it took more.
    value : float
        These hours at the price of an hour, discounted to the first day.
    carries : float
        ``value`` as a share of what all of its kind save in this life.
    learned : Schooling or None
        What had been shown by then to ``one``, or to the team mate who carried it home.
    """

    scenario: Scenario
    world: str
    replicate: int
    replicates: int
    of: str
    one: Person
    joined: int | None
    other: Person | None
    met: int | None
    occasion: str | None
    week: int
    here: Course
    without: Course
    asking: float
    answering: float
    saved: float
    value: float
    carries: float
    learned: Schooling | None = None

    def text(self, language: str = "en") -> str:
        """The story in sentences."""
        if self.of in telling_learning.KINDS:
            return telling_learning.help(self, language)
        return telling_people.help(self, language)

    def row(self) -> dict[str, Any]:
        """As a row of a table."""
        names = "of world replicate week joined met occasion asking answering saved value carries"
        return {name: getattr(self, name) for name in names.split()} | {
            "solved": self.here.solved,
            "solved_without": self.without.solved,
            "hours": self.here.hours,
            "hours_without": self.without.hours,
            **people(self.one, self.other),
        }


@dataclass(frozen=True, repr=False)
class Stay(Told):
    """Somebody who left the company in the world without a community and not, or later, here; or the other way round.

    Attributes
    ----------
    scenario : Scenario
        With the prices that apply.
    world : str
    replicate, replicates : int
        Whose life it is, and of how many.
    one : Person
    joined : int or None
        The week in which they had entered the community.
    friends : int
        Whom they had got to know there by the first week in which they leave one of the worlds.
    other, met, occasion : Person, int, str or None
        The first of these, when, and over what.
    lately, last : Person, int or None
        Which of them they had met last, and when.
    left, left_without : int or None
        The week in which they leave the company, with the community and without; None: not within the run.
    certified, resting : bool
        When they left here: whether they had a certificate that they would not have without the community, and
        whether they had given out answering.
    value : float
        What replacing them costs without the community less what it costs with it, discounted to the first day.
    carries : float
        ``value`` as a share of what all who stay save in this life.
    """

    scenario: Scenario
    world: str
    replicate: int
    replicates: int
    one: Person
    joined: int | None
    friends: int
    other: Person | None
    met: int | None
    occasion: str | None
    lately: Person | None
    last: int | None
    left: int | None
    left_without: int | None
    certified: bool
    resting: bool
    value: float
    carries: float

    of: ClassVar[str] = "stays"

    @property
    def week(self) -> int:
        """The first week in which they leave one of the worlds."""
        return min(week for week in (self.left, self.left_without) if week is not None)

    def text(self, language: str = "en") -> str:
        """The story in sentences."""
        return telling_people.stay(self, language)

    def row(self) -> dict[str, Any]:
        """As a row of a table."""
        names = "of world replicate joined friends met occasion last left left_without certified resting value carries"
        return {name: getattr(self, name) for name in names.split()} | people(self.one, self.other)


def people(one: Person, other: Person | None) -> dict[str, Any]:
    """Two of a story, for a row of a table."""
    named = {"one": one, "other": other}
    return {
        f"{field}_of_{name}": getattr(of, field, None) for name, of in named.items() for field in ("number", "silo")
    }
