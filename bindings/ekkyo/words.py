"""The words of reports and figures, in one file per language beside the report's template."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(language: str = "en") -> dict[str, Any]:
    """Everything a report says that neither the tables nor the numbers say.

    Examples
    --------
    >>> words()["heading"]["answer"]
    'The answer'
    """
    return tomllib.loads(files("ekkyo").joinpath(f"templates/words.{language}.toml").read_text(encoding="utf-8"))
