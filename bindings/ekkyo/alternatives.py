"""What is compared: support levels or changes of your own, and the worlds they are held against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from . import _engine
from .errors import RequestError
from .plan import worlds_called
from .scenario import Scenario, check_week
from .worlds import SPONSORED

LEVELS = ("none", "grassroots", "standard", "strong")

#: what an alternative can be named and be held against; see `ekkyo.compare`
BASELINES = ("none", "twin", "stopped")

Alternatives = Sequence[str] | Mapping[str, Mapping[str, Any] | str]


def changes_of(alternatives: Alternatives) -> dict[str, dict[str, Any]]:
    """Every alternative by its name, as what it changes.

    Examples
    --------
    >>> changes_of(["level", "strong"])
    {'level': {}, 'strong': {'support.level': 'strong'}}
    >>> changes_of({"half a host": {"support.host_fte": 0.5}})
    {'half a host': {'support.host_fte': 0.5}}
    """
    if not alternatives:
        raise RequestError("there is nothing to compare: name support levels, or changes")
    if isinstance(alternatives, str):
        return changes_of([alternatives])
    if isinstance(alternatives, Mapping):
        named = dict(alternatives)
    else:
        if len(set(alternatives)) < len(alternatives):
            raise RequestError(f"{', '.join(alternatives)}: each can be lived once")
        named = {name: {} if name == "level" else {"support.level": name} for name in alternatives}
    for name, changes in named.items():
        if not name.strip():
            raise RequestError("an alternative needs a name")
        if name in (*LEVELS, "level") and changes not in (name, {}, {"support.level": name}):
            raise RequestError(f"{name} is the name of a support level: call what you change something else")
        if "," in name:
            raise RequestError(f"{name}: the name of an alternative has no comma")
        if name in ("twin", "stopped"):
            raise RequestError(f"{name} is no support level, but a world that levels are compared with")
    return {
        name: {"support.level": changes} if isinstance(changes, str) else dict(changes)
        for name, changes in named.items()
    }


def worlds_of(
    scenario: Scenario,
    alternatives: Alternatives,
    baselines: Sequence[str] = BASELINES,
    from_today: bool = False,
    sponsored: bool = False,
) -> tuple[_engine.World, ...]:
    """The worlds of a study: its alternatives, and what each of them is held against.

    Alternatives that change only the support plan share ``none`` and ``twin``; one that changes people or work has its
    own (``"name, none"``), with the same people and work. Each is also stopped today (``"name, stopped"``), and, where
    asked, lived with a sponsor who may stop it (``"name, sponsored"``). With `from_today`, all share the past of the
    scenario's own plan, and are held against its stopping.
    """
    unknown = [name for name in baselines if name not in BASELINES]
    if unknown:
        raise RequestError(f"baseline {', '.join(unknown)}: there are {', '.join(BASELINES)}")
    if not baselines:
        raise RequestError(f"at least one baseline is needed, of {', '.join(BASELINES)}")
    named, today = changes_of(alternatives), scenario["run.today"]
    shared = [name for name in BASELINES[:2] if name in baselines and name not in named]
    worlds = list(worlds_called(scenario, shared))
    if from_today:
        worlds += [w for w in worlds_called(scenario, ["level", "stopped"]) if w.name not in named]
    for name, changes in named.items():
        settings = settings_of(changes)
        paid = _engine.Community.unpaid if name == "none" else _engine.Community.planned
        if sponsored and name != "none":
            worlds.append(_engine.World(name + SPONSORED, leaves=name, sponsored=True))
        if from_today and name != "level":
            worlds.append(_engine.World(name, paid, settings if name != "none" else [], "level", today))
            continue
        worlds.append(_engine.World(name, paid, settings if name != "none" else []))
        # where nobody pays, stopping changes nothing; it is lived only where all is held against stopping
        if from_today or (name == "none" and baselines[0] != "stopped"):
            continue
        worlds += own_baselines(name, settings, baselines)
        if "stopped" in baselines:
            worlds.append(_engine.World(f"{name}, stopped", _engine.Community.unpaid, [], name, today))
    return tuple(worlds)


def settings_of(changes: Mapping[str, Any]) -> list[_engine.Setting]:
    """The changes as settings, a level before the levers beside it."""
    paths = sorted(changes, key=lambda path: path != "support.level")
    return [_engine.Setting(path, changes[path]) for path in paths]


def own_baselines(name: str, settings: Sequence[_engine.Setting], baselines: Sequence[str]) -> list[_engine.World]:
    """Nobody paying, and no community, among people who are themselves different."""
    rules = [setting for setting in settings if not setting.path.startswith("support.")]
    kinds = {"none": _engine.Community.unpaid, "twin": _engine.Community.impossible}
    return [_engine.World(f"{name}, {base}", kinds[base], rules) for base in kinds if base in baselines and rules]


def forked(scenario: Scenario, week: int, changes: Mapping[str, Any]) -> tuple[_engine.World, ...]:
    """The worlds of a company that changes on the way, and of the same company unchanged.

    All leave their unchanged selves in that week, with the past they share. What is no support changes people or work,
    and so also those who live without a community.
    """
    check_week(scenario, week)
    if not isinstance(changes, Mapping) or not changes:
        raise RequestError(f'changes = {changes!r}: name what changes, for example {{"support.level": "none"}}')
    settings, today = settings_of(changes), scenario["run.today"]
    rules = [setting for setting in settings if not setting.path.startswith("support.")]
    kinds = {"none": _engine.Community.unpaid, "twin": _engine.Community.impossible}
    worlds = [_engine.World("unchanged"), _engine.World("level", settings=settings, leaves="unchanged", from_week=week)]
    for name, community in kinds.items():
        before = f"{name}, unchanged"
        if rules:
            worlds += [_engine.World(before, community), _engine.World(name, community, rules, before, week)]
        else:
            worlds.append(_engine.World(name, community))
    unpaid = _engine.Community.unpaid
    if today > week:
        worlds.append(_engine.World("stopped", unpaid, [], "level", today))
    else:
        before = "stopped, unchanged" if rules else "stopped"
        worlds.append(_engine.World(before, unpaid, [], "unchanged", today))
        worlds += [_engine.World("stopped", unpaid, rules, before, week)] if rules else []
    return tuple(worlds)
