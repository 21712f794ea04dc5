"""A number as somebody types it, in Europe, America or Japan: read where it can mean one thing only."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from unicodedata import normalize

from .tongue import Tongue, grouped, percent
from .words import LANGUAGES

#: how thousands are counted in Japan
MYRIADS = {"万": 1e4, "億": 1e8}

#: a comma or a point, between groups of three digits: thousands, or a fraction
GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*")

#: what may stand between thousands and is never a comma
BETWEEN = re.compile("[\\s_'\N{RIGHT SINGLE QUOTATION MARK}]")


class UnreadableError(ValueError):
    """What was typed is no number, or may be two; `why` is the key of the words that say so."""

    def __init__(self, why: str, **facts: str):
        super().__init__(why)
        self.why, self.facts = why, facts


def read(text: str, units: Iterable[tuple[str, str]] = ()) -> float:
    """The number that a text says, with or without what `units` say stands before and behind it.

    Raises
    ------
    UnreadableError
        If it is none, or may be two: 1,500 is fifteen hundred to some and one and a half to others.

    Examples
    --------
    >>> read("0,1"), read("0.1"), read("12.5 %"), read("7,800,000"), read("1.234,5"), read("1,234.5"), read("4 500")
    (0.1, 0.1, 12.5, 7800000.0, 1234.5, 1234.5, 4500.0)
    >>> read("700万"), read("1.5億円", [("", "円")]), read("月3回", [("月", "回")]), read("0.1人", [("", "人")])
    (7000000.0, 150000000.0, 3.0, 0.1)
    >>> read("1,500")
    Traceback (most recent call last):
    ...
    ekkyo.reading.UnreadableError: two_numbers
    """
    plain = _bare(_plain(text), units).removesuffix("%")
    times = MYRIADS.get(plain[-1:], 1.0)
    try:
        value = times * float(_pointed(plain if times == 1 else plain[:-1]))
    except UnreadableError:
        raise
    except ValueError:
        raise UnreadableError("no_number", value=text.strip()) from None
    if not math.isfinite(value):
        raise UnreadableError("no_number", value=text.strip())
    return value


def units(unit: str, currency: str) -> list[tuple[str, str]]:
    """What may stand before and behind a number of this unit in any language, the longest first; less may as well.

    Examples
    --------
    >>> units("events / month", "JPY")[0], ("月", "回") in units("events / month", "JPY")
    (('', 'eventspermonth'), True)
    """
    found = dict[tuple[str, str], None]()
    for tongue in (Tongue(language, currency) for language in LANGUAGES):
        for many in (7, 1):
            said, number = tongue.quantity(many, unit), grouped(percent(many, unit))
            before, _, behind = said.partition(number) if said.startswith(number) else said.rpartition(number)
            words = behind.split()
            found[_plain(before), _plain(behind)] = None
            found |= {("", _plain("".join(words[:count]))): None for count in range(len(words), 0, -1)}
    return sorted(found, key=lambda ends: -len("".join(ends)))


def _plain(text: str) -> str:
    """The same in narrow letters, with nothing between them."""
    return re.sub(BETWEEN, "", normalize("NFKC", text)).replace("\N{MINUS SIGN}", "-")


def _bare(text: str, units: Iterable[tuple[str, str]]) -> str:
    """The same without its unit, the first of them that it has."""
    for before, behind in units:
        if text.startswith(before) and text.endswith(behind) and len(text) > len(before) + len(behind):
            return text.removeprefix(before).removesuffix(behind)
    return text


def _pointed(text: str) -> str:
    """The same with a point before the fraction, and nothing between thousands."""
    marks = re.findall("[.,]", text)
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1:
        whole, fraction = text.rsplit(marks[-1], 1)
        return f"{_without(whole, marks[0])}.{fraction}"
    grouped = GROUPED.fullmatch(text)
    if grouped and len(marks) > 1:
        return text.replace(marks[0], "")
    if grouped and marks == [","]:
        raise UnreadableError("two_numbers", value=text, whole=text.replace(",", ""), fraction=_once(text))
    return text.replace(",", ".")


def _without(whole: str, mark: str) -> str:
    """Thousands without the marks between them; where these stand elsewhere, it is no number."""
    return whole.replace(mark, "") if GROUPED.fullmatch(whole) else "?"


def _once(text: str) -> str:
    """A fraction as nobody takes it for thousands: 1,500 as 1.5, and 6,000 as 6.0."""
    return repr(float(text.replace(",", ".")))
