"""Whether the programs that live the same model tell the same curve, within its spread."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from statistics import mean, stdev
from typing import Any

from measuring import Session, lived
from programs import PEERS, TEN_THOUSAND, Peer

#: weeks at which shares of members are compared, and the seeds of the plain loop they are compared with
COMPARED, REFERENCES = (26, 104, 260, 520), range(1001, 1041)

#: standard errors beyond which a program tells another story; among sound ones, one session in some thousands has one
TOO_FAR = 4.5


def shares(run: dict[str, Any]) -> list[float]:
    """Shares of members at the weeks compared."""
    return [run["members"][week - 1] / run["people"] for week in COMPARED]


def agreement(session: Session) -> Iterator[tuple[Peer, list[float], float]]:
    """Each program of the same model: its mean shares, and how far it is from the plain loop in standard errors."""
    reference = next(peer for peer in PEERS if peer.name == "dense")
    known = list(zip(*(shares(lived(reference, TEN_THOUSAND, seed)) for seed in REFERENCES), strict=True))
    for peer in PEERS:
        if peer.differs or not session.runs.get((peer.name, TEN_THOUSAND)):
            continue
        told = list(zip(*map(shares, session.runs[peer.name, TEN_THOUSAND]), strict=True))
        errors = [
            stdev(those) * sqrt(1 / len(these) + 1 / len(those)) for these, those in zip(told, known, strict=True)
        ]
        far = [(mean(these) - mean(those)) / e for these, those, e in zip(told, known, errors, strict=True)]
        yield peer, [mean(these) for these in told], max(far, key=abs)
