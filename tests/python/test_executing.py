"""The same plan gives the same bits wherever it is lived, and a part that fails is data."""

import multiprocessing
import os
import shutil
import subprocess
import sys
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor

import ekkyo as ek
import pytest
from ekkyo.keeping import Keeping

SCENARIO = "company.employees = 80\nrun.weeks = 30\nrun.today = 10\nsupport.level = 'standard'"
REPLICATES = 40


@pytest.fixture(scope="module")
def tiny():
    return ek.Scenario.from_toml(SCENARIO)


@pytest.fixture(scope="module")
def serially(tiny):
    return ek.simulate(tiny, REPLICATES, threads=1, progress=False)


def lived(tiny, executor, **more):
    return ek.simulate(tiny, REPLICATES, progress=False, executor=executor, **more)


def test_in_threads(tiny, serially):
    with ThreadPoolExecutor(2) as threads:
        assert lived(tiny, threads).ledger_hash == serially.ledger_hash


def test_in_processes(tiny, serially):
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as processes:
        elsewhere = lived(tiny, processes)
    assert elsewhere.ledger_hash == serially.ledger_hash
    assert elsewhere.to_dict() == serially.to_dict()


def test_a_study_with_changes_of_ones_own_in_processes(tiny):
    alternatives = {"half": {"support.host_fte": 0.5}, "restless": {"staffing.turnover": 30}}
    here = ek.compare(tiny, alternatives, 32, progress=False)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as processes:
        there = ek.compare(tiny, alternatives, 32, progress=False, executor=processes)
    assert here.ledger_hash == there.ledger_hash


def test_on_dask(tiny, serially, tmp_path):
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, local_directory=str(tmp_path)
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        elsewhere = lived(tiny, client.get_executor(), out=tmp_path / "kept")
    assert elsewhere.ledger_hash == serially.ledger_hash == ek.load(tmp_path / "kept").ledger_hash


ON_RANKS = f"""
import ekkyo as ek
from mpi4py.futures import MPICommExecutor
from mpi4py import MPI
with MPICommExecutor(MPI.COMM_WORLD, root=0) as executor:
    if executor is not None:
        assert MPI.COMM_WORLD.size == 2
        run = ek.simulate(ek.Scenario.from_toml({SCENARIO!r}), {REPLICATES}, executor=executor, progress=False)
        print(run.ledger_hash)
"""


def test_on_two_ranks_of_mpi(serially):
    pytest.importorskip("mpi4py")
    beside = os.path.join(os.path.dirname(sys.executable), "mpiexec")
    mpiexec = beside if os.path.exists(beside) else shutil.which("mpiexec")
    if not mpiexec:
        pytest.skip("there is no mpiexec")
    command = [mpiexec, "-n", "2", sys.executable, "-c", ON_RANKS]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == serially.ledger_hash, done.stderr


class Failing(ThreadPoolExecutor):
    """Loses the part that holds a replicate, in a way of its own."""

    def __init__(self, replicate: int):
        super().__init__(1)
        self.replicate = replicate

    def submit(self, work, task):
        if self.replicate not in task["replicates"]:
            return super().submit(work, task)
        lost: Future = Future()
        lost.set_exception(MemoryError("not enough for this part"))
        return lost


def test_a_part_that_fails_is_noted_and_lived_the_next_time(tiny, serially, tmp_path):
    with Failing(20) as executor, pytest.warns(UserWarning, match="16 replicates could not be lived: MemoryError"):
        run = lived(tiny, executor, out=tmp_path)
    assert run.replicates == REPLICATES - 16
    assert run.lived.failed == [(list(range(16, 32)), "MemoryError: not enough for this part")]
    assert ek.load(tmp_path).lived.failed == [[list(range(16, 32)), "MemoryError: not enough for this part"]]
    with Keeping(tmp_path, run.lived.plan) as kept:
        assert kept.failures() == [(16, 16, "MemoryError: not enough for this part")]
    again = lived(tiny, None, out=tmp_path)
    assert again.ledger_hash == serially.ledger_hash
    with Keeping(tmp_path, run.lived.plan) as kept:
        assert kept.failures() == []


def test_if_all_parts_fail_there_is_no_study(tiny):
    class Hopeless(ThreadPoolExecutor):
        def submit(self, work, task):
            return super().submit(int, "not a number")

    with Hopeless(1) as executor, pytest.raises(RuntimeError, match="no part could be lived: ValueError"):
        lived(tiny, executor)


def test_a_pool_whose_workers_die_is_said(tiny):
    class Dying(ProcessPoolExecutor):
        def submit(self, work, task):
            return super().submit(os._exit, 3)

    with (
        Dying(1, mp_context=multiprocessing.get_context("spawn")) as executor,
        pytest.raises(RuntimeError, match="a process of the pool ended by itself"),
    ):
        lived(tiny, executor)


def test_what_is_no_executor_is_refused(tiny):
    with pytest.raises(ek.RequestError, match="get_executor"):
        lived(tiny, "my cluster")


def test_forked_processes_are_refused(tiny):
    with (
        ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as executor,
        pytest.raises(ek.RequestError, match="spawn"),
    ):
        lived(tiny, executor)
