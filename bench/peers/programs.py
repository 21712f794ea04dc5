"""The programs that live the word-of-mouth yardstick or their own nearest model, and what we want to be beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILT, ENVIRONMENTS = ROOT / "build/release", ROOT / "build/peers"

#: people and weeks
Size = tuple[int, int]
TEN_THOUSAND, FEW_WEEKS, HUNDRED_THOUSAND = (10_000, 520), (100_000, 26), (100_000, 520)
MILLION, TEN_MILLION = (1_000_000, 104), (10_000_000, 26)
UP_TO_A_MILLION = (TEN_THOUSAND, FEW_WEEKS, HUNDRED_THOUSAND, MILLION)


@dataclass(frozen=True)
class Peer:
    """A program, what it needs, and at which sizes it can be waited for."""

    name: str
    what: str
    sizes: Sequence[Size]
    packages: Sequence[str] = ()
    differs: str = ""  # its own model; otherwise it is the yardstick

    @property
    def environment(self) -> Path:
        return ENVIRONMENTS / self.name

    @property
    def command(self) -> list[Path]:
        if not self.packages:
            return [BUILT / self.name]
        return [self.environment / "bin/python", HERE / f"with_{self.name}.py"]


OURS = "word_of_mouth"
PEERS = (
    Peer(OURS, "ekkyo's verbs and luck", (*UP_TO_A_MILLION, TEN_MILLION)),
    Peer("floor", "C++ by hand: counts kept, one vector sweep over everybody", (*UP_TO_A_MILLION, TEN_MILLION)),
    Peer("dense", "C++ by hand: a plain loop over everybody and all their colleagues", (*UP_TO_A_MILLION, TEN_MILLION)),
    Peer("numpy", "NumPy and SciPy, a sparse matrix", UP_TO_A_MILLION, ("numpy", "scipy")),
    Peer("mesa_frames", "mesa-frames on Polars", (TEN_THOUSAND, FEW_WEEKS), ("mesa-frames",)),
    Peer("mesa", "Mesa, as its examples are written", (TEN_THOUSAND, FEW_WEEKS), ("mesa", "networkx")),
    Peer("agentpy", "AgentPy, as its examples are written", (TEN_THOUSAND,), ("agentpy", "networkx")),
    Peer(
        "epiworld",
        "epiworldpy, C++ below",
        (FEW_WEEKS,),
        ("epiworldpy", "numpy"),
        "SIS: nobody joins unheard, each contact is a chance of its own (.005), half are infected at first; the same "
        "random pairs. Its queue leaves out whom no infected person knows.",
    ),
    Peer(
        "starsim",
        "Starsim, NumPy and Numba below",
        (FEW_WEEKS,),
        ("starsim",),
        "SIS: as above, on its own random network, eight contacts per person that last; paired luck as ours; its loop "
        "also keeps births, deaths and results by default.",
    ),
    Peer(
        "eon",
        "EoN, event-driven Python",
        (FEW_WEEKS,),
        ("EoN", "networkx", "numpy"),
        "SIS: as above in continuous time, from one event to the next; the same random pairs, doubled ones once.",
    ),
    Peer(
        "ndlib",
        "NDlib, Python on NetworkX",
        (FEW_WEEKS,),
        ("ndlib", "networkx", "numpy", "six"),
        "SIS: as above, week by week; the same random pairs, doubled ones once.",
    ),
)

#: what we want to be: (against whom, at which sizes, at least so many times as fast)
GOALS = (
    ("mesa", (TEN_THOUSAND, FEW_WEEKS), 1000),
    ("numpy", (TEN_THOUSAND, HUNDRED_THOUSAND, MILLION), 15),
    ("dense", (TEN_THOUSAND, HUNDRED_THOUSAND, MILLION, TEN_MILLION), 5),
    ("floor", (HUNDRED_THOUSAND, MILLION, TEN_MILLION), 1),
)
