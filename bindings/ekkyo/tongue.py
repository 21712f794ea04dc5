"""A language as it is spoken here: its words, how it says amounts, and what it calls what is in the tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .amounts import Amount, say, say_share, say_weeks
from .tables import rows
from .words import words

#: the currency in a unit, as in JPY / success
CURRENCY = re.compile("^[A-Z]{3}(?= / )")


@dataclass(frozen=True)
class Tongue:
    """The words of a language, and amounts of one currency in it.

    Examples
    --------
    >>> Tongue("en", "JPY").money(-17e6), Tongue("ja", "JPY").money(-17e6), Tongue("ja", "USD").money(-17e6)
    ('−17 M', '−1,700万円', '−17 M')
    >>> Tongue("ja").against("none")
    '誰も支援しない場合(none)'
    """

    language: str = "en"
    currency: str = ""

    def __getitem__(self, part: str) -> Any:
        return words(self.language)[part]

    def money(self, x: float) -> str:
        """An amount of money, where its currency stands beside it."""
        return say(x, self.currency, self.language, alone=False)

    def signed(self, x: float) -> str:
        """A difference of money, with its sign."""
        return ("+" if x > 0 else "") + self.money(x)

    def number(self, x: float) -> str:
        """Any other number."""
        return say(x, language=self.language)

    def weeks(self, weeks: float) -> str:
        """A time."""
        return say_weeks(weeks, self.language)

    def spread(self, x: Amount) -> str:
        """Mean, median and the middle nine tenths, in words."""
        told: str = self["sentence"]["spread"].format(**{name: self.money(v) for name, v in x._asdict().items()})
        return told

    def shares(self, shares: dict[str, float]) -> dict[str, str]:
        """Shares for reading."""
        return {name: say_share(share) for name, share in shares.items()}

    def against(self, baseline: str) -> str:
        """A baseline in words, with its name."""
        said = self["baseline"]
        return str(said["named"].format(words=said.get(baseline, baseline), name=baseline))

    def label(self, row: dict[str, Any]) -> str:
        """What a row of the tables means: an item, a line of money, a column."""
        return str(row[self["label"]] or row["text"])

    def short(self, row: dict[str, Any]) -> str:
        """What a row of the tables is called where there is little room."""
        return str(row[self["short"]]).replace("_", " ")

    def meaning(self, path: str) -> str:
        """What a parameter means."""
        return str(self["parameter"].get(path) or self.label(rows()[path]))

    def gloss(self, text: str) -> str:
        """What the tables say in one language only: a unit, a cell of the matrix, how an item is treated."""
        named = CURRENCY.match(text)
        known = str(self["gloss"].get(CURRENCY.sub("currency", text), text))
        return known.replace(self["number"]["currency"], named[0]) if named else known

    def value(self, x: Any) -> str:
        """A parameter's value: a number, a text, a yes or no."""
        if isinstance(x, bool):
            return str(self["number"]["yes" if x else "no"])
        return x if isinstance(x, str) else self.number(x)
