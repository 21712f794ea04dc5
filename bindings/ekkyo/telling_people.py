"""How answers, favours and stays are told: what happened, and the same without the community."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .amounts import say, say_share
from .words import words

if TYPE_CHECKING:
    from .people import Course, Help, Life, Stay
    from .scenario import Scenario
    from .stories import Stories


def help(of: Help, language: str = "en") -> str:
    """A problem in sentences: how the two came together, what it took, and what it takes without the community."""
    said, told = words(language)["stories"], facts_of_help(of, language)
    parts = said["help"]
    if of.of == "answers":
        over_it = of.met == of.week and of.occasion == "answer"
        before = parts["before"] if of.here.requests > 0 else ""
        sentences = [parts["answered"], before, parts["over_it"] if over_it else parts["known"] if _knew(of) else ""]
    else:
        sentences = [said["met"][of.occasion]] if of.occasion else []
        sentences.append(parts[_favour(of)])
    sentences += [parts["without"][course(of.without)], parts["saves" if of.saved >= 0 else "costs"]]
    if of.saved >= 0 and of.saved < of.asking + of.answering:
        sentences.append(parts["not_worth"])
    return joined(sentences, told, said, of.carries, parts["carries"][of.of])


def stay(of: Stay, language: str = "en") -> str:
    """Why somebody is still here, or no longer, in sentences."""
    from .telling import when, who

    said = words(language)["stories"]
    parts = said["stay"]
    told: dict[str, Any] = {
        "one": who(of.one, language),
        "other": who(of.other, language) if of.other else "",
        "lately": who(of.lately, language) if of.lately else "",
        "friends": of.friends,
        "value": say(abs(of.value), of.scenario.currency, language),
        "carries": say_share(of.carries),
        **{name: when(of.scenario, week, language) for name, week in _weeks(of).items()},
        **_until(of, language),
    }
    sentences = [parts["joined" if of.joined is not None else "outside"]]
    if of.other and of.occasion:
        sentences.append(parts["met"][of.occasion])
        sentences.append(parts["last"] if of.friends > 1 else parts["again"] if of.last != of.met else "")
    elif of.joined is not None:
        sentences.append(parts["no_friend"])
    if of.value > 0:
        sentences += [parts["held"], parts["saves" if of.left is None else "later"]]
    else:
        reason = "certified" if of.certified else "resting" if of.resting else "unsaid"
        sentences += [parts[reason], parts["lost"], parts["costs" if of.left_without is None else "sooner"]]
    return joined(sentences, told, said, of.carries, parts["carries"])


def _until(of: Stay, language: str) -> dict[str, str]:
    """When they leave here and without the community, or that they do not."""
    from .telling import when

    end = words(language)["stories"]["stay"]["end"]
    weeks = {"until": of.left, "until_without": of.left_without}
    return {name: end if week is None else when(of.scenario, week, language) for name, week in weeks.items()}


def chapter(told: Stories, kind: str, language: str) -> str:
    """What is said before the stories of a kind: whose life it is, and how much went the other way there."""
    from .telling import support

    said, life = words(language)["stories"], told.lives[kind]
    of = said["chapter"] if life.gained + life.lost + life.elsewhere else said["nothing"]
    return str(of[kind].format(**_facts_of(life, told, language), support=support(told.scenario, told.world, language)))


def _facts_of(life: Life, told: Stories, language: str) -> dict[str, Any]:
    currency = told.scenario.currency
    counts = {name: f"{getattr(life, name):,}" for name in ("gained", "lost", "elsewhere")}
    return {
        **counts,
        "replicate": life.replicate,
        "replicates": told.replicates,
        "value": say(life.value, currency, language),
    }


def since(scenario: Scenario, joined: int, week: int, language: str) -> str:
    """Since when somebody has been a member, said of a week."""
    from .telling import when

    said = words(language)["stories"]["help"]["new" if joined == week else "since"]
    return str(said.format(joined=when(scenario, joined, language)))


def facts_of_help(of: Help, language: str) -> dict[str, Any]:
    from .telling import when, who

    said = words(language)["stories"]
    hours = {
        "asking": of.asking,
        "answering": of.answering,
        "saved": abs(of.saved),
        "beside": of.asking + of.answering,
        "stuck": of.without.stuck,
        "requests": of.without.requests,
        "stuck_here": of.here.stuck,
        "requests_here": of.here.requests,
    }
    return {
        "one": who(of.one, language),
        "other": who(of.other, language) if of.other else "",
        "week": when(of.scenario, of.week, language),
        "since": since(of.scenario, of.joined or 0, of.week, language),
        "met": when(of.scenario, of.met or 0, language),
        "value": say(abs(of.value), of.scenario.currency, language),
        "carries": say_share(of.carries),
        **{name: said["hours"].format(x=say(x)) for name, x in hours.items()},
    }


def _knew(of: Help) -> bool:
    return of.met is not None and of.met < of.week


def _favour(of: Help) -> str:
    """How a problem went on that a friend, or an old colleague, was to help with."""
    if of.here.solved == "friend":
        return "helped"
    asked = "in_vain" if of.here.asked else "unanswered" if of.here.posted else "out_of_sight"
    return f"{asked}_{'alone' if of.here.solved == 'nobody' else 'stranger'}"


def course(without: Course) -> str:
    """What becomes of it: somebody solves it, or nobody, asked or not."""
    if without.solved != "nobody":
        return without.solved
    return "in_vain" if without.requests > 0 else "alone"


def _weeks(of: Stay) -> dict[str, int]:
    named = {"joined": of.joined, "met": of.met, "last": of.last, "week": of.week}
    return {name: week for name, week in named.items() if week is not None}


def joined(sentences: list[str], told: dict[str, Any], said: dict[str, Any], carries: float, of_all: str) -> str:
    """Sentences one after the other; of one that is notable, the share that it is of all its kind."""
    from .telling import NOTABLE

    if NOTABLE <= carries < 1:
        sentences = [*sentences, of_all]
    return str(said["space"].join(sentence.format(**told) for sentence in sentences if sentence))
