import subprocess
import sys

import ekkyo as ek
import numpy as np
import pytest


def test_without_joining_every_world_is_the_twin_to_the_bit(small):
    closed = small.replace({"joining.discovery": 0, "joining.word_of_mouth": 0, "support.level": "strong"})
    run = ek.simulate(closed, replicates=5, progress=False)
    for world in run.worlds:
        for name in set(run.dataset.data_vars) - {"paid_share"}:
            assert np.array_equal(run.worlds[world][name], run.worlds["twin"][name]), (world, name)


@pytest.mark.parametrize("threads", [2, 3, 8])
def test_every_column_is_the_same_on_any_number_of_threads(run, small, threads):
    again = ek.simulate(small, replicates=20, threads=threads, progress=False)
    assert again.column_hashes == run.column_hashes
    assert again.ledger_hash == run.ledger_hash


def test_one_thread_gives_the_same_too(run, small):
    assert ek.simulate(small, replicates=20, threads=1, progress=False).ledger_hash == run.ledger_hash


def test_more_replicates_change_none_of_those_there_are(run, small):
    more = ek.simulate(small, replicates=25, progress=False)
    assert more.dataset.isel(replicate=slice(20)).identical(run.dataset)


def test_another_world_changes_none_of_those_there_are(run, small):
    more = ek.simulate(small, replicates=20, progress=False, worlds=("strong", "none", "level"))
    for world in ("level", "none"):
        assert more.worlds[world].identical(run.worlds[world])


def test_another_seed_is_other_luck(run, small):
    assert ek.simulate(small.replace({"run.seed": 2}), replicates=20, progress=False).ledger_hash != run.ledger_hash


def test_support_that_stops_leaves_the_past_as_it_was(run, small):
    today = small["run.today"]
    level, stopped = run.worlds["level"], run.worlds["stopped"]
    assert level.isel(week=slice(today)).drop_attrs().identical(stopped.isel(week=slice(today)).drop_attrs())
    assert not level.drop_attrs().identical(stopped.drop_attrs())


def test_members_are_who_joined_and_did_not_leave(run):
    for ledger in run.worlds.values():
        came = ledger["joined"] + ledger["returned"] - ledger["left"] - ledger["departed"]
        assert np.array_equal(came.cumsum("week"), ledger["members"])


def test_every_variable_says_what_it_is(run):
    assert list(run.dataset.data_vars) == list(ek.ledger_columns()["name"])
    for variable in run.dataset.data_vars.values():
        assert variable.dims == ("replicate", "week")
        assert all(variable.attrs[key] for key in ("units", "long_name", "long_name_ja", "kind"))
    assert str(run.dataset["date"].values[1])[:10] == "2026-04-08"


def test_nothing_is_missing_or_negative_in_the_level_that_is_counted(run):
    for name in (
        "members",
        "joined",
        "left",
        "ties",
        "bridges",
        "questions",
        "events",
        "meeting_hours",
        "reading_hours",
    ):
        for ledger in run.worlds.values():
            assert np.isfinite(ledger[name]).all() and (ledger[name] >= 0).all(), name


def test_what_is_not_known_is_drawn_once_for_all_worlds(run):
    assert run.drawn.shape[0] == 20
    assert (run.drawn.nunique() > 1).all()


def test_at_base_nothing_is_drawn(small):
    base = ek.simulate(small, replicates=3, progress=False, at_base=True)
    assert (base.drawn.nunique() == 1).all()
    assert base.drawn["joining.discovery"].iloc[0] == small["joining.discovery"]


def test_the_plan_is_what_the_level_says(run, small):
    hosts = run.plan["hosts"]
    expected = small["support.host_fte_per_1000"] * 0.3
    assert np.allclose(hosts.sel(world="level", week=0), expected)
    assert not hosts.sel(world="none").any()
    assert not hosts.sel(world="stopped", week=slice(small["run.today"], None)).any()


def test_a_run_says_its_answer_and_its_baseline(run):
    assert "against nobody paying (none)" in repr(run)
    assert "<p>" in run._repr_html_()


def test_a_run_without_a_baseline_claims_nothing(small):
    alone = ek.simulate(small, replicates=2, progress=False, worlds=("level",))
    assert repr(alone) == "A small company: 2 replicates of level."
    with pytest.raises(ValueError, match="nothing to compare with"):
        alone.statement()


@pytest.mark.parametrize("arguments", [{"replicates": 0}, {"worlds": ("level", "level")}])
def test_senseless_runs_are_refused(small, arguments):
    with pytest.raises(ValueError):
        ek.simulate(small, progress=False, **arguments)


def test_a_level_nobody_knows_is_refused_before_anybody_waits(small):
    with pytest.raises(ek.ScenarioError, match="stronk"):
        ek.simulate(small, worlds=("stronk",), progress=False)


INTERRUPTED = """
import os, signal, sys, threading, time, warnings
import ekkyo as ek
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may ignore it
scenario = ek.Scenario.from_toml("company.employees = 300\\nrun.weeks = 104\\nsupport.level = 'standard'")
ek.simulate(scenario, replicates=1, progress=False)
began = time.process_time()
def interrupt():  # once there is something to keep, however busy the machine
    while time.process_time() < began + 2: time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGINT)
threading.Thread(target=interrupt).start()
run = ek.simulate(scenario, replicates=20_000, progress=False)
assert run.interrupted and 0 < run.replicates < 20_000, run.replicates
assert run.dataset.sizes["replicate"] == run.replicates == len(run.drawn)
run.save(sys.argv[1])
print(ek.load(sys.argv[1]).interrupted, run.ledger_hash == ek.load(sys.argv[1]).ledger_hash)
"""


def test_ctrl_c_keeps_the_replicates_that_are_finished(tmp_path):
    told = subprocess.run([sys.executable, "-c", INTERRUPTED, tmp_path], capture_output=True, text=True, timeout=120)
    assert told.returncode == 0, told.stderr
    assert told.stdout == "True True\n"
    assert "Interrupted" in told.stderr


def test_what_cannot_fit_is_refused_and_what_would_is_said(small):
    huge = small.replace({"company.employees": 500_000_000, "company.silos": 100, "run.weeks": 520})
    with pytest.raises(ek.RequestError, match=r"needs about .*B of memory.*: a smaller company"):
        ek.simulate(huge, 2, progress=False)
    with pytest.raises(ek.RequestError, match=r"\d+ replicates would fit on one thread"):
        ek.simulate(small, 4_000_000, progress=False)
