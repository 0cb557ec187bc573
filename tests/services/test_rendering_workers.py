"""Many outputs on all cores: the same bytes, in their order; a dead worker costs nothing."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom.domain.rendering import OutputFile
from newsroom.errors import UserError
from newsroom.services.export_formats import Item, Rendered, find_format, open_writer
from newsroom.services.rendering_workers import LEAST_OUTPUTS, Here, Workers, renderer
from tests.press.samples import context, rich_article

MANY = LEAST_OUTPUTS
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Answers:
    """A writer that does what the slug of its article says, with the process it ran in."""

    home: int

    def __call__(self, items: Sequence[Item]) -> Rendered:
        (item,) = items
        if item.article.slug == "refuse":
            raise UserError("“{name}” was refused.", name="bài")
        if item.article.slug == "die" and os.getpid() != self.home:
            os._exit(3)
        photos = b"".join(source.read()[:4] for source in item.context.photos.values())
        words = f"{item.article.headline} {os.getpid() == self.home} "
        return Rendered(files=(OutputFile(path="", data=words.encode() + photos),))


def item(number: int, slug: str = "") -> tuple[Item, ...]:
    article = rich_article(
        headline=str(number), slug=slug, updated=datetime(2026, 1, 1, tzinfo=UTC)
    )
    return (Item(article=article, context=context()),)


@pytest.fixture(scope="module")
def team():
    with renderer(Answers(os.getpid()), MANY, workers=2) as made:
        yield made


def words(rendered: Rendered) -> str:
    return rendered.files[0].data.decode("latin-1")


def test_outputs_come_from_other_processes_with_their_photos(team):
    results = [team.begin(item(number)) for number in range(4)]
    for number, result in enumerate(results):
        assert words(result()).startswith(f"{number} False ÿØÿ")


def test_an_error_crosses_whole(team):
    with pytest.raises(UserError) as caught:
        team.begin(item(1, "refuse"))()
    assert str(caught.value) == "“bài” was refused."
    assert caught.value.params == {"name": "bài"}


def test_a_dead_worker_costs_nothing():
    with renderer(Answers(os.getpid()), MANY, workers=2) as team:
        results = [team.begin(item(number, "die" if number == 1 else "")) for number in range(5)]
        assert [words(result())[0] for result in results] == list("01234")
        assert words(team.begin(item(9))()).startswith("9 True")


@pytest.mark.parametrize(("outputs", "workers"), [(MANY - 1, 4), (MANY, 1)])
def test_few_outputs_or_one_core_need_no_team(outputs, workers):
    with renderer(Answers(0), outputs, workers=workers) as made:
        assert isinstance(made, Here)
        assert made.ahead == 0


def test_a_pdf_is_the_same_wherever_it_is_made():
    write = open_writer(find_format("pdf"), "newspaper")
    with renderer(write, MANY, workers=2) as team:
        assert isinstance(team, Workers)
        assert isinstance(team.pool, ProcessPoolExecutor)
        there = team.begin(item(1))()
    assert there.files == write(item(1)).files


_PROGRAM = """
import os, sys
from newsroom.services.rendering_workers import renderer

if __name__ == "__main__":
    with renderer(print, 12, workers=2) as team:
        print(team.pool.submit(os.getpid).result(), flush=True)
        sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process there cannot be asked for like this")
def test_workers_of_a_program_that_was_killed_end(tmp_path):
    script = tmp_path / "program.py"
    script.write_text(_PROGRAM, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(script)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as program:
        assert program.stdout is not None
        worker = int(program.stdout.readline())
        program.kill()
        try:  # the workers hold the stream too: its end comes with theirs
            assert program.communicate(timeout=20) == (b"", None)
        except subprocess.TimeoutExpired:
            os.kill(worker, signal.SIGKILL)
            raise
