import json

import ekkyo as ek
import h5netcdf
import numpy as np
import pytest


def test_a_run_survives_being_saved(run, tmp_path):
    again = ek.load(run.save(tmp_path / "run"))
    assert isinstance(again, ek.Run)
    assert again.ledger_hash == run.ledger_hash
    assert again.column_hashes == run.column_hashes
    assert again.dataset.identical(run.dataset)
    assert again.plan.identical(run.plan)
    assert again.drawn.equals(run.drawn)
    for world in run.worlds:
        assert again.launches[world].equals(run.launches[world])
    assert again.to_dict() == run.to_dict()


def test_a_study_survives_being_saved(study, tmp_path):
    again = ek.load(study.save(tmp_path / "study"))
    assert isinstance(again, ek.Study)
    assert again.table().equals(study.table())
    assert str(again) == str(study)


def test_new_prices_on_a_saved_run_are_as_good_as_a_new_run(run, tmp_path):
    prices = {"prices.wage_per_hour": 6000}
    again = ek.load(run.save(tmp_path))
    assert again.reprice(prices).to_dict() == run.reprice(prices).to_dict()
    saved = ek.load(again.reprice(prices).save(tmp_path / "dear"))
    assert saved.to_dict() == run.reprice(prices).to_dict()


def test_a_scenario_beside_its_files_is_found_again(small, tmp_path):
    level = tmp_path / "ours.toml"
    level.write_text(ek._engine.levels["standard"], encoding="utf-8")
    (tmp_path / "scenario.toml").write_text('company.employees = 50\nsupport.level = "ours.toml"\n', encoding="utf-8")
    run = ek.simulate(ek.Scenario.load(tmp_path / "scenario.toml"), replicates=2, progress=False)
    assert ek.load(run.save(tmp_path / "runs/here")).to_dict() == run.to_dict()


def test_the_manifest_says_where_it_comes_from(run, tmp_path):
    manifest = json.loads((run.save(tmp_path) / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["scenario"] == run.scenario.source
    assert manifest["engine"] == ek.__version__
    assert (manifest["seed"], manifest["weeks"], manifest["replicates"]) == (1, 104, 20)
    assert manifest["peak_rss_bytes"] > 1e7
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "index.sqlite", "manifest.json", "results.nc"]


def test_any_netcdf_reader_finds_the_columns_with_their_units(run, tmp_path):
    with h5netcdf.File(run.save(tmp_path) / "results.nc") as stored:
        members = stored["members"]
        assert members.dimensions == ("world", "replicate", "week")
        assert members.attrs["units"] == "employees"
        assert np.array_equal(members[0], run.worlds["level"]["members"])
        assert [world.decode() for world in stored["world"][:]] == list(run.worlds)


@pytest.mark.parametrize("broken", ["empty", "version", "results", "json"])
def test_what_is_no_saved_run_is_refused(run, tmp_path, broken):
    if broken != "empty":
        run.save(tmp_path)
    manifest = tmp_path / "manifest.json"
    if broken == "version":
        manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "schema": 99}))
    if broken == "json":
        manifest.write_text("{")
    if broken == "results":
        (tmp_path / "results.nc").unlink()
    with pytest.raises(ek.StoreError):
        ek.load(tmp_path)


def test_results_of_another_run_are_noticed(run, small, tmp_path):
    run.save(tmp_path / "a")
    ek.simulate(small.replace({"run.seed": 5}), replicates=20, progress=False).save(tmp_path / "b")
    (tmp_path / "b/results.nc").replace(tmp_path / "a/results.nc")
    with pytest.raises(ek.StoreError, match="not that of its manifest"):
        ek.load(tmp_path / "a")
