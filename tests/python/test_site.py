"""The site: every page is reached, every link leads to a page and a heading, every refusal is what it was."""

import importlib.util
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import ekkyo as ek
import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
ERRORS: dict[str, Any] = runpy.run_path(str(DOCS / "errors.py"))
MISTAKES: list[dict[str, Any]] = ERRORS["MISTAKES"]
MISSING = [name for name in ("sphinx", "myst_nb", "furo") if importlib.util.find_spec(name) is None]


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def in_toctrees() -> set[Path]:
    listed = re.findall(r"```\{toctree\}\n(.*?)```", page("index.md"), flags=re.DOTALL)
    names = [line for block in listed for line in block.splitlines() if line and not line.startswith(":")]
    return {(DOCS / re.sub(r".*<(.*)>", r"\1", name)).resolve() for name in names}


@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (the extra `docs`)")
def test_the_site_builds_without_a_warning(tmp_path: Path):
    """Notebooks are shown and not lived here: test_notebooks does that."""
    words = ["-q", "-W", "--keep-going", "-b", "html", "-c", "docs", "-D", "nb_execution_mode=off", "-d"]
    command = [sys.executable, "-m", "sphinx", *words, str(tmp_path / "trees"), ".", str(tmp_path / "site")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    html = [path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")]
    fetched = re.compile(
        r"""<(?:script|img|iframe)[^>]+src=["'](?:https?:)?//|<link[^>]+stylesheet[^>]+href=["']https?://"""
    )
    assert len(html) > len(in_toctrees())
    assert not [found for text in html for found in fetched.findall(text)], "a reader would have to fetch something"


def test_every_page_and_notebook_is_in_a_toctree():
    pages = {path.with_suffix("") for path in (*DOCS.rglob("*.md"), *(ROOT / "notebooks").glob("*.ipynb"))}
    assert pages - {DOCS / "index", DOCS / "README"} <= in_toctrees()
    assert all(path.with_suffix(suffix).exists() for path in in_toctrees() for suffix in [suffix_of(path)])


def suffix_of(path: Path) -> str:
    return ".ipynb" if path.parent == ROOT / "notebooks" else ".md"


def test_every_public_name_is_on_the_python_page():
    shown = set(re.findall(r"^\.\. auto\w+:: (\w+)", page("api.md"), flags=re.MULTILINE))
    assert shown == set(ek.__all__) - {"__version__"}


@pytest.mark.parametrize("name", [str(path.relative_to(DOCS)) for path in sorted(DOCS.rglob("*.md"))])
def test_every_link_of_a_page_leads_to_a_heading(name: str):
    for target, _, heading in (t.partition("#") for t in re.findall(r"\]\(([^)\s:]*)\)", page(name))):
        path = ((DOCS / name).parent / target).resolve() if target else DOCS / name
        assert path.exists(), target
        assert not heading or heading in headings(path.read_text(encoding="utf-8")), f"{target}#{heading}"


def headings(text: str) -> set[str]:
    """The anchors of a page, as GitHub and the site make them."""
    found = re.findall(r"^#+ (.*)", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake["name"] for mistake in MISTAKES])
def test_a_mistake_is_answered_as_the_catalogue_says(mistake: dict[str, Any]):
    assert "\n".join(ERRORS["entry"](mistake)) in page("errors.md"), "run ./dev docs"


def test_the_catalogue_has_nothing_else_and_every_mistake_once():
    names = [mistake["name"] for mistake in MISTAKES]
    assert re.findall(r"^### (.*)", page("errors.md"), flags=re.MULTILINE) == names
    assert len(set(names)) == len(names)


def test_halving_in_the_panel_is_halving_in_the_scenario_and_on_the_way():
    """What docs/start.md does in three ways, in a smaller company."""
    pytest.importorskip("plotly")
    toml = 'company.employees = 200\nrun.weeks = 120\nsupport.level = "standard"\n'
    (change,) = re.findall(r"```toml\n(.*?)```", page("start.md"), flags=re.DOTALL)
    before, after = (ek.whatif(ek.Scenario.from_toml(toml + more), replicates=16) for more in ("", change))
    assert before.wait(60) and after.wait(60)
    assert before.answer is not None and after.answer is not None
    panel = after.answer.less(before.answer).mean
    kept = ek.Scenario.from_toml(toml).later(104, {"support.host_fte_per_1000": 0.2})
    run = ek.simulate(kept, 16, progress=False).fork(52, {"support.host_fte_per_1000": 0.1}, progress=False)
    forked = run.statement(baseline="unchanged")["unchanged"].full.npv.mean
    assert panel == pytest.approx(forked) and panel != 0
