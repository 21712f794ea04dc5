"""The reference page and the schema say what the tables say, and no more."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import ekkyo as ek
import jsonschema
import pytest
from ekkyo import _engine, reference
from ekkyo.schema import json_schema
from ekkyo.tables import rows

ROOT = Path(__file__).parents[2]
SCHEMA = json_schema()


def test_the_reference_page_is_the_one_the_tables_give():
    page = (ROOT / "docs/reference.md").read_text(encoding="utf-8")
    assert reference.markdown() == page, "run ./dev docs"


@pytest.mark.parametrize("command", ["reference", "schema"])
def test_a_command_prints_each(command: str):
    words = [sys.executable, "-m", "ekkyo.cli", command]
    told = subprocess.run(words, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    if command == "reference":
        assert told == reference.markdown()
    else:
        assert json.loads(told) == json.loads(json.dumps(SCHEMA, allow_nan=False))


def test_every_row_of_every_table_is_on_the_page():
    page = reference.markdown()
    for row in [*ek.parameters().to_dict("records"), *_engine.columns, *_engine.money_lines, *_engine.tasks]:
        assert f"| `{row['name'].split('.')[-1]}` |" in page
    for item in _engine.matrix:
        assert f"| {item['code']} | {item['cell']} | {item['text']} |" in page


def test_every_table_of_the_page_is_square():
    widths = []
    for line in reference.markdown().splitlines():
        if not line.startswith("|"):
            widths = []
            continue
        widths.append(line.replace("\\|", "").count("|"))
        assert len(set(widths)) == 1, line


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert {"run", "company", "support", "joining", "prices", "silo", "change"} <= set(SCHEMA["properties"])


@pytest.mark.parametrize("path", sorted((ROOT / "scenarios").rglob("*.toml")), ids=lambda path: path.stem)
def test_what_comes_with_ekkyo_is_as_the_schema_says(path: Path):
    jsonschema.validate(tomllib.loads(path.read_text(encoding="utf-8")), SCHEMA)


def test_every_default_is_as_the_schema_says():
    bounded = [row for row in rows().values() if row["section"] != "silo" and row["default"] != float("inf")]
    scenario: dict[str, dict[str, object]] = {}
    for row in bounded:
        scenario.setdefault(row["section"], {})[row["name"]] = row["default"]
    jsonschema.validate(scenario, SCHEMA)


GOOD = [
    "joining.discovery = 0.5",
    "joining.discovery = { low = 0.1, base = 0.5, high = 1 }",
    "[[change]]\nweek = 3\njoining.discovery = 1",
]
BAD = [
    "joining.discovry = 0.5",
    "joining.discovery = 'often'",
    "joining.discovery = -1",
    "joining.discovery = { low = 0.1, high = 1 }",
    "company.employees = 1.5",
    "company.employees = { low = 1, base = 2, high = 3 }",
    "[[change]]\nweek = 3\ncompany.employees = 3",
    "[[change]]\nsupport.level = 'none'",
]


@pytest.mark.parametrize("text", GOOD)
def test_the_schema_takes_what_the_engine_takes(text: str):
    jsonschema.validate(tomllib.loads(text), SCHEMA)
    ek.Scenario.from_toml(text)


@pytest.mark.parametrize("text", BAD)
def test_the_schema_refuses_what_the_engine_refuses(text: str):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(text), SCHEMA)
    with pytest.raises(ek.ScenarioError):
        ek.Scenario.from_toml(text)
