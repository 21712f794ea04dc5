"""Value stories: who met whom, what came of it, and what would have been without the community."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, overload

import pandas as pd

from . import telling
from .scenario import Scenario

if TYPE_CHECKING:
    from .people import Life

#: what a story can be about, in the order in which they are told
KINDS = ("ideas", "answers", "found", "favours", "lessons", "carried", "certificates", "referrals", "stays")


class Weeks(NamedTuple):
    """Weeks in a row, of which ``until`` is no longer one."""

    start: int
    until: int


class Person(NamedTuple):
    """One of the two: by number on the payroll and silo; of a real register by silo alone.

    ``came`` is the week they were hired in, None where that was before the run or is not told; ``here`` the weeks of
    the run in which they work here, and ``in_the_twin`` those in the world without a community.
    """

    number: int | None
    silo: str
    came: int | None
    here: Weeks
    in_the_twin: Weeks


class Told:
    """Whatever can be told in sentences, and is a row of a table."""

    def text(self, language: str = "en") -> str:
        """The story in sentences."""
        raise NotImplementedError

    def row(self) -> dict[str, Any]:
        """As a row of a table."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return telling.html_of([self.text()])


@dataclass(frozen=True, repr=False)
class Story(Told):
    """How a launched idea came about: a but-for statement inside the model.

    Attributes
    ----------
    scenario : Scenario
        With the prices that apply.
    world : str
    replicate, replicates : int
        Whose life it is, and of how many.
    one, other : Person
    met, occasion, again : int, str, int or None
        The week they got to know each other; over what (``event``, ``answer``, ``introduction``); when they last met
        again before the idea, if they did.
    warmth : float
        Of their tie when they had the idea; a fresh one has 1.
    idea, approved, launched, matures : int
        Weeks. The model decides on an idea in the week it is had; what then passes lies before it matures.
    kind : str
        ``improvement`` or ``new business``.
    value, in_all, paid : float
        What it brings, before the hours it took: discounted to the first day, within the run or as asked; also past
        the run; and as paid.
    usual : float
        What an idea of its kind that is carried out in that week brings on average, whatever its luck: as ``value``.
    until : int
        The week in which it pays no longer.
    carries : float
        ``value`` as a share of what all ideas of this world bring in all replicates.
    as_valuable : int
        In how many replicates an idea is worth as much.
    middle : float
        What the most valuable idea of the middle replicate is worth.
    colleagues : tuple of Weeks
        When the two are in one team or old circle in the world without a community.
    unpaid : bool or None
        Whether the same idea is had with nobody paying; None where that was not lived.
    """

    scenario: Scenario
    world: str
    replicate: int
    replicates: int
    one: Person
    other: Person
    met: int
    occasion: str
    again: int | None
    warmth: float
    idea: int
    matures: int
    kind: str
    value: float
    in_all: float
    paid: float
    usual: float
    until: int
    carries: float
    as_valuable: int
    middle: float
    colleagues: tuple[Weeks, ...]
    unpaid: bool | None

    of: ClassVar[str] = "ideas"

    @property
    def approved(self) -> int:
        """The week in which the idea was approved: that in which it was had."""
        return self.idea

    @property
    def launched(self) -> int:
        """The week from which it was carried out: that in which it was had."""
        return self.idea

    @property
    def absent(self) -> Person | None:
        """Who does not work here in the twin when the idea is had here."""
        for person in (self.one, self.other):
            if not person.in_the_twin.start <= self.idea < person.in_the_twin.until:
                return person
        return None

    @property
    def twin(self) -> str:
        """What becomes of the two in the twin: ``absent``, ``anyway``, ``earlier``, ``later`` or ``never``."""
        if self.absent:
            return "absent"
        if any(start <= self.idea < until for start, until in self.colleagues):
            return "anyway"
        if any(until <= self.idea for _, until in self.colleagues):
            return "earlier"
        return "later" if self.colleagues else "never"

    def text(self, language: str = "en") -> str:
        """The story in sentences."""
        return telling.story(self, language)

    def row(self) -> dict[str, Any]:
        """As a row of a table."""
        return {"of": self.of, **_row(self)}


class Stories(Sequence[Any]):
    """The stories that carry most of the value, the most valuable of a kind first; they are not added up.

    Of ideas each is a `Story`, of problems (answers, what was found, favours, lessons, what was carried home) a
    `Help`, of certificates an `Exam`, of referrals a `Referral`, of people who stay a `Stay`. ``kinds``
    says of what is told, ``lives`` of each kind but ideas the life it is told of, and how many went the other way.
    """

    def __init__(
        self,
        told: Sequence[Told],
        scenario: Scenario,
        world: str,
        replicates: int,
        language: str = "en",
        kinds: Sequence[str] = ("ideas",),
        lives: Mapping[str, Life] | None = None,
    ):
        self._told = tuple(told)
        self.scenario = scenario
        self.world = world
        self.replicates = replicates
        self.language = language
        self.kinds = tuple(kinds)
        self.lives = dict(lives or {})

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> Stories: ...
    def __getitem__(self, at: int | slice) -> Any:
        return self._with(self._told[at]) if isinstance(at, slice) else self._told[at]

    def of(self, kind: str) -> Stories:
        """Those of one kind."""
        return self._with([one for one in self if one.of == kind], (kind,))

    def _with(self, told: Sequence[Told], kinds: Sequence[str] | None = None) -> Stories:
        return Stories(told, self.scenario, self.world, self.replicates, self.language, kinds or self.kinds, self.lives)

    def __len__(self) -> int:
        return len(self._told)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._told)

    def frame(self) -> pd.DataFrame:
        """A row per story."""
        return pd.DataFrame([one.row() for one in self])

    def text(self, language: str | None = None) -> str:
        """All of them, for a terminal."""
        return telling.text(self, language or self.language)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return telling.html(self, self.language)


def _row(story: Story) -> dict[str, Any]:
    weeks = "met occasion again warmth idea approved launched matures until"
    money = "value in_all paid usual carries as_valuable middle"
    told = {name: getattr(story, name) for name in f"world replicate kind {weeks} {money} twin unpaid".split()}
    people = {"one": story.one, "other": story.other}
    return told | {
        f"{field}_of_{name}": getattr(of, field) for name, of in people.items() for field in ("number", "silo")
    }
