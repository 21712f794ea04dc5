"""Whatever is said in English is said in Japanese: statements, tables, figures and reports."""

import re
import subprocess
import sys
import warnings
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter
from typing import Any

import ekkyo as ek
import pytest
from ekkyo import _engine, lettering
from ekkyo.breakeven import text as break_even_text
from ekkyo.faults import explained
from ekkyo.faults import told as fault_in
from ekkyo.itemizing import indicators_text
from ekkyo.ladder import rungs
from ekkyo.lines import width
from ekkyo.printing import together
from ekkyo.report import html, write_pdf
from ekkyo.seeing import SEEN
from ekkyo.tables import rows
from ekkyo.tongue import CURRENCY, Tongue
from ekkyo.words import LANGUAGES, words

ROOT = Path(__file__).parents[2]
SCENARIO = 'name = "小さな会社"\n[run]\nweeks = 80\n[company]\nemployees = 200\n[support]\nlevel = "strong"\n'

#: what stays as it is in any language: names of levels, worlds, currencies and measures
NAMES = {
    "NPV",
    "ROI",
    "JPY",
    "ISO",
    "CUSUM",
    "AI",
    "KPI",
    "ekkyo",
    "none",
    "twin",
    "stopped",
    "grassroots",
    "standard",
    "strong",
}
#: parts of the catalogue that another language has and English needs not
OWN = ("gloss", "parameter", "quantity", "scenario_name", "pattern")
OTHERS = [language for language in LANGUAGES if language != "en"]


@pytest.fixture(scope="module")
def run() -> ek.Run:
    return ek.simulate(ek.Scenario.from_toml(SCENARIO), replicates=12, progress=False)


@pytest.fixture(scope="module")
def study() -> ek.Study:
    asked: dict[str, Any] = {"precision": "P(best) >= 0.95", "limit": 24}
    scenario = ek.Scenario.from_toml(SCENARIO)
    return ek.compare(scenario, replicates=12, progress=False, sponsored=True, **asked)


@pytest.fixture
def without_warnings() -> Iterator[None]:
    if lettering.fonts("ja") == ("sans-serif",):
        pytest.skip("no Japanese font is installed (apt install fonts-noto-cjk)")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def entries(part: dict[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in part.items():
        if isinstance(value, dict):
            yield from entries(value, f"{path}{name}.")
        else:
            yield path + name, value


def said_by(language: str) -> dict[str, Any]:
    return {path: value for path, value in entries(words(language)) if path.split(".")[0] not in OWN}


#: what a page holds and nobody reads as a sentence
UNREAD = {"code", "pre", "style", "metadata"}


class Text(HTMLParser):
    """What a reader reads: text outside code, drawings' styles, paths and sources."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.within: list[str] = []
        self.columns: list[str] = []
        self.cell = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("aria-label", "title", "alt") and value]
        if tag in (*UNREAD, "thead"):
            self.within.append(tag)
        if tag == "thead":
            self.columns = []
        elif tag == "tr":
            self.cell = -1
        if tag in ("th", "td"):
            self.cell += 1

    def handle_endtag(self, tag: str) -> None:
        if self.within and self.within[-1] == tag:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        if "thead" in self.within:
            self.columns.append(data) if data.strip() else None
        is_source = "thead" not in self.within and self.cell == len(self.columns) - 1 and "出典" in self.columns[-1:][0]
        if data.strip() and not UNREAD & set(self.within) and not is_source:
            self.found.append(data)


def latin(text: str) -> set[str]:
    """Words in Latin letters that are no names, paths or numbers with their unit."""
    plain = re.sub(r"[a-z_]+\.[a-z_]+|\b[OP]\d+\b|\b[ABC]\b|\b\d+[A-Za-z]?\b", "", text)
    return {word for word in re.findall(r"[A-Za-z]{2,}", plain) if word not in NAMES}


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_says_all_that_english_says(language: str):
    english, other = said_by("en"), said_by(language)
    assert set(english) == set(other)
    for path, value in english.items():
        assert type(other[path]) is type(value), path
        if path.endswith("columns"):
            assert len(other[path]) == len(value), path


def test_every_scenario_that_comes_with_ekkyo_has_a_japanese_name():
    names = {ek.Scenario.load(path).name for path in (ROOT / "scenarios").glob("*.toml")}
    assert names == set(words("ja")["scenario_name"])
    assert all(Tongue("en").named(name) == name for name in names)


#: what is not said in Japanese, for another word is said throughout: the middle, a replicate, from … to
OTHERWISE = re.compile(r"真ん中|反復|将来|\d+通り|\S *…(?!」?$)|\d ?– ?\d|[}%] ?[–…]")


def test_one_thing_has_one_name_in_japanese(run: ek.Run, study: ek.Study):
    told = {path: text for path, value in entries(words("ja")) for text in told_in(value)}
    assert len(told) > 700
    assert not {path: text for path, text in told.items() if OTHERWISE.search(text)}
    for page in (
        "README.ja.md",
        "docs/ja/for-executives.md",
        "docs/ja/for-community-managers.md",
        *(f"notebooks/{path.name}" for path in (ROOT / "notebooks").glob("ja-*")),
    ):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert not re.findall("真ん中|反復|将来|5–95", text), page
    for result in (run, study):
        seen = Text()
        seen.feed(html(result, "ja"))
        assert not {text for text in (*seen.found, *result.text("ja").splitlines()) if OTHERWISE.search(text)}


def told_in(value: Any) -> Iterator[str]:
    """All texts of an entry: itself, or those of its list."""
    if isinstance(value, list):
        for one in value:
            yield from told_in(one)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("language", OTHERS)
def test_each_sentence_tells_the_same_numbers(language: str):
    def fields(pattern: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(pattern) if name}

    other = said_by(language)
    for path, value in said_by("en").items():
        # a currency has a word of its own; another name is not needed where it is the name, nor that of a command
        if isinstance(value, str) and path not in ("money.JPY.alone", "matrix.beside", "baseline.named"):
            assert fields(value) == fields(other[path]), path


def test_what_the_tables_say_in_english_only_is_in_the_japanese_words():
    gloss, tongue = words("ja")["gloss"], Tongue("ja")
    assert {item[told] for item in _engine.matrix for told in ("cell", "treatment", "against")} <= set(gloss)
    assert not [path for path in rows() if latin(tongue.meaning(path))]
    for table in (_engine.columns, _engine.money_lines, _engine.matrix):
        assert not [row["text"] for row in table if latin(tongue.label(row))]


def test_what_a_number_rests_on_is_said_in_japanese():
    tongue = Tongue("ja")
    for row in (*rows().values(), *_engine.tasks):
        assert not row["source"] or re.search("[\u3040-\u9fff]", tongue.sourced(row["source"])), row["source"]


def test_no_unit_is_without_japanese():
    tables = (rows().values(), _engine.columns, _engine.money_lines, _engine.tasks)
    units = {CURRENCY.sub("currency", row["unit"]) for table in tables for row in table}
    assert not {unit for unit in units if latin(unit)} - set(words("ja")["gloss"])
    assert not {unit for unit in units - {"drawn | recorded"} if latin(Tongue("ja").quantity(2, unit))}


#: settings that the engine refuses, each for another reason
REFUSED = [
    ({"run.today": 99}, "最後の週より後"),
    ({"run.start": "2026-04"}, "日付ではありません"),
    ({"prices.currency": "円"}, "通貨コード"),
    ({"company.turnover": "推定"}, "どちらか"),
    ({"company.turnover": "recorded"}, "人事データがあるときだけ"),
    ({"company.people": "名簿"}, "ファイル"),
    ({"joining.interested": 350}, "範囲外"),
    ({"bonding.circle": 2.5}, "整数"),
    ({"company.employees": 1e15}, "メモリー"),
    ({"prices.event": float("inf")}, "有限の数値"),
    ({"joining.interested": {"low": 60, "base": 35, "high": 80}}, "小さい順"),
]


@pytest.mark.parametrize(("values", "why"), REFUSED, ids=lambda x: next(iter(x)) if isinstance(x, dict) else "")
def test_what_the_engine_refuses_is_said_in_japanese(values: dict[str, Any], why: str):
    with pytest.raises(ek.ScenarioError) as refused:
        ek.Scenario.from_toml(SCENARIO).replace(values)
    told = explained(refused.value, "ja")
    assert why in told and not latin(told) - {"drawn", "recorded", "EUR", "low", "base", "high", "inf", "GB", "PB"}, (
        told
    )


def test_every_fault_is_recognised_by_what_english_says():
    for name, template in words()["fault"].items():
        facts = {field: f"<{field}>" for _, field, _, _ in Formatter().parse(template) if field}
        assert fault_in(template.format(**facts), "ja") == words("ja")["fault"][name].format(**facts)


def test_a_unit_nobody_has_translated_is_shown_as_it_is():
    assert Tongue("ja").gloss("songs / choir and week") == "songs / choir and week"


def test_a_language_that_there_is_not_is_named():
    with pytest.raises(ek.RequestError, match="language fr: there are en, ja"):
        words("fr")


@pytest.mark.parametrize("kind", ["run", "study"])
def test_a_japanese_report_has_no_english_left(kind: str, request: pytest.FixtureRequest):
    page = html(request.getfixturevalue(kind), "ja")
    assert '<html lang="ja">' in page and not re.search(r"\bnan\b", page)
    seen = Text()
    seen.feed(page)
    assert len(seen.found) > 300
    assert not {text: latin(text) for text in seen.found if latin(text)}


def test_the_ladder_says_in_japanese_where_its_constants_are_from():
    sources = {part for rung in SEEN for part in rung.sources}
    assert sources <= set(words("ja")["gloss"]) and len(sources) > 5
    for *_, source in rungs("ja"):
        assert not source or re.search("[\u3040-\u9fff]", source)


def test_a_japanese_report_names_what_it_is_held_against_in_japanese(study: ek.Study):
    seen = Text()
    seen.feed(html(study, "ja"))
    assert not [text for text in seen.found if re.search(r"\((?:none|twin|stopped|unchanged)\)", text)]


def test_a_japanese_statement_has_no_english_left(run: ek.Run, study: ek.Study):
    told = [
        run.text("ja"),
        study.text("ja"),
        *(study.statement(x).text("ja") for x in study.levels),
    ]
    told.append(break_even_text(ek.break_even(study, "prices.improvement"), "ja"))
    for text in told:
        assert not latin(text)
        assert max(width(line) for line in text.splitlines()) <= 124


def test_yen_are_told_in_ten_thousands_and_hundred_millions():
    yen, dollars = Tongue("ja", "JPY"), Tongue("ja", "USD")
    assert [yen.money(x) for x in (-17_234_000, 1.23e8, 4_499, 0, 2.5e12)] == [
        "−1,700万円",
        "1.2億円",
        "4,500円",
        "0円",
        "2.5兆円",
    ]
    assert [dollars.money(x) for x in (-17_234_000, 1.23e9)] == [ek.say(-17_234_000), ek.say(1.23e9)]
    assert ek.say(1e6, "JPY", "ja") == "100万円" and ek.say(1e6, "USD", "ja") == ek.say(1e6, "USD") == "1.0 M USD"
    assert ek.say_weeks(30, "ja") == "30週" and ek.say_weeks(float("inf"), "ja") == "未達"


def test_a_report_in_japanese_has_the_numbers_of_the_english_one(run: ek.Run):
    npv = run.statement()["none"].full.npv
    for language in LANGUAGES:
        assert together(Tongue(language, "JPY").spread(npv)) in html(run, language)


@pytest.fixture(scope="module")
def answer() -> ek.TeamOrCommunity:
    return ek.team_or_community(tasks=200, draws=20)


def test_a_japanese_answer_for_tasks_has_no_english_left(answer: ek.TeamOrCommunity):
    for settings in ({}, {"tasks.ties": 17, "tasks.expertise": 30}, {"tasks.released": 100}):
        told = ek.team_or_community(settings, tasks=200, draws=20).text("ja")
        assert not latin(told)
        assert max(width(line) for line in told.splitlines()) <= 100
    assert str(answer) == answer.text("en") != answer.text("ja")


@pytest.mark.usefixtures("without_warnings")
@pytest.mark.parametrize("draw", ["crossover", "portfolio", "time"])
def test_no_letter_of_a_japanese_figure_of_tasks_is_missing(answer: ek.TeamOrCommunity, draw: str):
    figure = getattr(answer.plot, draw)(language="ja")
    assert figure._repr_png_().startswith(b"\x89PNG")
    assert not {word for text in figure.findobj(lambda x: hasattr(x, "get_text")) for word in latin(text.get_text())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_indicators_say_what_they_count(run: ek.Run, language: str):
    statement = run.statement()
    told, tongue = indicators_text(statement, Tongue(language, "JPY")), Tongue(language, "JPY")
    found = statement.indicators()
    assert tongue.number(found["posts"]["more"].mean) in told
    assert tongue.money(found["certificates"]["cost_of_one"].mean) in told
    assert together(told) in html(run, language)
    recorded = words(language)["indicators"]["replayed"]
    assert recorded not in told


FIGURES = ["curves", "investment", "chances", "payback", "matrix", "ladder", "waterfall", "difference", "acceptability"]
FIGURES += ["one_year", "minutes_and_ideas", "indices"]


@pytest.mark.usefixtures("without_warnings")
@pytest.mark.parametrize("draw", FIGURES)
def test_no_letter_of_a_japanese_figure_is_missing(study: ek.Study, draw: str):
    """Matplotlib warns of each letter that its font lacks."""
    figure = getattr(study.plot, draw)(language="ja")
    assert figure._repr_png_().startswith(b"\x89PNG")
    told = [text.get_text() for text in figure.findobj(lambda x: hasattr(x, "get_text"))]
    assert any(re.search(r"[\u3040-\u9fff]", text) for text in told)
    assert not {word for text in told for word in latin(text)}


@pytest.mark.usefixtures("without_warnings")
def test_what_is_believed_is_drawn_in_japanese(study: ek.Study):
    for figure in (
        ek.plot_parameter("joining.discovery", language="ja"),
        study.plot.break_even("prices.hour_price", language="ja"),
        study.plot.what_must_be_true("prices.hour_price", "prices.improvement", language="ja"),
    ):
        assert figure._repr_png_().startswith(b"\x89PNG")


def test_where_no_japanese_font_is_that_is_said_once(run: ek.Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lettering, "installed", lambda names: [])
    lettering.fonts.cache_clear()
    with pytest.warns(UserWarning, match="fonts-noto-cjk") as told:
        page = html(run, "ja")
    assert len([w for w in told if "fonts-noto-cjk" in str(w.message)]) == 1
    lettering.fonts.cache_clear()
    # a browser has the letters, and a font of its own for them
    assert re.search(r"<text[^>]*sans-serif[^>]*>[^<]*現金", page)


def test_a_pdf_is_tagged_and_names_its_language(run: ek.Run, tmp_path: Path):
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        pytest.skip(f"WeasyPrint cannot be used here: {error}")
    write_pdf(run, tmp_path / "report.pdf", "ja")
    found = (tmp_path / "report.pdf").read_bytes()
    streams = re.findall(rb"(?<!end)stream\r?\n(.*?)\r?\nendstream", found, flags=re.DOTALL)
    plain = b"".join(zlib.decompressobj().decompress(stream) if stream[:1] == b"x" else stream for stream in streams)
    assert found.startswith(b"%PDF-") and b"/MarkInfo" in plain + found
    assert b"pdfuaid" in plain and re.search(rb"/Lang ?\(ja\)", plain + found)


def test_what_is_missing_for_a_pdf_is_named(run: ek.Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(ek.RequestError, match="-m pip install weasyprint"):
        write_pdf(run, tmp_path / "report.pdf")
    assert not list(tmp_path.iterdir())


def test_the_command_line_speaks_the_language_that_is_asked_for(run: ek.Run, tmp_path: Path):
    def ekkyo(*told: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ekkyo.cli", *map(str, told)]
        return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)

    run.save(tmp_path / "saved")
    page = tmp_path / "page.html"
    done = ekkyo("report", tmp_path / "saved", "--lang", "ja", "--html", page)
    assert done.returncode == 0, done.stderr
    assert page.read_text(encoding="utf-8") == html(run, "ja")
    assert not list((tmp_path / "saved").glob("report*.html"))
    assert ekkyo("report", tmp_path / "saved", "--lang", "ja").returncode == 0
    # the English report keeps its place
    assert [path.name for path in (tmp_path / "saved").glob("report*.html")] == ["report.ja.html"]
    (tmp_path / "small.toml").write_text(SCENARIO, encoding="utf-8")
    told = ekkyo("run", tmp_path / "small.toml", "--replicates", 2, "--lang", "ja")
    assert "現金ベース" in told.stdout and "cash ledger" not in told.stdout
    refused = ekkyo("report", tmp_path / "saved", "--lang", "fr")
    assert refused.returncode == 2 and "there are en, ja" in refused.stderr


def test_a_study_from_today_has_a_report_in_each_language():
    scenario = ek.Scenario.from_toml(SCENARIO + '[prices]\ncurrency = "USD"\n')
    half = {"half": {"support.host_fte": 0.5}, "level": {}}
    study = ek.compare(scenario, half, replicates=4, progress=False, from_today=True, baselines=["stopped"])
    for language in LANGUAGES:
        assert Tongue(language).against("stopped") in html(study, language) and "円" not in study.sentence(language)
