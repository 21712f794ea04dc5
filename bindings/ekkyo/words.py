"""The words of reports and figures, in one file per language beside the report's template."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(language: str = "en") -> dict[str, Any]:
    """Everything a report says that neither the tables nor the numbers say; what a language lacks, in English.

    Examples
    --------
    >>> words()["heading"]["answer"]
    'The answer'
    >>> words("ja")["whatif"]["pin"], words("ja")["heading"]["answer"]
    ('これを固定', 'The answer')
    """
    own = _read(language)
    if language == "en":
        return own
    return {
        name: part | own.get(name, {}) if isinstance(part, dict) else own.get(name, part)
        for name, part in words().items()
    }


def _read(language: str) -> dict[str, Any]:
    return tomllib.loads(files("ekkyo").joinpath(f"templates/words.{language}.toml").read_text(encoding="utf-8"))
