"""Writes the generated parts of pages again, between <!-- name --> and <!-- /name -->: `./dev docs`."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import ekkyo as ek
from ekkyo import reference

ROOT = Path(__file__).parents[1]
SCENARIOS = ROOT / "scenarios"
PAGES = ("README.md", "docs/model.md", "scenarios/README.md")


def demo() -> list[str]:
    """What `./dev demo` prints."""
    scenario = ek.Scenario.load(SCENARIOS / "it-company-2000.toml")
    study = ek.compare(scenario, replicates=200, progress=False, sponsored=True)
    return ["```text", *str(study).splitlines(), "```"]


def scenarios() -> list[str]:
    """The scenarios that come with ekkyo."""
    found = [(path.name, ek.Scenario.load(path)) for path in sorted(SCENARIOS.glob("*.toml"))]
    rows = ((f"[{name}]({name})", scenario.name, scenario.people(), str(scenario.weeks)) for name, scenario in found)
    return reference.table("| file | name | company | weeks |", rows)


BLOCKS: dict[str, Callable[[], list[str]]] = {
    "demo": demo,
    "levels": reference.levels,
    "missing": reference.missing,
    "scenarios": scenarios,
    "week": reference.week,
}


def filled(page: str) -> str:
    """A page with its generated parts as they are now."""

    def block(match: re.Match[str]) -> str:
        lines = BLOCKS[match["name"]]()
        return "\n".join([f"<!-- {match['name']} -->", "", *lines, "", f"<!-- /{match['name']} -->"])

    return re.sub(r"<!-- (?P<name>\w+) -->\n.*?<!-- /(?P=name) -->", block, page, flags=re.DOTALL)


if __name__ == "__main__":
    for name in sys.argv[1:] or PAGES:
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        path.write_text(filled(text), encoding="utf-8")
