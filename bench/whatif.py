"""How soon a move of the what-if panel shows: `.venv/bin/python bench/whatif.py [FEW]`. Goal: below 300 ms.

From the question to the first look with its numbers, at 2,000 people over five years; medians over nine moves.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import ekkyo as ek
from ekkyo.asking import Asking

FEW = int(sys.argv[1]) if len(sys.argv) > 1 else 16
MOVES = {
    "a lever (none is there)": ("support.events_per_month", 1.5),
    "what people do (both worlds)": ("helping.fear", 20),
    "a price (nothing is lived)": ("prices.hour_price", 20),
}


def seconds(asking: Asking, changes: dict[str, Any]) -> float:
    """From the question to curve, numbers and difference."""
    began = time.perf_counter()
    answer, basis = next(asking.ask(changes)), asking.basis()
    answer.curve(), answer.npv(), answer.chance(), answer.payback(), answer.less(basis or answer)
    return time.perf_counter() - began


def medians() -> Iterator[tuple[str, float]]:
    """Each kind of move, in seconds."""
    scenario = ek.Scenario.load(Path(__file__).parents[1] / "scenarios/it-company-2000.toml")
    asking = Asking(scenario, few=FEW, many=200)
    yield "the first of all (imports, both worlds)", seconds(asking, {})
    for name, (path, least) in MOVES.items():
        yield name, median(seconds(asking, {path: least + n / 10}) for n in range(9))


for name, took in medians():
    print(f"{name:<40} {1000 * took:5.0f} ms")
