"""A number as somebody types it, in Europe, America or Japan: read where it can mean one thing only."""

from __future__ import annotations

import math
import re
from unicodedata import normalize

#: a comma or a point, between groups of three digits: thousands, or a fraction
GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*")

#: what may stand between thousands and is never a comma
BETWEEN = re.compile("[\\s_'\N{RIGHT SINGLE QUOTATION MARK}]")


#: how Japanese counts
LARGE = {"万": 1e4, "億": 1e8}

#: a number, how large it is counted, and what stands behind it
WRITTEN = re.compile(r"([-+]?[\d.,]*(?:e[-+]?\d+)?)([万億]?)(.*)", re.DOTALL | re.IGNORECASE)


class UnreadableError(ValueError):
    """What was typed is no number, or may be two; `why` is the key of the words that say so."""

    def __init__(self, why: str, **facts: str):
        super().__init__(why)
        self.why, self.facts = why, facts


def read(text: str, unit: str = "") -> float:
    """The number that a text says; behind it may stand 万 or 億, and its ``unit`` or a part of that.

    Raises
    ------
    UnreadableError
        If it is none, or may be two: 1,500 is fifteen hundred to some and one and a half to others.

    Examples
    --------
    >>> read("0,1"), read("0.1"), read("12.5 %"), read("7,800,000"), read("1.234,5"), read("1,234.5"), read("4 500")
    (0.1, 0.1, 12.5, 7800000.0, 1234.5, 1234.5, 4500.0)
    >>> read("0.1人", "人"), read("700万円", "円 / 年"), read("3 hours", "hours / problem")
    (0.1, 7000000.0, 3.0)
    >>> read("1,500")
    Traceback (most recent call last):
    ...
    ekkyo.reading.UnreadableError: two_numbers
    """
    plain = re.sub(BETWEEN, "", normalize("NFKC", text)).replace("\N{MINUS SIGN}", "-").removesuffix("%")
    digits, scale, behind = WRITTEN.fullmatch(plain).groups()  # type: ignore[union-attr]
    if behind and behind not in re.sub(BETWEEN, "", normalize("NFKC", unit)):
        digits = plain
    try:
        value = float(_pointed(digits)) * LARGE.get(scale, 1)
    except UnreadableError:
        raise
    except ValueError:
        raise UnreadableError("no_number", value=text.strip()) from None
    if not math.isfinite(value):
        raise UnreadableError("no_number", value=text.strip())
    return value


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
