"""What a look after one year would have shown, and whom it would have stopped, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .accounts import LEDGERS
from .amounts import of_all
from .hindsight import ONE_YEAR
from .lines import wrapped
from .tongue import Tongue

if TYPE_CHECKING:
    from .statement import Statement


def one_year_text(statement: Statement, tongue: Tongue) -> str:
    """What a window of one year would have shown, for a terminal; nothing where that is all there is."""
    if statement.scenario.weeks <= ONE_YEAR:
        return ""
    seen = statement.one_year()
    told = tongue["text"]["one_year"].format(
        against=tongue.against(statement.main()),
        currency=tongue.coin,
        full=tongue.spread(seen.full.npv),
        cash=tongue.spread(seen.cash.npv),
    )
    return wrapped(tongue.sentences(told, *looks(statement, tongue)))


def one_year_told(statement: Statement, tongue: Tongue) -> str:
    """The same in sentences; that there is no such look where that is all there is."""
    note, weeks = tongue["note"], statement.scenario.weeks
    if weeks <= ONE_YEAR:
        return str(note["no_look"].format(weeks=weeks))
    seen = statement.one_year()
    amounts: dict[str, Any] = {}
    for ledger in LEDGERS:
        npv = getattr(seen, ledger).npv
        ends = {f"{ledger}_low": tongue.money(npv.p05), f"{ledger}_high": tongue.money(npv.p95)}
        amounts |= {ledger: tongue.money(npv.mean), **ends}
    told = note["one_year"].format(against=tongue.against(statement.main()), **amounts)
    return tongue.sentences(told, *looks(statement, tongue))


def looks(statement: Statement, tongue: Tongue, ledgers: Iterable[str] = LEDGERS) -> Iterator[str]:
    """Whom a look at each ledger stops, and what is right; nothing where stopping was not lived."""
    verdicts = statement.one_year().verdicts
    if not verdicts:
        return
    for ledger in ledgers:
        yield look(ledger, verdicts[ledger], statement.replicates, tongue)
    yield str(tongue["note"]["right"]).format(against=tongue.against("stopped"))


def look(ledger: str, shares: dict[str, float], everybody: int, tongue: Tongue) -> str:
    """Whom a look after one year stops, rightly and wrongly, and with whom it goes on: counts of all replicates."""
    return str(tongue["note"]["verdict"]).format(
        ledger=tongue["text"]["ledger"][ledger], all=f"{everybody:,}", **counted(shares, everybody)
    )


def counted(shares: dict[str, float], everybody: int) -> dict[str, str]:
    """The four cells of a look back as counts, and how many are stopped and go on."""
    stops = shares["stops_rightly"] + shares["stops_wrongly"]
    return {name: of_all(share, everybody) for name, share in (shares | {"stops": stops, "goes_on": 1 - stops}).items()}
