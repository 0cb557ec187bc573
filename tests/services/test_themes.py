"""The site's looks: listed with their mistakes, copied to start from, used everywhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.domain.article import ArticleText
from newsroom.errors import NotFoundError, UserError
from newsroom.formats.html.theme import load_theme, theme_of
from newsroom.services.articles import create_article
from newsroom.services.desk import Desk
from newsroom.services.exporting import export_articles
from newsroom.services.rendering import context_for
from newsroom.services.settings import read_paper, save_paper
from newsroom.services.themes import copy_theme, list_themes
from tests.fakes.desk import make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return replace(make_desk(), themes=tmp_path / "themes")


def own(desk: Desk, name: str, toml: str) -> Path:
    assert desk.themes is not None
    folder = desk.themes / name
    folder.mkdir(parents=True)
    (folder / "theme.toml").write_text(toml, "utf-8")
    return folder


def test_own_themes_stand_behind_the_shipped_ones(desk: Desk) -> None:
    assert [one.name for one in list_themes(desk=desk)] == ["paper", "modern"]
    folder = own(desk, "tet", 'base = "paper"\nlabel = "Tết"\n')
    own(desk, "hong", 'base = "paper"\n[colours]\npage = "trắng"\n')
    own(desk, "Tên Sai", "")
    paper, _, broken, tet = list_themes(desk=desk)
    assert (paper.folder, tet.label, tet.folder, tet.problem) == (None, "Tết", folder, None)
    assert (broken.label, broken.name) == ("hong", "hong")
    assert "theme.toml, line 3: " in str(broken.problem)


def test_a_copy_looks_the_same_and_is_the_persons_own(desk: Desk) -> None:
    made = copy_theme(desk=desk, name="modern", label='  Báo "Tết"\n 2027 ')
    assert (made.name, made.label) == ("bao-tet-2027", 'Báo "Tết" 2027')
    theme, source = load_theme(made.name, own=desk.themes), load_theme("modern")
    assert theme.label == made.label
    assert (theme.style, theme.colours, theme.dark, theme.roles, theme.chrome) == (
        source.style, source.colours, source.dark, source.roles, source.chrome,
    )  # fmt: skip
    assert made.folder is not None
    assert {"page.html", "masthead.html", "article.html", "style.css"} <= {
        path.name for path in made.folder.iterdir()
    }
    assert "today" in (made.folder / "masthead.html").read_text("utf-8").splitlines()[1]


def test_copies_do_not_meet(desk: Desk) -> None:
    names = [copy_theme(desk=desk, name="paper", label=label).name for label in ("Tết", "tết!")]
    assert names == ["tet", "tet-2"]
    assert copy_theme(desk=desk, name="tet", label="Paper").name == "paper-2"
    assert copy_theme(desk=desk, name="paper", label="春").name == "theme"


def test_what_cannot_be_copied_is_told(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        copy_theme(desk=desk, name="khong-co", label="X")
    with pytest.raises(UserError, match="needs a name"):
        copy_theme(desk=desk, name="paper", label=" ")
    own(desk, "hong", "x = ?\ny = 1\n")
    with pytest.raises(UserError, match="line 1"):
        copy_theme(desk=desk, name="hong", label="X")
    with pytest.raises(UserError, match="no folder"):
        copy_theme(desk=make_desk(), name="paper", label="X")


def test_the_paper_can_wear_its_own_theme(desk: Desk) -> None:
    made = copy_theme(desk=desk, name="paper", label="Tết")
    settings = replace(read_paper(desk=desk), site_theme=made.name)
    save_paper(desk=desk, settings=settings)
    article = create_article(desk=desk, text=ArticleText(headline="Bài")).value
    assert theme_of(context_for(desk=desk, article=article)).folder == made.folder


def test_an_export_wears_the_papers_look_unless_told_otherwise(desk: Desk, tmp_path: Path) -> None:
    own(desk, "tet", 'base = "paper"\n[colours]\npage = "#FFF8F0"\n')
    settings = replace(read_paper(desk=desk), site_theme="tet")
    save_paper(desk=desk, settings=settings)
    article = create_article(desk=desk, text=ArticleText(headline="Bài")).value
    for preset, colour in ((None, "#FFF8F0"), ("site", "#FFF8F0"), ("paper", "#FFFFFF")):
        target = tmp_path / str(preset)
        export_articles(desk=desk, ids=[article.id], format="html", preset=preset, target=target)
        (style,) = target.rglob("style.css")
        assert f"--page:{colour}" in style.read_text("utf-8")
