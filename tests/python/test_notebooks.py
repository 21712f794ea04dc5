"""Notebooks run from top to bottom, and stay readable."""

import json
from pathlib import Path

import nbformat
import pytest
from ekkyo.pictures import PICTURES
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": path.parent}}).execute()
    shown = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert sum("image/png" in output.get("data", {}) for output in shown) >= 2


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_stored_without_output_in_short_cells(path: Path):
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        assert cell["cell_type"] != "code" or (not cell["outputs"] and "def " not in source)
        assert source.count("\n") < 10


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_can_be_found(path: Path):
    root = path.parents[1]
    assert f"](notebooks/{path.name})" in (root / "README.md").read_text(encoding="utf-8")
    assert f"](../notebooks/{path.name})" in (root / "docs/README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("picture", PICTURES)
def test_each_of_the_four_pictures_is_in_a_notebook(picture: str):
    assert any(f".plot.{picture}(" in path.read_text(encoding="utf-8") for path in NOTEBOOKS)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_uses_what_is_for_everybody(path: Path):
    assert "from ekkyo" not in path.read_text(encoding="utf-8")
