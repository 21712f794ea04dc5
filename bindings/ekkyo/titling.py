"""What a changed scenario is called: as the one it comes from, and what is otherwise in it."""

from __future__ import annotations

from collections.abc import Iterable

from .changing import AT, changed
from .courses import told_spans
from .scenario import Scenario
from .tongue import Tongue

#: so many changes are named one by one; of more, only how many
NAMED = 2


def titled(scenario: Scenario, changes: dict[str, object], language: str) -> Scenario:
    """The scenario with its changes, and with a name that says them.

    Examples
    --------
    >>> scenario = Scenario.from_toml('name = "Ours"\\ncompany.employees = 300\\nsupport.level = "standard"')
    >>> titled(scenario, {"support.events_per_month": 4.0}, "en").name
    'Ours: Events that an invited employee can go to 1 → 4 events per month'
    >>> titled(scenario.replace({"name": "IT company, 2,000 people"}), {"support.events_per_month": 4.0}, "ja").name
    'IT企業、2,000人(月あたりのイベント数 月1回 → 月4回)'
    """
    other = changed(scenario, changes)
    tongue = Tongue(language, scenario.currency)
    paths = dict.fromkeys(where.partition(AT)[0] for where in changes)
    told = [one for path in paths for one in told_spans(scenario, other, path, tongue)]
    return other.replace({"name": _title(scenario.name, told, tongue)})


def _title(name: str, told: Iterable[str], tongue: Tongue) -> str:
    """A name that is never the old one."""
    said, told = tongue["whatif"], list(told)
    what = tongue["sentence"]["comma"].join(told) if len(told) <= NAMED else said["several"].format(count=len(told))
    called = tongue.named(name) or tongue["sentence"]["scenario"]
    return str(said["titled"].format(name=called, what=what or said["copy"]))
