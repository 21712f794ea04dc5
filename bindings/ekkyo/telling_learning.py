"""How it is told that somebody knew what to do: by a lesson, from the team, or because it had been answered before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .telling_people import course, facts_of_help, joined
from .words import words

if TYPE_CHECKING:
    from .people import Help, Schooling

#: the kinds of stories that are told here
KINDS = ("found", "lessons", "carried")


def help(of: Help, language: str = "en") -> str:
    """A problem with which nobody had to be asked, in sentences."""
    from .telling import when, who

    said = words(language)["stories"]
    parts, has = said["learning"], of.learned
    told: dict[str, Any] = facts_of_help(of, language)
    if has:
        told |= {"times": has.times, "events": has.events}
        told |= {"teacher": who(has.teacher, language) if has.teacher else ""}
        told |= {"last": when(of.scenario, has.last or 0, language)}
    sentences = [parts["opening"][of.of]]
    if of.of != "found":
        whose = "pupil_home" if of.of == "carried" else "pupil"
        told["pupil"] = parts[whose].format(**told)
        sentences += [*_schooling(has, parts), parts["adds_up"]]
    else:
        sentences.append(parts[of.here.solved])
    sentences += [said["help"]["without"][course(of.without)], said["help"]["saves"]]
    return joined(sentences, told, said, of.carries, parts["carries"][of.of])


def _schooling(has: Schooling | None, parts: dict[str, Any]) -> list[str]:
    """Where somebody had it from, as far as anybody in particular had shown them."""
    if has is None or has.times + has.events == 0:
        return [parts["read_along"]]
    by_people = [parts["shown_once" if has.times == 1 else "shown"][has.occasion]] if has.times else []
    at_events = [parts["event" if has.events == 1 else "events"]] if has.events else []
    return by_people + at_events
