"""The words of reports, statements and figures, in one file per language beside the report's template."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from .errors import RequestError

LANGUAGES = ("en", "ja")


@cache
def words(language: str = "en") -> dict[str, Any]:
    """Everything that is said beside the tables and the numbers; each language has all of it.

    Raises
    ------
    RequestError
        If there is no such language.

    Examples
    --------
    >>> words()["plain"]["section"]["answer"], words("ja")["plain"]["section"]["answer"]
    ('The answer', '結論')
    """
    if language not in LANGUAGES:
        raise RequestError(f"language {language}: there are {', '.join(LANGUAGES)}")
    return tomllib.loads(files("ekkyo").joinpath(f"templates/words.{language}.toml").read_text(encoding="utf-8"))


def file_of(page: str, language: str = "en") -> str:
    """What a page is called on disk where nobody says: each language has a file of its own.

    Examples
    --------
    >>> file_of("report"), file_of("report", "ja")
    ('report.html', 'report.ja.html')
    """
    return f"{page}.html" if language == LANGUAGES[0] else f"{page}.{language}.html"
