"""Runs the command line in this process, on a library of its own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newsroom.__main__ import main


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object, library: Path = tmp_path / "library") -> Result:
        try:
            code = main(["--library", str(library), *map(str, words)])
        except SystemExit as stop:
            code = int(stop.code or 0)
        streams = capsys.readouterr()
        return Result(code=code, out=streams.out, err=streams.err)

    return call
