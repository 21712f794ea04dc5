"""Goes on living until a decision is as sure as it was asked to be, or says that it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .plan import PART, Plan
from .precision import Precision
from .words import words

if TYPE_CHECKING:
    from .study import Study
    from .worlds import Worlds

#: however far off it looks, a step takes no more than this many times what was lived so far: the guess is as rough
STEP = 4


@dataclass(frozen=True)
class Settled:
    """What came of asking for precision.

    Attributes
    ----------
    asked : Precision
    met : bool
    replicates : int
        How many were lived.
    needed : int or None
        How many it would take in all, if all stays as seen; None where that is above `limit`.
    limit : int
    """

    asked: Precision
    met: bool
    replicates: int
    needed: int | None
    limit: int

    def sentence(self, language: str = "en", currency: str = "") -> str:
        """In words."""
        said = words(language)["settled"]
        told = said["asked"].format(asked=self.asked.describe(language, currency))
        more = said["about" if self.needed else "beyond"].format(
            needed=self.needed, limit=self.limit, why=said["why"][self.asked.kind]
        )
        came = said["met" if self.met else "not"].format(replicates=self.replicates, more=more)
        return str(told + words(language)["sentence"]["between"] + came)

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON."""
        return {**vars(self), "asked": self.asked.describe()}


def settled(study: Study, asked: Precision, limit: int) -> Settled:
    """How far a study is from what was asked for."""
    per_draw, looked = study.lived.per_draw, asked.look(study)
    draws = asked.needed(looked, max(limit // per_draw, looked.shape[1]))
    needed = None if draws is None else draws * per_draw
    return Settled(asked, asked.met(looked), study.replicates, needed, limit)


def settle(
    plan: Plan, asked: Precision, limit: int, lived_to: Callable[[Plan], Worlds], study_of: Callable[[Worlds], Study]
) -> tuple[Study, Settled]:
    """Lives more and more of a plan, until it is enough, or `limit` is reached, or it is broken off.

    What is lived never depends on what was seen, only when it ends does: the more often one looks, the likelier one
    ends on a lucky look, so each look is at least half as far again as the last.
    """
    while True:
        study = study_of(lived_to(plan))
        told = settled(study, asked, limit)
        if told.met or study.interrupted or plan.replicates >= limit:
            return study, told
        wanted = told.needed or limit
        # a whole number of parts
        least, most = -(-plan.replicates * 3 // 2 // PART) * PART, plan.replicates * STEP
        plan = plan.times(min(max(wanted, least), most, limit))
