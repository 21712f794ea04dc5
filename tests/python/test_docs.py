"""Pages say what is: their generated parts, their commands, the parameters they name."""

import re
import runpy
from pathlib import Path
from typing import Any

import ekkyo as ek
import pytest
import typer
from ekkyo.cli import app
from ekkyo.tables import rows

ROOT = Path(__file__).parents[2]
FILL: dict[str, Any] = runpy.run_path(str(ROOT / "docs/fill.py"))
PAGES = [
    "README.md",
    "README.ja.md",
    "docs/README.md",
    "docs/model.md",
    "scenarios/README.md",
    "engine/README.md",
    "CONTRIBUTING.md",
]
PAGES += [
    "docs/start.md",
    *(f"docs/for-{who}.md" for who in ("community-managers", "executives", "analysts", "engineers")),
    *(f"docs/ja/for-{who}.md" for who in ("community-managers", "executives")),
]


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILL["PAGES"])
def test_the_generated_parts_of_a_page_are_as_they_would_be_written_today(name: str):
    """The README's are a whole demo: 200 replicates of four levels at 2,000 people."""
    text = page(name)
    assert re.search(r"<!-- /\w+ -->", text)
    assert FILL["filled"](text) == text, "run ./dev docs"


@pytest.mark.parametrize("name", PAGES)
def test_every_command_on_a_page_can_be_given(name: str):
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    for command, rest in re.findall(r"(?:^ +|\$ |`)(?:\.venv/bin/)?ekkyo (\w+)(.*)", page(name), flags=re.MULTILINE):
        assert command in commands, command
        options = {text for option in commands[command].params for text in option.opts}
        assert set(re.findall(r"--[\w-]+", rest.split("`")[0])) <= options, (command, rest)


@pytest.mark.parametrize("name", PAGES)
def test_every_word_for_dev_on_a_page_is_one(name: str):
    known = set(re.findall(r"^(\w+)\(\) \{", page("dev"), flags=re.MULTILINE)) | {"test"}
    assert set(re.findall(r"\./dev (\w+)", page(name))) <= known


@pytest.mark.parametrize("name", PAGES)
def test_every_parameter_set_on_a_page_exists(name: str):
    for path in re.findall(r"--set ([a-z_]+\.[a-z_0-9]+)=", page(name)):
        assert path in {*rows(), *ek.team_parameters()["name"]}, path
    for block in re.findall(r"```toml\n(.*?)```", page(name), flags=re.DOTALL):
        assert {f"{s}.{n}" for s, n in settings_in(block)} - {"change.week"} <= set(rows())


def settings_in(toml: str) -> list[tuple[str, str]]:
    """Section and name of every line of a scenario."""
    section, found = "", []
    for line in toml.splitlines():
        if heading := re.match(r"\[+(\w+)\]+", line):
            section = heading[1]
        elif name := re.match(r"(?:(\w+)\.)?(\w+) *=", line):
            found.append((name[1] or section, name[2]))
    return found


def test_the_model_page_names_every_world_of_a_run(run: ek.Run):
    text = page("docs/model.md")
    assert all(f"`{world}`" in text or f"the {world}" in text for world in run.worlds)


def test_the_first_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (code,) = re.findall(r"```python\n(.*?)```", page("README.md"), flags=re.DOTALL)
    monkeypatch.chdir(ROOT)
    exec(code.replace("replicates=200", "replicates=3").replace('"strong"}', '"strong", "run.weeks": 60}'), {})
