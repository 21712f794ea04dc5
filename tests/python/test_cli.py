"""The command line: stdout is data, stderr is progress, and the exit code says what happened."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import ekkyo as ek
import pytest
import typer
from ekkyo.cli import deliver, main
from ekkyo.courses import change_of
from ekkyo.frames import own_level, shown_level
from ekkyo.lines import width
from ekkyo.plainly import answered
from ekkyo.report import html
from ekkyo.tongue import Tongue
from ekkyo.words import LANGUAGES, file_of, words

ROOT = Path(__file__).parents[2]
SMALL = 'name = "Small"\n[run]\nweeks = 60\n[company]\nemployees = 200\nsilos = 4\n[support]\nlevel = "strong"\n'


def ekkyo(*words: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ekkyo.cli", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "small.toml"
    path.write_text(SMALL)
    return path


def test_a_run_prints_the_statement_and_writes_the_three_files(scenario: Path, tmp_path: Path):
    done = ekkyo("run", scenario, "--replicates", 5, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "NPV = value − cost" in done.stdout and "stopped, if a sponsor may stop it" in done.stdout
    assert len(done.stdout.splitlines()) <= 43 and "--full" in done.stdout
    longer = ekkyo("reprice", tmp_path / "out", "--all").stdout
    assert "Where the value arises" in longer and len(longer.splitlines()) > 100
    assert {file.name for file in (tmp_path / "out").iterdir()} == {
        "results.nc",
        "manifest.json",
        "report.html",
        "index.sqlite",
        ".lock",
    }


def test_lines_are_no_longer_than_the_window(scenario: Path, monkeypatch: pytest.MonkeyPatch):
    def widest(columns: int, language: str) -> int:
        monkeypatch.setenv("COLUMNS", str(columns))
        told = ekkyo("run", scenario, "--replicates", 2, "--lang", language).stdout
        # tables are as wide as they are; what is said in sentences is above them
        return max(width(line) for line in told.split("\n\n")[2].splitlines())

    for language in LANGUAGES:
        assert 50 <= widest(60, language) <= 60 < widest(90, language) <= 90 < widest(400, language) <= 100


def test_json_names_the_baseline_of_every_figure(scenario: Path):
    told = json.loads(ekkyo("run", scenario, "--replicates", 5, "--json").stdout)
    assert set(told["statement"]) == {"none", "twin", "stopped"}
    for baseline in ("none", "twin"):
        for ledger in ("cash", "full"):
            for item in ("cost", "value", "npv", "roi"):
                assert set(told["statement"][baseline][ledger][item]) == {"mean", "p05", "p50", "p95"}
    assert len(told["columns"]["members"]["mean"]) == 60
    assert (told["seed"], told["weeks"], told["replicates"]) == (1, 60, 5)


def test_the_same_seed_gives_the_same_hash_on_any_number_of_threads(scenario: Path):
    hashes = {
        json.loads(ekkyo("run", scenario, "--replicates", 4, "--threads", threads, "--json").stdout)["ledger_hash"]
        for threads in (1, 2, 3)
    }
    other = json.loads(ekkyo("run", scenario, "--replicates", 4, "--seed", 2, "--json").stdout)["ledger_hash"]
    assert len(hashes) == 1
    assert other not in hashes


def test_a_comparison_shows_each_level_and_what_pairing_saves(scenario: Path):
    done = ekkyo("compare", scenario, "--levels", "none,strong", "--replicates", 5, "--full")
    assert done.returncode == 0, done.stderr
    assert "none" in done.stdout and "strong" in done.stdout
    assert "Pairing:" in done.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_says_the_answer_first_and_a_dozen_lines_after_it(scenario: Path, language: str):
    done = ekkyo("compare", scenario, "--replicates", 4, "--sponsored", "--lang", language)
    assert done.returncode == 0, done.stderr
    name, answer, ending, *rest = done.stdout.strip().split("\n\n")
    said = words(language)["plain"]
    study = ek.compare(ek.Scenario.load(scenario), replicates=4, progress=False, sponsored=True)
    told = answered(study, shown_level(study), Tongue(language, "JPY"), cut=own_level(study))
    assert name == "Small" and "".join(answer.split()) == "".join("".join(told).split())
    assert ending.startswith((said["gains"].partition("{")[0], said["loses"].partition("{")[0]))
    lines = "\n".join(rest).splitlines()
    assert len(lines) <= 12 and "--full" in lines[-1]
    assert [line[:8].rstrip() for line in lines[2:9]] == [label[:8].rstrip() for label in said["columns"][1:]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_that_is_cut_says_first_what_the_cut_did(tmp_path: Path, language: str):
    path = tmp_path / "cut.toml"
    path.write_text(SMALL + '[[change]]\nweek = 30\nsupport.level = "none"\n')
    change = change_of(ek.Scenario.load(path), Tongue(language))
    asked: tuple[tuple[object, ...], ...] = (("run", path), ("compare", path, "--levels", "none,strong"))
    for command in asked:
        for long in ((), ("--full",)):
            done = ekkyo(*command, "--replicates", 3, "--lang", language, *long)
            assert done.returncode == 0, done.stderr
            first = "".join(done.stdout.split("\n\n")[0 if long and command[0] == "compare" else 1].split())
            assert "".join(change[1:].split()) in first, first
            assert words(language)["command"]["uncut"] in done.stderr
    assert words(language)["command"]["uncut"] not in ekkyo("run", path, "--replicates", 2, "--json").stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_is_written_beside_the_page_unless_told(
    run: ek.Run, tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    run.save(tmp_path)
    monkeypatch.setattr("ekkyo.report.write_pages", lambda told, path: path.write_text("pages"))
    monkeypatch.setattr(sys, "argv", ["ekkyo", "report", str(tmp_path), "--pdf", "--lang", language])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 0
    target, said = (tmp_path / file_of("report", language)).with_suffix(".pdf"), words(language)["command"]
    assert target.read_text() == "pages"
    told = capsys.readouterr().err.splitlines()
    assert told == [said["writing"].format(file=target), said["written"].format(files=target)]


def test_prices_change_on_a_finished_run_and_behaviour_is_refused(scenario: Path, tmp_path: Path):
    ekkyo("run", scenario, "--replicates", 5, "--out", tmp_path / "out")
    before, after = (
        json.loads(ekkyo("reprice", tmp_path / "out", *words, "--json").stdout)
        for words in ((), ("--set", "prices.host=0"))
    )
    assert before["ledger_hash"] == after["ledger_hash"]
    assert after["statement"]["none"]["cash"]["cost"]["mean"] < before["statement"]["none"]["cash"]["cost"]["mean"]
    refused = ekkyo("reprice", tmp_path / "out", "--set", "joining.discovery=1")
    assert refused.returncode == 2
    assert "new run" in refused.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--set", "joining.discovry=3"], "did you mean `joining.discovery`"),
        (["--set", "joining.interested=200"], "outside 0 .. 100 (% of employees)"),
        (["--set", "company.employees=1099511627776"], "would take about 22 TB of memory"),
        (["--set", "support.level=lavish"], 'no support level "lavish"'),
        (["--set", "nonsense"], "PATH=VALUE"),
        (["--replicates", "0"], "replicates"),
    ],
)
def test_bad_input_is_explained_and_exits_with_2(scenario: Path, words: list[str], said: str):
    done = ekkyo("run", scenario, *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert not done.stdout


def test_every_fault_of_a_file_is_listed_with_its_place(tmp_path: Path):
    path = tmp_path / "bad.toml"
    path.write_text('[company]\nemployees = 0\n[joining]\ndiscovry = 1\ninterested = "many"\n')
    done = ekkyo("check", path)
    assert done.returncode == 2
    assert [line.split(": ")[0] for line in done.stderr.splitlines()] == [f"{path}:{n}:1" for n in (2, 4, 5)]


def test_a_sound_scenario_is_told_in_the_language_asked_for():
    halved = ROOT / "scenarios/half-a-host.toml"
    assert ekkyo("check", halved).stderr.startswith("Half of the host in year two")
    assert ekkyo("check", halved, "--lang", "ja").stderr.startswith("2年目だけホストの時間を半分にする")


def test_a_missing_file_and_a_broken_one_are_named(tmp_path: Path):
    broken = tmp_path / "broken.toml"
    broken.write_text("[company\n")
    assert f"{tmp_path / 'no.toml'}" in ekkyo("run", tmp_path / "no.toml").stderr
    done = ekkyo("run", broken)
    assert (done.returncode, done.stderr.startswith(f"{broken}:1:")) == (2, True)


def test_a_level_can_be_copied_and_used_from_a_file(scenario: Path):
    text = ekkyo("levels", "standard").stdout
    (scenario.parent / "mine.toml").write_text(text)
    assert ekkyo("run", scenario, "--replicates", 2, "--set", "support.level=mine.toml").returncode == 0


def test_prices_are_set_on_a_finished_run_like_anywhere_else(run: ek.Run, tmp_path: Path):
    run.save(tmp_path / "out")
    done = ekkyo("reprice", tmp_path / "out", "--set", "prices.host")
    assert (done.returncode, "PATH=VALUE" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("levels", "said"),
    [("twin", "no support level"), (",", "names no support level"), ("lavish", 'no support level "lavish"')],
)
def test_what_is_no_level_is_not_compared(scenario: Path, levels: str, said: str):
    done = ekkyo("compare", scenario, "--levels", levels, "--replicates", 2)
    assert (done.returncode, said in done.stderr, done.stdout) == (2, True, "")


def test_one_level_alone_has_a_report_too(scenario: Path, tmp_path: Path):
    for levels in ("none", "strong"):
        done = ekkyo("compare", scenario, "--levels", levels, "--replicates", 3, "--out", tmp_path / levels)
        assert done.returncode == 0, done.stderr
        assert "<h1>" in (tmp_path / levels / "report.html").read_text(encoding="utf-8")


def test_nothing_is_computed_that_could_not_be_kept(scenario: Path, tmp_path: Path):
    (tmp_path / "taken").write_text("a file, not a directory")
    done = ekkyo("run", scenario, "--replicates", 2, "--out", tmp_path / "taken")
    assert (done.returncode, done.stdout) == (2, "")
    assert str(tmp_path / "taken") in done.stderr


def test_an_interrupted_run_is_kept_and_exits_with_130(run: ek.Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    early = ek.Run(run.scenario, replace(run.lived, interrupted=True, plan=run.lived.plan.times(50)))
    early.save(tmp_path)
    with pytest.raises(typer.Exit) as left:
        deliver(early, tmp_path, as_json=False)
    assert left.value.exit_code == 130
    assert ek.load(tmp_path).replicates == run.replicates
    assert "20 of 50 futures were finished" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "NPV" in capsys.readouterr().out


def test_a_report_can_be_written_again_anywhere(run: ek.Run, tmp_path: Path):
    run.save(tmp_path / "out")
    done = ekkyo("report", tmp_path / "out", "--html", tmp_path / "again.html")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "again.html").read_text(encoding="utf-8") == html(run)


def test_a_doctor_tells_all_versions():
    told = ekkyo("doctor").stdout
    assert all(name in told for name in ("ekkyo", "numpy", "python", "system"))


def test_the_bench_says_what_each_size_takes():
    done = ekkyo("bench", "--employees", 2000, "--employees", 8000, "--weeks", 20, "--threads", 1, "--json")
    small, large = json.loads(done.stdout)
    wanted = {"employees", "weeks", "threads", "silos", "seconds", "employee_weeks_per_second", "ledger_hash"}
    assert wanted | {"bytes_per_employee", "peak_rss_bytes"} <= set(small)
    assert (small["employees"], large["employees"], large["silos"]) == (2000, 8000, 40)
    assert 0 < small["seconds"] < 60
    again = json.loads(ekkyo("bench", "--employees", 8000, "--weeks", 20, "--threads", 2, "--json").stdout)
    assert again[0]["ledger_hash"] == large["ledger_hash"]
    assert again[0]["ledger_hash"] != small["ledger_hash"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_command_line_sets_stands_in_the_title(scenario: Path, language: str):
    done = ekkyo("run", scenario, "--replicates", 4, "--set", "support.events_per_month=4", "--lang", language)
    title = done.stdout.splitlines()[0]
    tongue = Tongue(language)
    assert tongue.called("support.events_per_month") in title and tongue.quantity(4.0, "events / month") in title
    plain = ekkyo("run", scenario, "--replicates", 4, "--seed", 7, "--lang", language).stdout.splitlines()[0]
    assert title.startswith(plain) and title != plain, "another seed is no other plan"


def test_it_says_which_version_it_is():
    assert ekkyo("--version").stdout.split() == ["ekkyo", ek.__version__]
