"""How a value story is told: but-for statements inside the model, each with how rare it is, and never added up."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from . import telling_people
from .amounts import say, say_share, say_weeks
from .lines import wrapped
from .scenario import Scenario
from .words import words
from .worlds import SPONSORED

if TYPE_CHECKING:
    from .stories import Person, Stories, Story

#: what silos are called that nobody has named
UNNAMED = re.compile(r"silo (\d+)")

#: the share of what all ideas bring from which on it is said of one
NOTABLE = 0.01


def month_of(scenario: Scenario, week: int, language: str) -> str:
    """The month in which a week begins."""
    day, said = _day(scenario, week), words(language)["stories"]
    return str(said["month"].format(month=said["months"][day.month - 1], year=day.year))


def when(scenario: Scenario, week: int, language: str = "en") -> str:
    """A week, with its month and where that lies in the fiscal year.

    Examples
    --------
    >>> when(Scenario([]), 57), when(Scenario([]), 57, "ja")
    ('week 57 (May 2027, FY2027 month 2)', '第57週(2027年5月、2027年度2か月目)')
    """
    day, first = _day(scenario, week), int(scenario["sponsoring.fiscal_year"])
    fiscal = {"fiscal": day.year - (day.month < first), "nth": (day.month - first) % 12 + 1}
    told: str = words(language)["stories"]["when"]
    return told.format(week=week, month=month_of(scenario, week, language), **fiscal)


def _day(scenario: Scenario, week: int) -> dt.date:
    return dt.date.fromisoformat(scenario["run.start"]) + dt.timedelta(weeks=week)


def who(person: Person, language: str, form: str = "person") -> str:
    """Somebody, by number and silo; of a real company by silo alone."""
    said = words(language)["stories"]
    unnamed = UNNAMED.fullmatch(person.silo)
    silo = said["silo"].format(number=unnamed[1]) if unnamed else person.silo
    if person.number is None:
        return str(said["somebody"].format(silo=silo) if form == "person" else silo)
    return str(said[form].format(number=person.number, silo=silo))


def support(scenario: Scenario, world: str, language: str) -> str:
    """What was lived, in a few words."""
    said, own = words(language), world.removesuffix(SPONSORED)
    level = scenario["support.level"] if own == "level" else own
    told = str(
        said["baseline"].get(level)
        or said["sentence"]["support"].format(level=words(language)["support_level"].get(level, level))
    )
    return told if own == world else str(said["stories"]["sponsored"].format(support=told))


def facts(story: Story, language: str) -> dict[str, Any]:
    """Everything that its sentences say."""
    currency, absent = story.scenario.currency, story.absent
    told = {name: when(story.scenario, getattr(story, name), language) for name in ("met", "idea", "matures")}
    before = [weeks for weeks in story.colleagues if weeks.until <= story.idea]
    after = [weeks for weeks in story.colleagues if weeks.start > story.idea]
    first, last = (before[-1].start, before[-1].until - 1) if before else (after[0].start, 0) if after else (0, 0)
    part = "value_and_more" if story.in_all > story.value else "value_in_all"
    worth = {name: say(getattr(story, name), currency, language) for name in ("value", "in_all", "usual")}
    return told | {
        "worth": words(language)["stories"][part].format(**worth),
        "one": who(story.one, language),
        "other": who(story.other, language),
        "again": when(story.scenario, story.again or story.met, language),
        **worth,
        "carries": say_share(story.carries),
        "as_valuable": story.as_valuable,
        "replicates": story.replicates,
        "replicate": story.replicate,
        "middle": say(story.middle, currency, language),
        "weeks": story.scenario.weeks,
        "first": when(story.scenario, first, language),
        "last": when(story.scenario, last, language),
        "wait": say_weeks(first - story.idea, language),
        "absent": who(absent, language) if absent else "",
        "left": when(story.scenario, absent.in_the_twin.until, language) if absent else "",
    }


def twin(story: Story, language: str) -> str:
    """What becomes of the two where no community is possible."""
    of = story.twin
    if story.absent and story.absent.in_the_twin.start == story.absent.in_the_twin.until:
        of = "unknown"
    return str(words(language)["stories"]["twin"][of].format(**facts(story, language)))


def rarity(story: Story, language: str) -> str:
    """How rare it is, and what the middle replicate has."""
    said = words(language)["stories"]
    return str(said["rare" if story.middle > 0 else "rare_and_nothing"].format(**facts(story, language)))


def story(of: Story, language: str = "en") -> str:
    """A story in sentences: what happened, what would have been, and how rare it is."""
    said, told = words(language)["stories"], facts(of, language)
    sentences = [said["met"][of.occasion].format(**told)]
    if of.again:
        sentences.append(said["again"].format(**told))
    sentences.append(said["idea"].format(**told))
    sentences.append(said["new_business" if of.kind == "new business" else "improvement"].format(**told))
    sentences.append(said["luck"]["new_business" if of.kind == "new business" else "improvement"].format(**told))
    sentences.append(twin(of, language))
    if of.unpaid is not None:
        sentences.append(said["unpaid" if of.unpaid else "not_unpaid"])
    sentences.append(rarity(of, language))
    if of.carries >= NOTABLE:
        sentences.append(said["carries"].format(**told))
    return str(said["space"].join(sentences))


def around(told: Stories, kind: str, language: str) -> tuple[str, str]:
    """What is said before the stories of a kind, and after them."""
    said = words(language)["stories"]
    mine = told.of(kind)
    if kind != "ideas":
        return telling_people.chapter(told, kind, language), said["rule_of_people"] if mine else ""
    lived = support(told.scenario, told.world, language)
    head = said["head" if mine else "none"].format(support=lived, replicates=told.replicates)
    return head, said["rule"] if mine else ""


class Chapter(NamedTuple):
    """The stories of a kind: what is said before them, each of them, and what is said after."""

    kind: str
    head: str
    told: list[str]
    rule: str


def chapters(told: Stories, language: str) -> list[Chapter]:
    """The stories of each kind; a rule that holds for the next as well is said after that."""
    parts = [Chapter(kind, *_around_and_within(told, kind, language)) for kind in told.kinds]
    later = [[part.rule for part in parts[number + 1 :]] for number in range(len(parts))]
    return [
        part._replace(rule="" if part.rule in rules else part.rule) for part, rules in zip(parts, later, strict=True)
    ]


def _around_and_within(told: Stories, kind: str, language: str) -> tuple[str, list[str], str]:
    head, rule = around(told, kind, language)
    return head, [one.text(language) for one in told.of(kind)], rule


def text(told: Stories, language: str = "en") -> str:
    """All stories for a terminal."""
    parts = []
    for _, head, sentences, rule in chapters(told, language):
        parts += [head, *(f"{number}. {one}" for number, one in enumerate(sentences, 1)), rule]
    return "\n\n".join(wrapped(part) for part in parts if part)


def html(told: Stories, language: str = "en") -> str:
    """All stories for a notebook."""
    within = ""
    for _, head, sentences, rule in chapters(told, language):
        listed = "".join(f"<li>{escape(one)}</li>" for one in sentences)
        within += html_of([head]) + (f"<ol>{listed}</ol>" if listed else "") + html_of([rule] if rule else [])
    return f'<div lang="{language}">{within}</div>'


def html_of(paragraphs: Sequence[str]) -> str:
    """Paragraphs for a notebook."""
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
