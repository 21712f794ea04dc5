"""The word-of-mouth yardstick: what the Python programs share, so that they differ only in how they live a week."""

import json
import resource
import sys
import time
from collections.abc import Callable

import numpy as np

MEMBERS_AT_FIRST, DISCOVERY, WORD_OF_MOUTH, LEAVING = 0.01, 0.002, 0.04, 0.02
PAIRS_PER_PERSON = 4

#: per contact and week, in models that know contacts instead of shares: eight colleagues make WORD_OF_MOUTH
PER_CONTACT = WORD_OF_MOUTH / (2 * PAIRS_PER_PERSON)

#: where the models of others start, which know no discovery: about where the yardstick settles
SETTLED = 0.5


def request() -> tuple[int, int, int]:
    """People, weeks and seed, as asked on the command line."""
    people, weeks, seed = map(int, sys.argv[1:4])
    return people, weeks, seed


def pairs(people: int, seed: int) -> np.ndarray:
    """Who works with whom: two columns of people, nobody with themselves."""
    drawn = np.random.default_rng(seed).integers(people, size=(PAIRS_PER_PERSON * people, 2))
    return drawn[drawn[:, 0] != drawn[:, 1]]


def report(program: str, people: int, weeks: int, live: Callable[[], list[int]]) -> None:
    """Lives all weeks and prints what came of them and what it took (processor time) as a line of JSON."""
    began = time.process_time()
    members = [int(count) for count in live()]
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    told = {"program": program, "people": people, "weeks": weeks, "seconds": seconds, "peak_bytes": peak}
    print(json.dumps(told | {"members": members}))
