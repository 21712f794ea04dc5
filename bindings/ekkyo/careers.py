"""What the community does for single careers: a certificate, and a colleague who is recommended; but-for statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from . import telling_careers
from .people import people
from .scenario import Scenario
from .stories import Person, Told


@dataclass(frozen=True, repr=False)
class Exam(Told):
    """An exam that a member sat because others study for it, or that they passed because members study together.

    Attributes
    ----------
    scenario : Scenario
        With the prices that apply.
    world : str
    replicate, replicates : int
        Whose life it is, and of how many.
    one : Person
    joined : int
        The week in which they had entered the community.
    friends : int
        Whom they had got to know there by then.
    week : int
        Of the exam.
    besides : bool
        Whether they sit it only with the community; otherwise they sit it in both worlds, and fail it without.
    passed : bool
    hours : float
        Of working time that studying took besides.
    cost : float
        These hours at the price of an hour and the fee, discounted to the first day; 0 where the exam is sat anyway.
    value : float
        What the certificate spares, discounted to the first day, before ``cost``; of an exam that was failed, ``cost``
        below zero.
    carries : float
        ``value`` as a share of what all certificates of this life spare.
    """

    scenario: Scenario
    world: str
    replicate: int
    replicates: int
    one: Person
    joined: int
    friends: int
    week: int
    besides: bool
    passed: bool
    hours: float
    cost: float
    value: float
    carries: float

    of: ClassVar[str] = "certificates"

    @property
    def twin(self) -> str:
        """What becomes of the exam in the twin: ``never`` sat, ``failed``, or its owner ``absent``."""
        start, until = self.one.in_the_twin
        return "never" if self.besides else "failed" if start <= self.week < until else "absent"

    def text(self, language: str = "en") -> str:
        """The story in sentences."""
        return telling_careers.exam(self, language)

    def row(self) -> dict[str, Any]:
        """As a row of a table."""
        names = "of world replicate week joined friends besides passed hours cost value carries twin"
        return {name: getattr(self, name) for name in names.split()} | people(self.one, None)


@dataclass(frozen=True, repr=False)
class Referral(Told):
    """A vacancy that was filled by somebody whom a member had recommended.

    Attributes
    ----------
    scenario : Scenario
        With the prices that apply.
    world : str
    replicate, replicates : int
        Whose life it is, and of how many.
    one : Person
        The member.
    joined : int
        The week in which they had entered the community.
    recommended, week : int
        When they recommended the company to somebody, and when that person was hired.
    other : Person or None
        Who was hired; None where several were that week, as the model does not say which of them.
    hires, hires_without : int
        How many vacancies are filled that week, with the community and without.
    same : bool
        Whether the same vacancy is filled in the same week without it.
    value : float
        What the usual channels cost more than a referral, discounted to the first day.
    carries : float
        ``value`` as a share of what all referrals of this life save.
    """

    scenario: Scenario
    world: str
    replicate: int
    replicates: int
    one: Person
    joined: int
    recommended: int
    week: int
    other: Person | None
    hires: int
    hires_without: int
    same: bool
    value: float
    carries: float

    of: ClassVar[str] = "referrals"

    def text(self, language: str = "en") -> str:
        """The story in sentences."""
        return telling_careers.referral(self, language)

    def row(self) -> dict[str, Any]:
        """As a row of a table."""
        names = "of world replicate joined recommended week hires hires_without same value carries"
        return {name: getattr(self, name) for name in names.split()} | people(self.one, self.other)
