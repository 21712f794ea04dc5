"""Writes the generated parts of pages again, between <!-- name --> and <!-- /name -->: `./dev docs`."""

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import ekkyo as ek
import numpy as np
from ekkyo import _engine, reference
from ekkyo.answers import Answer
from ekkyo.tables import rows
from ekkyo.tongue import Tongue

ROOT = Path(__file__).parents[1]
SCENARIOS = ROOT / "scenarios"
PAGES = (
    "README.md",
    "README.ja.md",
    "engine/README.md",
    "docs/model.md",
    "docs/start.md",
    "docs/for-executives.md",
    "docs/ja/for-executives.md",
    "scenarios/README.md",
)


@cache
def shipped() -> ek.Scenario:
    """The scenario of `./dev demo`."""
    return ek.Scenario.load(SCENARIOS / "it-company-2000.toml")


@cache
def cut() -> ek.Scenario:
    """The same with the host's hours halved in year two."""
    return ek.Scenario.load(SCENARIOS / "half-a-host.toml")


@cache
def lived() -> ek.Study:
    """What `./dev demo` lives."""
    return ek.compare(shipped(), replicates=200, progress=False, sponsored=True)


@cache
def run(halved: bool = False) -> ek.Run:
    """What `ekkyo run` lives, with or without half of the host's hours in year two."""
    return ek.simulate(cut() if halved else shipped(), progress=False)


def quoted(text: str) -> list[str]:
    """What a terminal shows."""
    return ["```text", *text.strip().splitlines(), "```"]


def demo() -> list[str]:
    """What `./dev demo` prints."""
    return quoted(lived().brief())


def beginning(run: ek.Run) -> list[str]:
    """The name, the lines of the answer and the numbers to them that `ekkyo run` prints."""
    shown = "\n\n".join(run.uncut.brief().split("\n\n")[:3])
    return quoted(f"{shown}\n...")


def difference() -> list[str]:
    """What halving the host's hours in year two changes, with the same people and luck."""
    before, after = (run(halved).statement()["none"] for halved in (False, True))
    rows = []
    for ledger in ("cash", "full"):
        mean = np.mean(after.npv(ledger, drawn=False) - before.npv(ledger, drawn=False))
        drawn = after.npv(ledger) - before.npv(ledger)
        amounts = [ek.say(float(x)) for x in (mean, *np.quantile(drawn, [0.5, 0.05, 0.95]))]
        rows.append((ledger, *amounts, ek.say_share(float(np.mean(drawn > 0)))))
    return reference.table(
        "| ledger | mean | middle | 5 % | 95 % | share of futures in which halving is better |", rows
    )


def less() -> list[str]:
    """What the panel says of the same question: docs/start.md asks it of both scenarios."""
    before, after = (Answer({}, run(halved).lived, 200, 200, 0) for halved in (False, True))
    return quoted(repr(after.less(before)))


def change() -> list[str]:
    """The lines that halve the host's hours in year two."""
    changes = cut().source[cut().source.index("[[change]]") :]
    return ["```toml", *changes.splitlines(), "```"]


#: the columns of `plans`, by language
PLANS = {
    "en": "| support | paid in cash | result in cash | result in full: mean | middle | 5 % to 95 % "
    "| chance that it is above zero | stopped early by a sponsor |",
    "ja": "| 支援 | 払う現金 | 現金ベースの結果 | 総合ベースの結果: 平均 | 中央値 | 5〜95 % "
    "| プラスになる確率 | スポンサーが打ち切る割合 |",
}


def plans(language: str = "en") -> list[str]:
    """What each level of support costs and brings, for somebody who decides."""
    tongue = Tongue(language, shipped().currency)

    def row(level: str, told: dict[str, float]) -> tuple[str, ...]:
        amounts = [tongue.money(told[name]) for name in ("cash_cost", "cash_npv", "full_npv", "full_npv_p50")]
        ends = [tongue.money(told[f"full_npv_{end}"]) for end in ("p05", "p95")]
        spread = " to ".join(ends) if language == "en" else tongue.between(*ends)
        shares = (ek.say_share(told[name]) for name in ("full_chance", "stopped"))
        return (tongue.level(level), *amounts, spread, *shares)

    table, header = lived().table().drop("none"), PLANS[language]
    return reference.table(header, (row(str(level), told) for level, told in table.to_dict("index").items()))


def impatience() -> list[str]:
    """What stopping early changes on average, for each level."""
    table = lived().table().drop("none")
    rows = (
        (str(level), *(ek.say(told[name]) for name in ("full_npv", "sponsored_npv", "impatience")))
        for level, told in table.to_dict("index").items()
    )
    return reference.table("| support | protected | with a sponsor | difference |", rows)


def forms() -> list[str]:
    """Where a team, the community or buying is best."""
    return [str(ek.team_or_community()).split("\n\n")[0].replace("\n", " ")]


def scenarios() -> list[str]:
    """The scenarios that come with ekkyo."""
    found = [(path.name, ek.Scenario.load(path)) for path in sorted(SCENARIOS.glob("*.toml"))]
    rows = ((f"[{name}]({name})", scenario.name, scenario.people(), str(scenario.weeks)) for name, scenario in found)
    return reference.table("| file | name | company | weeks |", rows)


def settings() -> list[str]:
    """What a scenario says beside the rules of the processes."""
    found = (row for row in rows().values() if row["section"] not in dict(_engine.schedule))
    return reference.table(
        "| section | number | unit | meaning |",
        ((row["section"], f"`{row['name']}`", row["unit"], row["text"]) for row in found),
    )


BLOCKS: dict[str, Callable[[], list[str]]] = {
    "after": lambda: beginning(run(halved=True)),
    "before": lambda: beginning(run()),
    "change": change,
    "demo": demo,
    "difference": difference,
    "forms": forms,
    "impatience": impatience,
    "less": less,
    "levels": reference.levels,
    "missing": reference.missing,
    "plans": plans,
    "plans_ja": lambda: plans("ja"),
    "scenarios": scenarios,
    "settings": settings,
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
