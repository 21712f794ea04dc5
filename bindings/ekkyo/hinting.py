"""What is known of a parameter, as it appears when somebody points at it."""

from __future__ import annotations

from . import _engine
from .alternatives import LEVELS
from .controls import Control
from .meaning import IN_ALL, PER_1000
from .scenario import Scenario
from .tongue import Tongue, percent


def hint(control: Control, scenario: Scenario, language: str) -> str:
    """Its meaning, between what it plausibly lies and in which unit, what no tick means, its grade and its source."""
    said, tongue = Tongue(language)["whatif"], Tongue(language)
    numbers = {name: number(percent(getattr(control, name), control.unit)) for name in ("low", "base", "high")}
    lines = [
        f"{control.path} ({said[control.kind]})",
        tongue.meaning(control.path),
        *_reach(control, scenario, tongue, numbers),
        _without_a_tick(control, said).format(**numbers),
        _known_from(control, tongue),
    ]
    return "\n".join(line for line in lines if line)


def _reach(control: Control, scenario: Scenario, tongue: Tongue, numbers: dict[str, str]) -> list[str]:
    """How far it plausibly goes, and in which unit: as sources say, or where the company decides, as levels have it."""
    said, comma, unit = tongue["whatif"], tongue["sentence"]["comma"], tongue.measure(control.unit)
    if control.form == "level":
        return [said["choose"].format(levels=comma.join(map(tongue.level, control.options)))]
    if control.is_unknown:
        return [f"{said['plausible'].format(**numbers)} {unit}"]
    if control.kind != "lever":
        return [unit]
    held = {tongue.level(name): percent(x, control.unit) for name, x in of_levels(control.path, scenario).items()}
    if not held:
        return [unit]
    ends = {"low": number(min(held.values())), "high": number(max(held.values()))}
    levels = comma.join(f"{name} {number(x)}" for name, x in held.items())
    told = [said["of_levels"].format(**ends, unit=unit, levels=levels)]
    return [*told, said["slider"].format(**numbers)] if control.is_slider else told


def of_levels(path: str, scenario: Scenario) -> dict[str, float]:
    """What the levels that come with ekkyo have of a lever; of hosts in all, as many as they are in this company.

    Examples
    --------
    >>> of_levels(IN_ALL, Scenario.from_toml("company.employees = 2000"))
    {'none': 0.0, 'grassroots': 0.1, 'standard': 0.4, 'strong': 1.5}
    """
    if path == IN_ALL:
        people = scenario.payroll or 0
        return {level: x * people / 1000 for level, x in of_levels(PER_1000, scenario).items()} if people else {}
    held = {level: {s.path: s.value for s in _engine.level_settings(level)} for level in LEVELS}
    return {level: values[path] for level, values in held.items()}


def _without_a_tick(control: Control, said: dict[str, str]) -> str:
    """What no tick means; a level always has one."""
    if control.form == "level":
        return ""
    return said["unknown" if control.is_unknown else "by_level" if control.kind == "lever" else "by_default"]


def _known_from(control: Control, tongue: Tongue) -> str:
    """Its grade and its source; what is decided has no grade, and says so."""
    said = tongue["whatif"]
    grade = said[control.grade if control.grade in "ABC" else "choice"]
    if control.grade in "ABC":
        return f"{grade}{': ' if control.source else ''}{tongue.sourced(control.source)}"
    # what the levels have is told above; what is left is what others chose, and which way it works
    between, choice, levels = said["parts"]
    parts = tongue.sourced(control.source).split(between)
    others = [one for one in parts if one != choice and not one.startswith(levels)]
    return ": ".join([grade, *([between.join(others)] if others else [])])


def number(x: float) -> str:
    """A value of a parameter, as it would be typed.

    Examples
    --------
    >>> number(0.2), number(7_800_000.0), number(260), number(0.0025)
    ('0.2', '7800000', '260', '0.0025')
    """
    return f"{x:.0f}" if float(x).is_integer() else f"{x:.9g}"
