"""The notebooks run from top to bottom and show what their words promise."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "notebooks"
SHOWN = {
    "find-a-dualism": ("Chief of the National Police (Kapolri)", "<iframe title="),
    "analyse-with-pandas": ("UU 21/2007", "resolved"),
}


def outputs(path: Path) -> str:
    """All that a notebook shows when it is run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import nbformat
        from nbclient import NotebookClient

        notebook = nbformat.read(path, as_version=4)
        NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    pieces = [
        output.get("text") or "".join(output.get("data", {}).values())
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    ]
    return "\n".join(pieces)


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_a_notebook_runs_and_shows_what_it_tells(name: str) -> None:
    shown = outputs(FOLDER / f"{name}.ipynb")
    assert [text for text in SHOWN[name] if text not in shown] == []


def test_every_notebook_is_run_and_kept_without_outputs() -> None:
    paths = sorted(FOLDER.glob("*.ipynb"))
    assert [path.stem for path in paths] == sorted(SHOWN)
    assert [path for path in paths if '"output_type"' in path.read_text("utf-8")] == []
