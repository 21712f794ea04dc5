"""How certificates and referrals are told: what happened, and the same without the community."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .amounts import say, say_share
from .telling_people import joined, since
from .words import words

if TYPE_CHECKING:
    from .careers import Exam, Referral


def exam(of: Exam, language: str = "en") -> str:
    """An exam in sentences."""
    said = words(language)["stories"]
    parts = said["exam"]
    told = _facts(of, of.week, language) | {
        "cost": say(of.cost, of.scenario.currency, language),
        "hours": said["hours"].format(x=say(of.hours)),
    }
    sentences = [parts["besides" if of.besides else "anyway"], parts["twin"][of.twin], parts["along"]]
    sentences.append(parts["spares" if of.passed else "failed"])
    if of.passed and of.besides:
        sentences.append(parts["cost" if of.value >= of.cost else "not_worth"])
    return joined(sentences, told, said, of.carries, parts["carries"])


def referral(of: Referral, language: str = "en") -> str:
    """A referral in sentences."""
    from .telling import when, who

    said = words(language)["stories"]
    parts = said["referral"]
    told = _facts(of, of.recommended, language) | {
        "other": who(of.other, language) if of.other else "",
        "recommended": when(of.scenario, of.recommended, language),
        "hires": of.hires,
        "hires_without": of.hires_without,
    }
    sentences = [parts["recommended"], parts["hired" if of.other else "one_of"]]
    sentences.append(parts["same" if of.same else "others" if of.hires_without else "none"])
    sentences.append(parts["saves" if of.value >= 0 else "costs"])
    return joined(sentences, told, said, of.carries, parts["carries"])


def _facts(of: Exam | Referral, week: int, language: str) -> dict[str, Any]:
    from .telling import when, who

    return {
        "one": who(of.one, language),
        "since": since(of.scenario, of.joined, week, language),
        "week": when(of.scenario, of.week, language),
        "value": say(abs(of.value), of.scenario.currency, language),
        "carries": say_share(of.carries),
    }
