"""What people see: the report explains itself, and a figure shows what its frame says."""

import re
from html.parser import HTMLParser

import numpy as np
import pytest

import ekkyo as ek
from ekkyo import figures
from ekkyo.report import html


class Outline(HTMLParser):
    """What a browser would fetch, and the headings."""

    def __init__(self):
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.fetched += [v for k, v in attrs if k in ("src", "href") and v and not v.startswith("#")]


SCENARIO = 'name = "Small"\n[run]\nweeks = 80\n[company]\nemployees = 200\n[support]\nlevel = "strong"\n'


@pytest.fixture(scope="module")
def run() -> ek.Run:
    return ek.simulate(ek.Scenario.from_toml(SCENARIO), replicates=12, progress=False)


@pytest.fixture(scope="module")
def study() -> ek.Study:
    return ek.compare(ek.Scenario.from_toml(SCENARIO), replicates=12, progress=False)


@pytest.mark.parametrize("kind", ["run", "study"])
def test_a_report_stands_alone(kind: str, request: pytest.FixtureRequest):
    page = html(request.getfixturevalue(kind))
    seen = Outline()
    seen.feed(page)
    assert not seen.fetched
    assert "script" not in seen.tags
    assert seen.tags.count("h1") == 1
    assert seen.tags.count("figure") == seen.tags.count("figcaption") >= 2
    assert not re.search(r"\bnan\b", page)


def test_a_report_has_all_items_of_the_matrix_and_names_its_baselines(run: ek.Run):
    page = html(run)
    for item in run.statement().matrix()["code"]:
        assert f"<td>{item}</td>" in page
    for baseline in ("(none)", "(twin)", "(stopped)"):
        assert baseline in page
    assert "innovation switched off" in page


def test_no_number_for_reading_has_three_digits(run: ek.Run):
    cells = re.findall(r"<td>(−?[\d.,]+)(?: [kM]| bn)</td>", html(run))
    assert len(cells) > 20
    for cell in cells:
        assert len(re.sub(r"[^\d]", "", cell).lstrip("0").rstrip("0")) <= 2, cell


def test_every_figure_says_what_it_shows(run: ek.Run):
    page = html(run)
    labels = re.findall(r'role="img" aria-label="([^"]+)"', page)
    assert all(re.search(r"\d", label) and "strong" in label for label in labels)
    assert page.count("The numbers behind this figure") == len(labels)


def test_the_last_point_of_the_curves_is_the_statement(run: ek.Run):
    data = figures.curves_data(run)
    for ledger in ("cash", "full"):
        book = getattr(run.statement()["none"], ledger)
        for side in ("cost", "value"):
            line = data[(data["ledger"] == ledger) & (data["side"] == side)]
            assert line["mean"].iloc[-1] == pytest.approx(getattr(book, side).mean)
            assert line["p95"].iloc[-1] == pytest.approx(getattr(book, side).p95)


def test_the_matrix_figure_adds_up_to_the_full_value(study: ek.Study):
    data = figures.matrix_data(study)
    for level, part in data.groupby("level"):
        assert part["mean"].dropna().sum() == pytest.approx(study.statement(str(level))["none"].full.value.mean)


def test_money_that_is_back_stays_back(study: ek.Study):
    for _, part in figures.payback_data(study).groupby(["level", "ledger"]):
        assert np.all(np.diff(part["share"]) >= 0)


@pytest.mark.parametrize("draw", ["curves", "investment", "payback", "matrix"])
def test_every_figure_can_be_drawn(study: ek.Study, run: ek.Run, draw: str):
    for result in (study, run):
        assert getattr(result.plot, draw)()._repr_png_().startswith(b"\x89PNG")
