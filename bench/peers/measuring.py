"""Runs the programs of the yardstick, round after round, each in a process of its own and on one thread."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import median
from typing import Any

from programs import OURS, Peer, Size

#: one thread each, whatever library is below
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS", "POLARS_MAX_THREADS"), "1"
)


@dataclass
class Session:
    """All that was measured in one go."""

    missing: dict[str, str]
    rounds: int = 0
    runs: dict[tuple[str, Size], list[dict[str, Any]]] = field(default_factory=dict)
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    loads: list[float] = field(default_factory=lambda: [os.getloadavg()[0]])

    def speeds(self, name: str, size: Size) -> list[float]:
        """People times weeks per second of processor time, run by run."""
        return [run["people"] * run["weeks"] / run["seconds"] for run in self.runs.get((name, size), [])]

    def ratio(self, name: str, size: Size) -> float | None:
        """How many times as fast we are."""
        theirs = self.speeds(name, size)
        return median(self.speeds(OURS, size)) / median(theirs) if theirs else None


def installed(peer: Peer) -> str:
    """Why a peer is not there, or nothing; installs it the first time."""
    ready = peer.environment / "has"
    wanted = " ".join(peer.packages)
    if not peer.packages or (ready.exists() and ready.read_text() == wanted):
        return ""
    print(f"installing {wanted} ...", file=sys.stderr, flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", peer.environment], check=True)
    pip = [peer.environment / "bin/pip", "install", "--quiet", *peer.packages]
    done = subprocess.run(pip, capture_output=True, text=True)
    if done.returncode:
        return f"pip cannot install it: {last_line(done.stderr)}"
    ready.write_text(wanted)
    return ""


def last_line(text: str) -> str:
    """What a program said last."""
    lines = text.strip().splitlines()
    return lines[-1] if lines else "it says nothing"


def lived(peer: Peer, size: Size, seed: int) -> dict[str, Any]:
    """One run of a program. A RuntimeError says why there is none."""
    done = subprocess.run(
        [*peer.command, *map(str, size), str(seed)], capture_output=True, text=True, env=os.environ | ONE_THREAD
    )
    if done.returncode:
        raise RuntimeError(f"at {size[0]:,} people: {last_line(done.stderr)}")
    run: dict[str, Any] = json.loads(last_line(done.stdout))
    return run


def measured(peers: Sequence[Peer], rounds: int) -> Iterator[Session]:
    """Round after round, all programs at all their sizes: the session so far, as soon as there is a spread."""
    session = Session({peer.name: why for peer in peers if (why := installed(peer))})
    for seed in range(1, rounds + 1):
        for peer, size in ((each, size) for each in peers for size in each.sizes):
            if peer.name in session.missing:
                continue
            print(f"round {seed} of {rounds}: {peer.name}, {size[0]:,} people", file=sys.stderr, flush=True)
            try:
                session.runs.setdefault((peer.name, size), []).append(lived(peer, size, seed))
            except RuntimeError as why:
                session.missing[peer.name] = str(why)
        session.rounds = seed
        session.loads.append(os.getloadavg()[0])
        if seed > 1:
            yield session
