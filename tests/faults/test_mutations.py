"""What `make mutations` would break is still where it looks for it."""

import shutil
from pathlib import Path

import pytest

from tests.faults.mutations import MUTATIONS, ROOT, Mutation


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_still_finds_what_it_breaks(mutation: Mutation, tmp_path: Path) -> None:
    for edit in mutation.edits:
        target = tmp_path / edit.file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / edit.file, target)
        edit.apply(tmp_path)
        compile(target.read_text(encoding="utf-8"), edit.file, "exec")
    assert all((ROOT / test).exists() for test in mutation.tests)
