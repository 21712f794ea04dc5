"""The value stories of a report: told, drawn, with the numbers behind each; or why there are none."""

from __future__ import annotations

from typing import Any

from . import figures_of_stories, telling
from .amounts import say
from .errors import RequestError
from .exhibits import svg
from .run import Run
from .stories import KINDS, Stories, Story
from .study import Study
from .words import words

#: how many ideas a report tells of, and how many answers, favours and people who stay
STORIES, OF_PEOPLE = 3, 1


def narrated(result: Run | Study, language: str = "en") -> dict[str, Any]:
    """What a report says of stories. A run that cannot be lived once more has a report without them, and says why."""
    try:
        told = result.stories(STORIES, language)
        others = result.stories(OF_PEOPLE, language, of=KINDS[1:])
    except RequestError as error:
        why = words(language)["stories"]["cannot"].format(why=error)
        return {"head": why, "rule": "", "told": [], "chapters": []}
    head, rule = telling.around(told, "ideas", language)
    chapters = [part._asdict() for part in telling.chapters(others, language)]
    return {"head": head, "rule": rule, "told": _pages(told, language), "chapters": chapters}


def _pages(told: Stories, language: str) -> list[dict[str, Any]]:
    return [
        {"text": one.text(language), "exhibit": exhibit(one, f"story-{number}", language)}
        for number, one in enumerate(told, 1)
    ]


def exhibit(one: Story, name: str, language: str) -> dict[str, Any]:
    """A story as a picture with its alternative text, its caption and its numbers; its marks are named after it."""
    said = words(language)["stories"]
    return {
        "svg": svg(figures_of_stories.story(one, language), name),
        "alt": figures_of_stories.alt(one, language),
        "caption": said["shown"],
        "numbers": {"columns": said["columns"], "rows": _numbers(one, language)},
    }


def _numbers(one: Story, language: str) -> list[list[str]]:
    """What the figure shows, line by line."""
    said, currency = words(language)["stories"], one.scenario.currency
    weeks = {"met": one.met, "again": one.again, "idea": one.idea, "matures": one.matures, "until": one.until}
    told = {name: telling.when(one.scenario, week, language) for name, week in weeks.items() if week is not None}
    told |= {name: say(getattr(one, name), currency, language) for name in ("value", "in_all", "usual", "middle")}
    told["as_valuable"] = f"{one.as_valuable} / {one.replicates}"
    return [[said["number"][name], value] for name, value in told.items()]
