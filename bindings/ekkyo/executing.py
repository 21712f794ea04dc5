"""Lives a plan: here, or on an executor that exists already; goes on with what is kept."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from typing import Any

from tqdm.auto import tqdm

from .errors import RequestError
from .fitting import check_fits
from .foreseeing import foreseen
from .keeping import Keeping
from .parts import Part, cut, joined, live_part, run_part, task_of
from .plan import PART, Plan

Told = Callable[[int], object]


@dataclass
class Lived:
    """What came of a plan: finished parts, and which could not be lived and why."""

    parts: list[Part] = field(default_factory=list)
    failed: list[tuple[list[int], str]] = field(default_factory=list)
    interrupted: bool = False

    def replicates(self) -> set[int]:
        """Those that are finished."""
        return {r for part in self.parts for r in part["replicates"]}

    def missing(self, plan: Plan) -> list[list[int]]:
        """What is still to be lived, in pieces that can be kept and sent."""
        have = self.replicates()
        pieces = ([r for r in part if r not in have] for part in plan.parts())
        return [piece for piece in pieces if piece]


def execute(
    plan: Plan,
    lived: Lived,
    threads: int | None = None,
    progress: bool = True,
    keeping: Keeping | None = None,
    executor: Executor | None = None,
) -> Lived:
    """Lives what is missing of a plan. Ctrl-C keeps what is finished, and warns.

    Raises
    ------
    KeyboardInterrupt
        If Ctrl-C comes before the first replicate is finished.
    RequestError
        If it cannot fit into the memory of this machine.
    RuntimeError
        If no part at all could be lived.
    """
    if keeping and not lived.parts:
        lived.parts += list(keeping)
    lived.failed, lived.interrupted = [], False
    check_fits(plan, 1 if executor else threads or 0)
    missing = lived.missing(plan)
    if progress and missing and not executor and (said := foreseen(plan.times(sum(map(len, missing))), threads or 0)):
        tqdm.write(said, file=sys.stderr)
    done = plan.replicates - sum(map(len, missing))
    with tqdm(total=plan.replicates, initial=done, disable=not progress, desc=plan.scenario.name or None) as bar:
        if executor:
            _elsewhere(plan, missing, lived, executor, threads or 1, keeping, bar)
        else:
            _here(plan, missing, lived, threads or 0, keeping, bar)
    if lived.interrupted:
        if not lived.replicates():
            raise KeyboardInterrupt
        warnings.warn(f"Interrupted: {len(lived.replicates())} of {plan.replicates} replicates are kept.", stacklevel=3)
    if lived.failed:
        if not lived.replicates():
            raise RuntimeError(f"no part could be lived: {lived.failed[0][1]}")
        lost = sum(len(replicates) for replicates, _ in lived.failed)
        warnings.warn(f"{lost} replicates could not be lived: {lived.failed[0][1]}", stacklevel=3)
    return lived


def _here(plan: Plan, missing: list[list[int]], lived: Lived, threads: int, keeping: Keeping | None, bar: Any) -> None:
    """With the threads of this machine; nothing is kept before the end where there is nowhere to keep it."""
    for batch in _batches(missing, threads or os.cpu_count() or 1) if keeping else [missing]:
        if not batch:
            return
        together = [r for piece in batch for r in piece]
        part = live_part(plan, together, threads, _showing(bar))
        have = set(part["replicates"])
        for piece in batch if keeping else []:
            finished = [r for r in piece if r in have]
            # a draw is kept whole or not at all
            if len(finished) == len(piece) and keeping:
                keeping.put(cut(part, piece))
        if part["replicates"]:
            lived.parts.append(part)
        if part["interrupted"]:
            lived.interrupted = True
            return


def _showing(bar: Any) -> Told:
    """Moves the bar on from where it is."""
    before = bar.n
    return lambda done: bar.update(before + done - bar.n)


def _batches(pieces: Sequence[list[int]], threads: int) -> Iterator[list[list[int]]]:
    """Pieces together, enough of them to give every thread several replicates to live."""
    at_once = max(1, 4 * threads // PART)
    for first in range(0, len(pieces), at_once):
        yield list(pieces[first : first + at_once])


def _elsewhere(
    plan: Plan,
    missing: list[list[int]],
    lived: Lived,
    executor: Executor,
    threads: int,
    keeping: Keeping | None,
    bar: Any,
) -> None:
    """On an executor. A part that fails is noted, with the reason, and the others go on."""
    refuse_forks(executor)
    sent = {}
    for piece in missing:
        try:
            sent[executor.submit(run_part, task_of(plan, piece, threads))] = piece
        except RuntimeError as error:  # the pool is broken or closed
            _fail(lived, keeping, piece, error)
    try:
        for future in as_completed(sent):
            piece, failure = sent[future], future.exception()
            if failure:
                _fail(lived, keeping, piece, failure)
                continue
            part = future.result()
            lived.parts.append(part)
            if keeping:
                keeping.put(part)
            bar.update(len(piece))
    except KeyboardInterrupt:
        lived.interrupted = True
        for future in sent:
            future.cancel()


def _fail(lived: Lived, keeping: Keeping | None, piece: list[int], error: BaseException) -> None:
    why = f"{type(error).__name__}: {error}"
    if isinstance(error, BrokenExecutor):
        why = "a process of the pool ended by itself, as happens when memory runs out; try fewer processes"
    lived.failed.append((piece, why))
    if keeping:
        keeping.fail(piece, why)


def refuse_forks(executor: Executor) -> None:
    """A process that is forked has none of the engine's threads, and waits for them for ever."""
    if not isinstance(executor, Executor):
        raise RequestError(f"{executor!r} is no concurrent.futures.Executor; Dask has client.get_executor()")
    context = getattr(executor, "_mp_context", None)
    if isinstance(executor, ProcessPoolExecutor) and context and context.get_start_method() == "fork":
        raise RequestError(
            "processes that are forked cannot run the engine's threads; "
            'use ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"))'
        )


def together(lived: Lived) -> Part:
    """Everything that was lived, as one part."""
    return joined(lived.parts)
