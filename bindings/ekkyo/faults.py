"""What the engine finds wrong, in another language: its English sentence is recognised, and said again."""

from __future__ import annotations

import re
from functools import cache
from string import Formatter

from .errors import ScenarioError
from .tables import rows
from .tongue import Tongue
from .words import words


def told(message: str, language: str) -> str:
    """A fault in a language; in English, where nobody has said it otherwise.

    Examples
    --------
    >>> told('run.start = "2026-04" is no date (YYYY-MM-DD)', "ja")
    '「第0週の初日」(2026-04)は日付ではありません(例: 2026-04-01)'
    >>> told("run.start is made of cheese", "ja")
    'run.start is made of cheese'
    """
    if language == "en":
        return message
    for name, pattern in _patterns().items():
        if found := pattern.fullmatch(message):
            facts = {field: _said(field, fact, Tongue(language)) for field, fact in found.groupdict().items()}
            return str(words(language)["fault"][name].format(**facts))
    return message


def explained(error: Exception, language: str) -> str:
    """All that is wrong, in a language."""
    if isinstance(error, ScenarioError):
        return " ".join(told(fault.message, language) for fault in error.faults)
    return str(error)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """How each fault reads in English, with what it names left open."""
    return {name: re.compile(_open(template)) for name, template in words()["fault"].items()}


def _open(template: str) -> str:
    parts = Formatter().parse(template)
    return "".join(re.escape(text) + (f"(?P<{field}>.+?)" if field else "") for text, field, *_ in parts)


def _said(field: str, fact: str, tongue: Tongue) -> str:
    """A parameter by its name, a unit by its word, and anything else as it was written."""
    if field.startswith("path") and fact in rows():
        return tongue.called(fact)
    return tongue.measure(fact) if field == "unit" else fact
