"""A language as it is spoken here: its words, how it says amounts, and what it calls what is in the tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .amounts import Amount, of_hundred, say, say_share, say_weeks
from .tables import rows, sources
from .words import words

#: the currency in a unit, as in JPY / success
CURRENCY = re.compile("^[A-Z]{3}(?= / )")

#: the unit of what is 0 to 1 in a scenario, and read as a percentage
SHARE = "share"

#: what is longer than this is no name to stand beside a slider
NAME = 70


@dataclass(frozen=True)
class Tongue:
    """The words of a language, and amounts of one currency in it.

    Examples
    --------
    >>> Tongue("en", "JPY").money(-17e6), Tongue("ja", "JPY").money(-17e6), Tongue("ja", "USD").money(-17e6)
    ('−17 M', '−1,700万円', '−17 M')
    >>> Tongue("ja").against("none")
    '誰も支援しない場合'
    """

    language: str = "en"
    currency: str = ""

    def __getitem__(self, part: str) -> Any:
        return words(self.language)[part]

    def money(self, x: float) -> str:
        """An amount of money, where its currency stands beside it."""
        return say(x, self.currency, self.language, alone=False)

    def amount(self, x: float) -> str:
        """An amount of money with its currency, as it stands in a sentence."""
        return say(x, self.currency, self.language)

    @property
    def coin(self) -> str:
        """What the currency is called."""
        return str(self["coin"].get(self.currency, self.currency))

    def level(self, name: str) -> str:
        """What a support level is called; one of somebody's own by its own name.

        Examples
        --------
        >>> Tongue("en").level("grassroots"), Tongue("ja").level("grassroots"), Tongue("ja").level("half a host")
        ('grassroots', '草の根', 'half a host')
        """
        return str(self["support_level"].get(name, name))

    def named(self, name: str) -> str:
        """What a scenario is called: one that comes with ekkyo in this language, one of somebody's own by its name.

        Examples
        --------
        >>> Tongue("ja").named("IT company, 2,000 people"), Tongue("ja").named("Ours")
        ('IT企業、2,000人', 'Ours')
        """
        return str(self["scenario_name"].get(name, name))

    def signed(self, x: float) -> str:
        """A difference of money, with its sign."""
        return ("+" if x > 0 else "") + self.money(x)

    def between(self, low: str, high: str) -> str:
        """From one to the other, as a language writes it.

        Examples
        --------
        >>> Tongue("en").between("1", "2"), Tongue("ja").between("1", "2")
        ('1 … 2', '1 〜 2')
        """
        return str(self["sentence"]["range"].format(low=low, high=high))

    def sentences(self, *told: str) -> str:
        """Sentences one after the other, those left out that say nothing.

        Examples
        --------
        >>> Tongue("en").sentences("It pays.", "", "It lasts."), Tongue("ja").sentences("採算がとれる。", "続く。")
        ('It pays. It lasts.', '採算がとれる。続く。')
        """
        return str(self["sentence"]["between"].join(filter(None, told)))

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

    def of_hundred(self, share: float) -> str:
        """A share as so many of a hundred."""
        return str(self["plain"]["of_hundred"].format(n=of_hundred(share)))

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
        row = rows()[path]
        return str(row[self["label"]] or self["parameter"].get(path) or row["text"])

    def called(self, path: str) -> str:
        """What a parameter is called where there is little room: its name, or the first words of what it means.

        Examples
        --------
        >>> Tongue("en").called("support.host_fte_per_1000"), Tongue("ja").called("support.host_fte_per_1000")
        ('Hosts for every 1,000 people invited', '従業員1,000人あたりの専任ホスト')
        """
        return str(self["parameter"].get(path) or first_words(self.meaning(path)))

    def quoted(self, path: str) -> str:
        """The same within a sentence."""
        return str(self["sentence"]["quoted"].format(name=self.called(path)))

    def sourced(self, source: str) -> str:
        """What something is believed on the grounds of.

        Examples
        --------
        >>> Tongue("ja").sourced("Spigit: 1 in 5 worth implementing")
        'Spigit: 5件に1件が実行に値する'
        """
        return sources(self["source"]).get(source) or self.gloss(source)

    def gloss(self, text: str) -> str:
        """What the tables say in one language only: a unit, a cell of the matrix, how an item is treated."""
        named = CURRENCY.match(text)
        known = str(self["gloss"].get(CURRENCY.sub("currency", text), text))
        return known.replace(self["number"]["currency"], self["coin"].get(named[0], named[0])) if named else known

    def quantity(self, x: float, unit: str) -> str:
        """A number with its unit, as one says it.

        Examples
        --------
        >>> Tongue("en").quantity(1, "events / month"), Tongue("ja").quantity(1, "events / month")
        ('1 event per month', '月1回')
        >>> Tongue("en").quantity(0.5, "events / month"), Tongue("ja").quantity(0.5, "events / month")
        ('1 event in 2 months', '2か月に1回')
        >>> Tongue("en").quantity(0.5, "share"), Tongue("ja").quantity(4500, "JPY / hour")
        ('50 %', '4,500 円 / 時間')
        """
        said, shown = self["quantity"], grouped(percent(x, unit))
        if unit in said["dated"]:
            return str(said["dated"][unit]).format(x=f"{x:.0f}")
        if unit in said["seldom"] and 0 < x < 1 and (1 / x).is_integer():
            return str(said["seldom"][unit]).format(x=round(1 / x))
        if unit in said["pattern"]:
            return str(said["pattern"][unit]).format(x=shown)
        measure = self.measure(re.sub(said["one"], r"\1", unit) if x == 1 else unit)
        # "of members, 30 %", where a language puts it like that
        return measure.replace("%", f"{shown} %") if "%" in measure[1:] else f"{shown} {measure}"

    def measure(self, unit: str) -> str:
        """A unit as it stands behind a number."""
        return "%" if unit == SHARE else self.gloss(unit).replace(" / ", self["quantity"]["per"])

    def value(self, x: Any) -> str:
        """A parameter's value: a number, a text, a yes or no."""
        if isinstance(x, bool):
            return str(self["number"]["yes" if x else "no"])
        return x if isinstance(x, str) else self.number(x)


def first_words(text: str) -> str:
    """The beginning of a text that can stand as a name: without remarks, and no longer than it has to be.

    Examples
    --------
    >>> first_words("Hosts (community managers) in all; 0: as many as host_fte_per_1000 says.")
    'Hosts in all'
    """
    name = re.split("; |[.] ", re.sub(r" \([^)]*\)", "", text))[0]
    for end in (": ", ", "):
        if len(name) > NAME:
            name = name.split(end)[0]
    return name.rstrip(".")


def percent(x: float, unit: str) -> float:
    """A number as it is read: a share as a percentage, anything else as it is."""
    return 100 * x if unit == SHARE else x


def grouped(x: float) -> str:
    """A value of a parameter for reading.

    Examples
    --------
    >>> grouped(0.2), grouped(7_800_000.0)
    ('0.2', '7,800,000')
    """
    return f"{x:,.0f}" if float(x).is_integer() else f"{x:.3g}"
