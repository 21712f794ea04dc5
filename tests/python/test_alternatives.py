import ekkyo as ek
import numpy as np
import pytest


def compare(scenario, levels, replicates=6, **more):
    return ek.compare(scenario, levels, replicates, progress=False, **more)


def column(study, world, name):
    return study.lived.dataset(world)[name].to_numpy()


def test_changes_of_support_share_their_baselines_and_changes_of_people_have_their_own(small):
    study = compare(small, {"half": {"support.host_fte": 0.5}, "restless": {"staffing.turnover": 30}})
    assert set(study.lived.raw) == {
        "none",
        "twin",
        "half",
        "half, stopped",
        "restless",
        "restless, none",
        "restless, twin",
        "restless, stopped",
    }
    assert column(study, "restless, none", "quits").sum() > 1.5 * column(study, "none", "quits").sum()
    # the same people leave, whether there is a community or not
    statement = study.statement("restless")
    assert statement.baselines == ("none", "twin", "stopped")
    assert statement["none"].full.cost.mean > 0


def test_an_alternative_is_what_the_scenario_would_be_with_the_change(small):
    # turnover would also decide how long people have been there, who are the same people in every world
    study = compare(small, {"curious": {"joining.discovery": 30}})
    alone = ek.simulate(small.replace({"joining.discovery": 30}), 6, progress=False)
    for here, there in {"curious": "level", "curious, none": "none", "curious, stopped": "stopped"}.items():
        assert study.lived.dataset(here).drop_attrs().identical(alone.worlds[there].drop_attrs()), here


def test_only_the_baselines_that_are_named_are_lived(small):
    study = compare(small, ["strong"], baselines=["twin"])
    assert list(study.lived.raw) == ["twin", "strong"]
    assert study.base == "twin"
    assert list(study.statement("strong").accounts) == ["twin"]
    assert "against no community" in repr(study)


def test_from_today_all_share_the_past_of_the_scenarios_own_plan(small):
    today = small["run.today"]
    study = compare(small, ["level", "none", "strong"], from_today=True)
    past = [column(study, world, "members")[:, :today] for world in ("level", "none", "strong", "stopped")]
    assert all(np.array_equal(past[0], other) for other in past[1:])
    assert column(study, "strong", "members")[:, -1].sum() > column(study, "level", "members")[:, -1].sum()
    assert study.base == "stopped"
    # nobody paying from today on is the same as stopping
    assert study.table().loc["none", "full_npv"] == 0
    assert study.table().loc["level", "full_cost"] > 0


def test_nothing_is_always_a_choice(small):
    study = compare(small, ["strong"], replicates=20)
    assert study.choices == ["none", "strong"]
    assert study.decision.best == "none"
    assert sum(study.decision.share.values()) == pytest.approx(1)
    assert "nothing is best" in str(study)


@pytest.mark.parametrize(
    ("levels", "more", "said"),
    [
        ([], {}, "nothing to compare"),
        (["strong", "strong"], {}, "each can be lived once"),
        (["twin"], {}, "no support level"),
        ({"a, b": {}}, {}, "comma"),
        ({"": {}}, {}, "needs a name"),
        ({"none": {"support.level": "standard"}}, {}, "name of a support level"),
        ({"standard": "strong"}, {}, "name of a support level"),
        (["strong"], {"limit": 0}, "at least one replicate"),
        (["strong"], {"baselines": ["rivals"]}, "rivals"),
        (["strong"], {"baselines": []}, "baseline"),
        (["strong"], {"precision": "sure"}, "cannot be asked for"),
        (["strong"], {"per_draw": 3}, "can share a draw"),
    ],
)
def test_what_cannot_be_asked_for_is_said(small, levels, more, said):
    with pytest.raises(ek.RequestError, match=said):
        compare(small, levels, **more)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"support.level": "lavish"}, "lavish"),
        ({"support.host_ftes": 1}, "did you mean `?support.host_fte"),
        ({"joining.discovery": -1}, "joining.discovery"),
        ({"run.weeks": 5}, "settled"),
    ],
)
def test_a_change_that_cannot_be_made_is_a_fault_before_anything_is_kept(small, tmp_path, changes, said):
    with pytest.raises(ek.ScenarioError, match=said):
        compare(small, {"ours": changes}, out=tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


def test_a_fork_shares_the_past_and_is_held_against_going_on_unchanged(small, run, tmp_path):
    fork = run.fork(60, {"support.level": "none"}, progress=False)
    level, unchanged = fork.worlds["level"], fork.worlds["unchanged"]
    assert np.array_equal(unchanged["members"], run.worlds["level"]["members"])
    assert np.array_equal(unchanged["members"][:, :60], level["members"][:, :60])
    assert float(fork.plan["hosts"].sel(world="level")[:, 60:].max()) == 0
    assert fork.statement()["unchanged"].full.cost.mean < 0
    assert np.array_equal(fork.worlds["none"]["members"], run.worlds["none"]["members"])
    # as if the scenario had said so from the start
    asked = ek.simulate(small.later(60, {"support.level": "none"}), 20, progress=False)
    assert np.array_equal(asked.worlds["level"]["members"], level["members"])
    assert "standard support, changed from week 60 on, has" in fork.statement().sentence()
    again = ek.load(fork.save(tmp_path))
    assert again.to_dict() == fork.to_dict()
    with pytest.raises(ek.RequestError, match="a fork already"):
        fork.fork(70, {"support.level": "strong"})


def test_a_fork_that_changes_people_changes_those_without_a_community_too(small, run):
    fork = run.fork(60, {"staffing.turnover": 60}, progress=False)
    asked = ek.simulate(small.later(60, {"staffing.turnover": 60}), 20, progress=False)
    for world in ("level", "none", "twin", "stopped"):
        assert np.array_equal(asked.worlds[world]["quits"], fork.worlds[world]["quits"]), world
    with pytest.raises(ek.RequestError, match="week = 0"):
        run.fork(0, {"support.level": "none"})


def test_until_it_is_sure_or_cannot_be(small):
    sure = compare(small, ["none", "strong"], replicates=16, precision="P(best) >= 0.99")
    assert sure.settled.met and sure.replicates == sure.settled.replicates
    assert "Met after" in " ".join(str(sure).split())
    fixed = compare(small, ["none", "strong"], replicates=sure.replicates)
    assert fixed.ledger_hash == sure.ledger_hash
    wide = compare(small, ["none", "strong"], replicates=16, precision="P(NPV>0) +- 0.0001", limit=48)
    assert not wide.settled.met
    assert (wide.replicates, wide.settled.needed) == (48, None)
    assert "more than 48 futures" in " ".join(str(wide).split())
