import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import ekkyo as ek
import pytest
from ekkyo import keeping, netcdf
from ekkyo.keeping import Keeping
from ekkyo.parts import EngineError, live_part, run_part, task_of
from ekkyo.plan import PART, Plan, worlds_called

WORLDS = ("level", "none")


@pytest.fixture(scope="module")
def tiny():
    return ek.Scenario.from_toml("company.employees = 60\nrun.weeks = 20\nrun.today = 10\nsupport.level = 'standard'")


def plan_of(scenario, replicates=40):
    return Plan(scenario, worlds_called(scenario, WORLDS), replicates)


def simulate(scenario, replicates, **more):
    return ek.simulate(scenario, replicates, progress=False, worlds=WORLDS, **more)


def counted(monkeypatch):
    """How many replicates are really lived."""
    from ekkyo import executing

    lived: list[int] = []

    def noting(plan, replicates, *more):
        lived.extend(replicates)
        return live_part(plan, replicates, *more)

    monkeypatch.setattr(executing, "live_part", noting)
    return lived


def test_more_replicates_are_lived_on_top_of_those_that_are_kept(tiny, tmp_path, monkeypatch):
    simulate(tiny, 40, out=tmp_path)
    lived = counted(monkeypatch)
    more = simulate(tiny, 100, out=tmp_path)
    assert sorted(lived) == list(range(40, 100))
    assert more.ledger_hash == simulate(tiny, 100).ledger_hash == ek.load(tmp_path).ledger_hash


def test_what_was_kept_is_not_lived_again_and_what_was_spoilt_is(tiny, tmp_path, monkeypatch):
    plan = plan_of(tiny)
    with Keeping(tmp_path, plan) as kept:
        for piece in plan.parts()[:2]:
            kept.put(live_part(plan, list(piece)))
    first, second = sorted((tmp_path / "parts").iterdir())
    first.write_bytes(first.read_bytes()[:-100])
    lived = counted(monkeypatch)
    again = simulate(tiny, 40, out=tmp_path)
    assert sorted(lived) == [*range(PART), *range(2 * PART, 40)]
    assert again.ledger_hash == simulate(tiny, 40).ledger_hash
    assert not second.exists()


def test_new_prices_go_on_with_the_same_study(tiny, tmp_path, monkeypatch):
    simulate(tiny, 16, out=tmp_path)
    lived = counted(monkeypatch)
    dear = simulate(tiny.replace({"prices.wage_per_hour": 9000}), 16, out=tmp_path)
    assert not lived
    assert dear.statement(baseline="none")["none"].full.cost.mean > 0


@pytest.mark.parametrize(
    ("changes", "more", "said"),
    [
        ({"company.employees": 61}, {}, "another study (it differs in settings)"),
        ({"run.seed": 7}, {}, "another study"),
        ({"support.level": "strong"}, {}, "another study (it differs in settings, levels)"),
        ({}, {"per_draw": 4}, "another study (it differs in per_draw)"),
        ({}, {"at_base": True}, "another study (it differs in at_base)"),
    ],
)
def test_another_study_is_refused_unless_it_is_to_be_replaced(tiny, tmp_path, changes, more, said):
    simulate(tiny, 4, out=tmp_path)
    before = (tmp_path / "results.nc").read_bytes()
    other = tiny.replace(changes) if changes else tiny
    with pytest.raises(ek.StoreError) as refused:
        simulate(other, 4, out=tmp_path, **more)
    assert said in str(refused.value)
    assert (tmp_path / "results.nc").read_bytes() == before
    run = simulate(other, 4, out=tmp_path, replace=True, **more)
    assert ek.load(tmp_path).ledger_hash == run.ledger_hash


def test_saving_less_over_more_is_refused(tiny, tmp_path):
    simulate(tiny, 20, out=tmp_path)
    with pytest.raises(ek.StoreError, match="holds 20 replicates"):
        simulate(tiny, 4).save(tmp_path)


def test_another_engine_is_refused(tiny, tmp_path):
    simulate(tiny, 4, out=tmp_path)
    manifest = tmp_path / "manifest.json"
    told = json.loads(manifest.read_text())
    told["build"]["fingerprint"] = "0123456789abcdef"
    manifest.write_text(json.dumps(told))
    with pytest.raises(ek.StoreError, match=r"was begun by ekkyo .*0123456789abcdef"):
        simulate(tiny, 8, out=tmp_path)
    task = task_of(plan_of(tiny), [0, 1])
    task["engine"] = {**task["engine"], "fingerprint": "0123456789abcdef"}
    with pytest.raises(EngineError, match="install the same"):
        run_part(task)


def test_two_writers_do_not_meet(tiny, tmp_path):
    with Keeping(tmp_path, plan_of(tiny)), pytest.raises(ek.StoreError, match="another process is writing here"):
        simulate(tiny, 4, out=tmp_path)
    simulate(tiny, 4, out=tmp_path)


def test_a_full_disk_says_so_and_loses_nothing(tiny, tmp_path, monkeypatch):
    whole, written = os.fsync, []

    def full(handle):
        written.append(handle)
        if len(written) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        whole(handle)

    monkeypatch.setattr(keeping.os, "fsync", full)
    with pytest.raises(OSError, match="No space left on device; what is finished is kept"):
        simulate(tiny, 40, out=tmp_path, threads=1)
    monkeypatch.undo()
    lived = counted(monkeypatch)
    again = simulate(tiny, 40, out=tmp_path)
    assert sorted(lived) == list(range(PART, 40))
    assert again.ledger_hash == simulate(tiny, 40).ledger_hash


def test_a_full_disk_at_the_end_leaves_all_parts(tiny, tmp_path, monkeypatch):
    def full(lived, path):
        path.write_bytes(b"half of it")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(netcdf, "write", full)
    with pytest.raises(OSError, match="No space left"):
        simulate(tiny, 20, out=tmp_path)
    monkeypatch.undo()
    with pytest.raises(ek.StoreError, match="not finished"):
        ek.load(tmp_path)
    lived = counted(monkeypatch)
    simulate(tiny, 20, out=tmp_path)
    assert not lived
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "index.sqlite", "manifest.json", "results.nc"]


def test_a_sample_lived_again_shows_a_bit_that_differs(tiny, tmp_path):
    run, bad = simulate(tiny, 6), simulate(tiny, 6)
    assert ek.verify(run.save(tmp_path / "good"), 3).differences == []
    column = next(i for i, row in enumerate(ek._engine.columns) if row["name"] == "members")
    bad.lived.raw["none"]["columns"][column, 5, 7] += 1e-9
    told = ek.verify(bad.save(tmp_path / "bad"), 3)
    assert told.replicates == [0, 2, 5]
    assert told.differences == ["none, replicate 5: members differs from week 7 on"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("employees = 60", "employees = 61", "is not what it was"),
        ('"per_draw": 2', '"per_draw": 4', "is not what it was"),
        ('"worlds":', '"words":', "lacks 'worlds'"),
    ],
)
def test_a_manifest_that_was_edited_is_not_believed(tiny, tmp_path, before, after, said):
    manifest = simulate(tiny, 4).save(tmp_path) / "manifest.json"
    told = manifest.read_text(encoding="utf-8")
    assert before in told
    manifest.write_text(told.replace(before, after), encoding="utf-8")
    with pytest.raises(ek.StoreError, match=said):
        ek.load(tmp_path)


def test_damage_is_said(tiny, tmp_path):
    simulate(tiny, 4, out=tmp_path)
    (tmp_path / "index.sqlite").write_bytes(b"garbage" * 100)
    with pytest.raises(ek.StoreError, match=r"index.sqlite: .*not a database"):
        simulate(tiny, 4, out=tmp_path)
    (tmp_path / "manifest.json").write_text("[]")
    for again in (lambda: ek.load(tmp_path), lambda: simulate(tiny, 4, out=tmp_path)):
        with pytest.raises(ek.StoreError, match="no manifest"):
            again()
    assert simulate(tiny, 4, out=tmp_path, replace=True).replicates == 4


def test_killed_at_any_instant_it_goes_on_to_the_same_bits(tmp_path):
    soak = [sys.executable, Path(__file__).with_name("soak.py"), tmp_path, "8"]
    done = subprocess.run(soak, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) == 8
