"""Kills a run at random instants, goes on with it, and checks that every bit comes out the same.

python soak.py DIRECTORY TIMES [SEED]
"""

import os
import random
import shutil
import signal
import sys
import threading
import time
from pathlib import Path

import ekkyo as ek
from tqdm import tqdm

SCENARIO = "company.employees = 150\nrun.weeks = 60\nrun.today = 30"


def begin(out: Path) -> int:
    """A process of its own that lives the run and keeps it."""
    child = os.fork()
    if child:
        return child
    try:
        live(out)
    finally:
        os._exit(0)


def live(out: Path) -> str:
    """The run, on one thread: a process that is forked would miss the others."""
    scenario = ek.Scenario.from_toml(SCENARIO)
    run = ek.simulate(scenario, 96, progress=False, threads=1, out=out, worlds=("level", "none"))
    (out / "hash").write_text(run.ledger_hash)
    return run.ledger_hash


def end(child: int) -> bool:
    """Whether the process came to its end by itself."""
    return os.WIFEXITED(os.waitpid(child, 0)[1])


def soak(directory: Path, times: int, seed: int) -> int:
    """Gives how many were killed before their end and came out the same."""
    luck, killed = random.Random(seed), 0
    # forked processes share the lock of the progress bar, and one that is killed with it never gives it back
    tqdm.set_lock(threading.RLock())
    # with everything loaded, so that processes take no longer than the second time
    live(directory / "first")
    began = time.perf_counter()
    whole = live(directory / "whole")
    takes = time.perf_counter() - began
    while killed < times:
        out = directory / "broken off"
        # twice, so that going on is broken off too
        for _ in range(2):
            child = begin(out)
            time.sleep(luck.uniform(0, takes))
            os.kill(child, signal.SIGKILL)
            came_to_its_end = end(child)
        killed += not came_to_its_end
        end(begin(out))
        assert (out / "hash").read_text() == whole, f"seed {seed}, after {killed} kills: {out}"
        # an hour is too long for somebody who watches
        if killed % 100 == 0 and killed:
            print(f"{killed} killed, all the same", file=sys.stderr)
        shutil.rmtree(out)
    return killed


if __name__ == "__main__":
    place, how_often, *chosen = sys.argv[1:]
    print(soak(Path(place), int(how_often), int(*chosen)), "killed, all the same")
