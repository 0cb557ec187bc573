"""What strangers bring: a sensible page comes of it, or one clear sentence."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from newsroom.domain.document import Document, Paragraph, Photo, Run, Table, text_of
from newsroom.domain.ids import BlockId
from newsroom.errors import UserError
from newsroom.paths import resource
from newsroom.press.layout.model import Line
from newsroom.press.layout.pages import lay_out
from newsroom.press.pdf import print_layout, render_pdf
from newsroom.press.preflight.checking import preflight
from newsroom.press.preflight.report import Severity
from newsroom.press.presets import load_preset
from tests.press.samples import context, paragraph, plain_article, source

PRESETS = ("newspaper", "office", "tabloid")
_WIDE, _STRIPS, _STRIP = 12_000, 525, 16
_MOST_MB = 600


def printed(article, preset, photos=None):
    return render_pdf([article], context_of=[context(photos)], preset=load_preset(preset))


def wrong(data):
    """The rules that a file breaks."""
    report = preflight(data, name="trang.pdf")
    return {finding.rule for finding in report.findings if finding.severity is Severity.ERROR}


def a_photo(photo, at=0):
    return Photo(id=BlockId(f"ph{at:06d}"), photo=photo, caption=text_of("Ảnh minh họa"))


def a_table(columns):
    row = tuple(text_of(f"Cột thứ {number}") for number in range(columns))
    return Table(id=BlockId("t0000001"), rows=(row, row), header=True)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize(
    "body",
    [
        (),
        (paragraph(""),),
        (paragraph("https://congdoan.example.vn/" + "thuongluong" * 40),),
        (paragraph("Ể" * 400),),
        (a_table(24),),
        (paragraph("một từ\u00a0dài\u00a0" * 90),),
        (Paragraph(id=BlockId("p0000001"), text=(Run(text="\u200b\u202e\ufeff"),)),),
    ],
    ids=["nothing", "no words", "address", "one letter", "table", "no seam", "unseen"],
)
def test_odd_bodies_give_a_page_that_can_be_printed(body, preset):
    article = plain_article(1, body=Document(blocks=body), byline=())
    assert wrong(printed(article, preset).data) == set()


@pytest.mark.parametrize("preset", PRESETS)
def test_an_article_without_a_word_is_a_page(preset):
    bare = plain_article(
        1, body=Document(blocks=()), headline="", kicker="", lede="", byline=(), section=()
    )
    made = printed(bare, preset)
    assert made.pages == 1
    assert wrong(made.data) == set()


@pytest.mark.parametrize("preset", PRESETS)
def test_characters_that_no_font_has_are_named(preset):
    made = printed(
        plain_article(1, body=Document(blocks=(paragraph("Chữ \U00013080 lạ."),))), preset
    )
    assert "\U00013080" in " ".join(str(warning.params) for warning in made.warnings)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_photo_of_one_pixel_is_a_page(preset):
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (1, 1), "red").save(out, "JPEG")
    dot = source(out.getvalue(), 1, 1)
    article = plain_article(1, body=Document(blocks=(a_photo(dot.file.id), paragraph("Thân bài."))))
    assert printed(article, preset, {dot.file.id: dot}).data.startswith(b"%PDF")


def large_jpeg():
    """A JPEG of 100 million pixels that is made in no memory: one strip, again and again.

    With a restart marker after each row of blocks the rows know nothing of each other (ITU T.81,
    F.1.1.5.2).
    """
    from PIL import Image

    out = BytesIO()
    strip = Image.new("RGB", (_WIDE, _STRIP), "#8a9bb0")
    strip.save(out, "JPEG", quality=80, restart_marker_rows=1, subsampling=2)
    data = out.getvalue()
    frame = data.index(b"\xff\xc0")
    scan = data.index(b"\xff\xda")
    begin = scan + 2 + int.from_bytes(data[scan + 2 : scan + 4])
    height = (_STRIP * _STRIPS).to_bytes(2)
    head = data[: frame + 5] + height + data[frame + 7 : begin]
    rows = [data[begin:-2] + bytes((0xFF, 0xD0 + at % 8)) for at in range(_STRIPS - 1)]
    return head + b"".join(rows) + data[begin:]


_PEAK = """
import resource, sys
from pathlib import Path
from tests.press.test_strangers import a_photo, plain_article, printed, source, Document, paragraph
photo = source(Path(sys.argv[1]).read_bytes(), 12000, 8400)
body = Document(blocks=(a_photo(photo.file.id), paragraph("Thân bài.")))
made = printed(plain_article(1, body=body), "newspaper", {photo.file.id: photo})
status = Path("/proc/self/status")
if status.exists():  # the other figure begins with the size of the program that started this one
    peak = int(status.read_text().split("VmHWM:")[1].split()[0]) // 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024)
print(len(made.warnings), peak)
"""


def test_a_photo_of_a_hundred_megapixels_stays_within_bounds(tmp_path):
    """A JPEG is opened at the share of its size that the page needs."""
    pytest.importorskip("resource")
    path = tmp_path / "lon.jpg"
    path.write_bytes(large_jpeg())
    words = [sys.executable, "-c", _PEAK, str(path)]
    root = Path(__file__).parents[2]
    ran = subprocess.run(words, check=True, capture_output=True, text=True, cwd=root)
    warnings, peak = map(int, ran.stdout.split())
    assert warnings == 0
    assert peak < _MOST_MB


def test_a_hundred_thousand_words_are_laid_out_and_a_file():
    article, given, preset = plain_article(2200), context(), load_preset("newspaper")
    layout = lay_out([article], [given], preset)
    lines = [item for page in layout.pages for item in page.items if isinstance(item, Line)]
    assert sum(len(line.text.split()) for line in lines if line.path) > 95_000
    made = print_layout(layout, [article], [given], preset)
    assert made.pages == len(layout.pages) > 50
    assert made.data.endswith(b"%%EOF\n")


def preset_file(folder, words):
    path = folder / "rieng.toml"
    path.write_text(words, encoding="utf-8")
    return str(path)


def damaged_profile():
    """Sound to look at: a header of a press with nothing true behind it."""
    data = bytearray(resource("icc/ISOcoated_v2_300_bas.icc").read_bytes())
    data[128:] = b"\x5a" * (len(data) - 128)
    return bytes(data)


@pytest.mark.parametrize(
    "data", [b"", b"no profile", b"\0" * 4096], ids=["empty", "words", "nothing"]
)
def test_what_is_no_profile_is_told_when_the_preset_is_read(tmp_path, data):
    (tmp_path / "may-in.icc").write_bytes(data)
    with pytest.raises(UserError, match=r"may-in\.icc"):
        load_preset(preset_file(tmp_path, 'base = "newspaper"\n[output]\nicc = "may-in.icc"\n'))


def test_a_profile_that_is_damaged_within_is_told_when_it_is_needed(tmp_path):
    (tmp_path / "may-in.icc").write_bytes(damaged_profile())
    preset = load_preset(
        preset_file(tmp_path, 'base = "newspaper"\n[output]\nicc = "may-in.icc"\n')
    )
    with pytest.raises(UserError, match=r"may-in\.icc"):
        render_pdf([plain_article(1)], context_of=[context()], preset=preset)


@pytest.mark.parametrize(
    "words",
    [
        "base = 3",
        "base = 'rieng'",
        "[body]\nsize = nan",
        "[body]\nsize = inf",
        "[body]\nsize = 9e999",
        "[body]\ngrid = 0.5000001",
        "[page]\nwidth = 5",
        "[page]\nheight = 12\ntop = 5",
        "[page]\nformat = ['A4']",
        "[columns]\ncount = 6\ngutter = 30",
        "[words]\njump = 3",
        "[output]\nstandard = 'x9'",
        "[output]\nstandard = 'x4'",
        "[output]\nicc = '../../etc/passwd'",
        "colour = 'cmyk'\n[output]\nicc = '../../../../etc/passwd'",
        "name = 4",
        "page = []",
        "[[page]]\nformat = 'A4'",
        "[roles.headline]\nsize = true",
        "[fonts]\nserif = 'x'",
        "\x00",
        "a.b.c.d.e = 1",
    ],
)
def test_nonsense_is_one_sentence_or_a_sound_preset(tmp_path, words):
    path = preset_file(tmp_path, words)
    try:
        preset = load_preset(path)
    except UserError as error:
        said = str(error)
        assert "rieng.toml" in said
        assert "\n" not in said
        assert len(said) < 400
    else:
        assert render_pdf([plain_article(1)], context_of=[context()], preset=preset).pages
