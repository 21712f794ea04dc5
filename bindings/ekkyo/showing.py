"""How results show themselves in a notebook: the sentence, a small table, and all of it for who unfolds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from .accounts import LEDGERS, Account
from .amounts import say_share
from .lines import opened
from .tables import rows
from .tongue import Tongue

if TYPE_CHECKING:
    from .scenario import Scenario
    from .statement import Statement
    from .study import Study


def paragraph(text: str) -> str:
    """A sentence."""
    return f"<p>{escape(text)}</p>"


def unfolded(name: str, text: str) -> str:
    """A text for who wants all of it."""
    return f"<details><summary>{escape(name)}</summary><pre>{escape(text)}</pre></details>"


def table(columns: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A table whose first column heads its rows."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(
        f'<tr><th scope="row" style="text-align:left">{escape(first)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        + "</tr>"
        for first, *cells in lines
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def scenario(of: Scenario, language: str = "en") -> str:
    """What it is, what it sets, and its file."""
    tongue = Tongue(language)
    said = tongue["shown"]
    lines = [
        (s.path, _value(s.value, tongue), tongue.gloss(rows()[s.path]["unit"]), tongue.meaning(s.path))
        for s in of.engine.settings
        if s.path in rows() and not s.from_week and s.silo < 0
    ]
    return paragraph(of.sentence(language)) + table(said["settings"], lines) + unfolded("TOML", of.source)


def _value(value: object, tongue: Tongue) -> str:
    if isinstance(value, dict):
        return tongue.between(
            tongue.between(*(tongue.number(value[end]) for end in ("low", "base"))), tongue.number(value["high"])
        )
    # as it was written, to the last digit
    return tongue.value(value) if isinstance(value, (bool, str)) else f"{value:g}" if value == value else ""


def statement(of: Statement, language: str = "en") -> str:
    """The sentence, cash beside full against each baseline, and the whole statement."""
    tongue = Tongue(language, of.currency)
    said = tongue["shown"]
    lines = [line for baseline in of.baselines for line in _ledgers(of[baseline], tongue)]
    told = paragraph(opened(of.sentence(language))) + table(said["columns"], lines)
    return told + unfolded(said["all"], of.text(language))


def _ledgers(one: Account, tongue: Tongue) -> Iterable[Sequence[str]]:
    for ledger in LEDGERS:
        book = getattr(one, ledger)
        label = tongue["shown"]["of"].format(ledger=tongue["name"][ledger], against=tongue.against(one.baseline))
        money = (book.cost.mean, book.value.mean, book.npv.mean, book.npv.p50, book.npv.p05, book.npv.p95)
        yield (label, *map(tongue.money, money), say_share(book.roi.mean), say_share(book.chance))


def study(of: Study, language: str = "en") -> str:
    """The sentence, a row per level in both ledgers, and the whole investment table."""
    tongue = Tongue(language, of.scenario.currency)
    said = tongue["shown"]
    lines = [
        (tongue["shown"]["level"].format(level=level, ledger=name), *cells)
        for level in of.levels
        for name, *cells in _of_level(of.statement(level)[of.base], tongue)
    ]
    return paragraph(of.sentence(language)) + table(said["columns"], lines) + unfolded(said["all"], of.text(language))


def _of_level(one: Account, tongue: Tongue) -> Iterable[Sequence[str]]:
    for ledger, (_, *cells) in zip(LEDGERS, _ledgers(one, tongue), strict=True):
        yield (tongue["name"][ledger], *cells)
