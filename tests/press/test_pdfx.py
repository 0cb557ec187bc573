"""What a printing house relies on, read back with pikepdf and with other people's tools."""

import shutil
import subprocess
import unicodedata
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest

from newsroom.domain.document import Document
from newsroom.domain.ids import PhotoId
from newsroom.errors import UserError
from newsroom.paths import resource
from newsroom.press.boxes import boxes_of, with_bleed
from newsroom.press.colour import check_profile
from newsroom.press.layout.model import Area, Page, Panel, Picture
from newsroom.press.pdf import render_pdf
from newsroom.press.preset import MM, ColourSpace, Output, Standard
from newsroom.press.presets import load_preset
from tests.press.samples import (
    PARAGRAPHS,
    context,
    landscape,
    paragraph,
    photo,
    plain_article,
    rich_article,
    source,
)

pikepdf = pytest.importorskip("pikepdf")
both = pytest.mark.parametrize("standard", [Standard.X4, Standard.X1A])
PROFILE = resource("icc") / "ISOcoated_v2_300_bas.icc"


def preset_for(standard, **changes):
    preset = load_preset("newspaper")
    return replace(preset, output=replace(preset.output, standard=standard, **changes))


@cache
def usual(standard):
    """The rich article's file: many tests look at it."""
    return made(standard, rich_article(), None)


def printed(standard=Standard.X4, article=None, photos=None, **changes):
    if article is None and photos is None and not changes:
        return usual(standard)
    return made(standard, article, photos, **changes)


def made(standard, article, photos, **changes):
    return render_pdf(
        [article or rich_article()],
        context_of=[context(photos)],
        preset=preset_for(standard, **changes),
    ).data


def opened(data):
    return pikepdf.open(BytesIO(data))


def saved(tmp_path, data):
    path = tmp_path / "trang.pdf"
    path.write_bytes(data)
    return path


def ran(*command):
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    run = subprocess.run(command, capture_output=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout.decode("utf-8", "replace")


def box(values):
    return tuple(float(value) for value in values)


@both
def test_a_page_has_its_trim_its_bleed_and_room_for_marks(standard):
    with opened(printed(standard)) as pdf:
        for page in pdf.pages:
            media, bleed, trim = map(box, (page.mediabox, page.bleedbox, page.trimbox))
            assert trim[2] - trim[0] == pytest.approx(210 * MM, abs=0.01)
            assert trim[3] - trim[1] == pytest.approx(297 * MM, abs=0.01)
            assert trim[0] - bleed[0] == pytest.approx(3 * MM, abs=0.01)
            assert bleed[3] - trim[3] == pytest.approx(3 * MM, abs=0.01)
            assert media[0] == media[1] == 0
            assert media[2] - bleed[2] > 5 * MM
            assert "/ArtBox" not in page.obj
            assert "/CropBox" not in page.obj


def test_an_office_page_is_its_sheet():
    data = render_pdf([plain_article(1)], context_of=[context()], preset=load_preset("office")).data
    with opened(data) as pdf:
        page = pdf.pages[0]
        assert box(page.mediabox) == box(page.trimbox) == box(page.bleedbox)
        assert "/OutputIntents" not in pdf.Root
        assert "/ExtGState" not in page.Resources


def test_the_version_is_named_where_the_standard_wants_it():
    with opened(printed(Standard.X4)) as pdf:
        assert pdf.pdf_version == "1.6"
        assert "/GTS_PDFXVersion" not in pdf.docinfo
        with pdf.open_metadata() as packet:
            assert packet["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
    with opened(printed(Standard.X1A)) as pdf:
        assert pdf.pdf_version == "1.4"
        assert pdf.docinfo["/GTS_PDFXVersion"] == "PDF/X-1a:2003"


@both
def test_info_and_packet_say_the_same(standard):
    with opened(printed(standard)) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        assert pdf.docinfo.Trapped == pikepdf.Name("/False")
        with pdf.open_metadata() as packet:
            assert packet["dc:title"] == info["/Title"]
            assert packet["dc:creator"] == [info["/Author"]]
            assert packet["dc:description"] == info["/Subject"]
            assert packet["pdf:Keywords"] == info["/Keywords"]
            assert packet["pdf:Producer"] == info["/Producer"]
            assert packet["pdf:Trapped"] == "False"
            assert packet["xmp:CreatorTool"] == info["/Creator"]
            assert packet["xmp:CreateDate"] == "2026-11-22T10:30:00+07:00"
            assert packet["xmpMM:DocumentID"].startswith("uuid:")
            assert packet["xmpMM:RenditionClass"] == "default"
        assert len(bytes(pdf.trailer.ID[0])) == 16


def test_odd_characters_of_a_headline_leave_the_packet_sound():
    article = plain_article(1, headline="Cung & cầu <2026>\x0b “một”")
    with opened(printed(article=article)) as pdf, pdf.open_metadata() as packet:
        assert packet["dc:title"] == "Cung & cầu <2026> “một”"


def test_two_articles_have_two_identifiers_and_one_has_always_the_same():
    def identity(article):
        with opened(printed(article=article)) as pdf, pdf.open_metadata() as packet:
            return packet["xmpMM:DocumentID"], bytes(pdf.trailer.ID[0])

    one, two = plain_article(1), plain_article(2)
    assert identity(one) == identity(one)
    assert identity(one)[0] != identity(two)[0]
    assert identity(one)[1] != identity(two)[1]


@both
def test_the_profile_of_the_press_is_embedded(standard):
    with opened(printed(standard)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFX"
        assert intent.OutputConditionIdentifier == "FOGRA39"
        assert str(intent.RegistryName) == "http://www.color.org"
        assert str(intent.Info) == "ISO Coated v2 300% (basICColor)"
        assert intent.DestOutputProfile.N == 4
        assert intent.DestOutputProfile.read_bytes() == PROFILE.read_bytes()


def test_a_profile_of_ones_own_names_its_condition():
    with opened(printed(condition="PSO Coated v3")) as pdf:
        assert pdf.Root.OutputIntents[0].OutputConditionIdentifier == "PSO Coated v3"


def test_x1a_takes_profiles_of_version_2_alone(tmp_path):
    own = tmp_path / "may-in.icc"
    data = PROFILE.read_bytes()
    own.write_bytes(data[:8] + b"\x04" + data[9:] + bytes(16))
    assert printed(Standard.X4, plain_article(1), icc=str(own))
    with pytest.raises(UserError, match=r"ICC version 2; may-in\.icc is of version 4"):
        printed(Standard.X1A, plain_article(1), icc=str(own))


def test_an_unregistered_profile_claims_no_registry(tmp_path):
    own = tmp_path / "may-in.icc"
    own.write_bytes(PROFILE.read_bytes())
    with opened(printed(icc=str(own))) as pdf:
        assert pdf.Root.OutputIntents[0].OutputConditionIdentifier == "Custom"
        assert "/RegistryName" not in pdf.Root.OutputIntents[0]


@both
def test_pages_hold_nothing_that_a_press_cannot_print(standard):
    with opened(printed(standard)) as pdf:
        assert set(pdf.Root.keys()).isdisjoint({"/AcroForm", "/OpenAction", "/AA", "/Names"})
        for page in pdf.pages:
            assert set(page.obj.keys()).isdisjoint({"/Annots", "/Group", "/Trans", "/AA"})
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                assert set(thing.keys()).isdisjoint({"/SMask", "/Mask", "/CA", "/ca", "/BM"})


@both
def test_photos_are_ink(standard):
    with opened(printed(standard)) as pdf:
        spaces = [image.ColorSpace for page in pdf.pages for image in page.get_images().values()]
    assert spaces == ["/DeviceCMYK"] * 2


def test_a_photo_used_twice_in_one_size_is_in_the_file_once():
    articles = [rich_article(), rich_article(headline="Một bài khác")]
    data = render_pdf(articles, context_of=[context()] * 2, preset=preset_for(Standard.X4)).data
    with opened(data) as pdf:
        images = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        assert sum(thing.get("/Subtype") == "/Image" for thing in images) == 2


def test_a_grey_photo_is_black_ink_alone():
    from PIL import Image

    out = BytesIO()
    Image.linear_gradient("L").resize((900, 600)).save(out, "JPEG")
    grey = source(out.getvalue(), 900, 600)
    body = Document(blocks=(paragraph(PARAGRAPHS[0]), photo(grey, "Ảnh cũ", 1)))
    data = printed(article=plain_article(1, body=body), photos={grey.file.id: grey})
    with opened(data) as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert image.ColorSpace == "/DeviceGray"


def test_a_light_photo_is_light_on_paper(tmp_path):
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (900, 600), (225, 230, 240)).save(out, "JPEG")
    pale = source(out.getvalue(), 900, 600)
    body = Document(blocks=(paragraph(PARAGRAPHS[0]), photo(pale, "Trời sáng", 1)))
    data = printed(article=plain_article(1, body=body), photos={pale.file.id: pale})
    path = saved(tmp_path, data)
    ran("pdftoppm", "-r", "20", "-singlefile", "-png", path, tmp_path / "trang")
    with opened(data) as pdf, Image.open(tmp_path / "trang.png") as page:
        (picture,) = pdf.pages[0].get_images().values()
        assert [int(value) for value in picture.Decode] == [1, 0] * 4
        shown = page.convert("RGB").getpixel((page.width // 2, page.height * 45 // 100))
    assert min(shown) > 205
    assert shown != (255, 255, 255)


def black_states(page):
    """(overprints, colour) of all text of a page."""
    states, over, colour = set(), False, None
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "gs":
                over = bool(page.Resources.ExtGState[str(operands[0])].op)
            case "k":
                colour = tuple(float(value) for value in operands)
            case "TJ":
                states.add((over, colour))
    return states


@both
def test_black_text_overprints_and_no_other_does(standard):
    with opened(printed(standard)) as pdf:
        found = {state for page in pdf.pages for state in black_states(page)}
    assert (True, (0, 0, 0, 1)) in found
    assert {over for over, colour in found if colour != (0, 0, 0, 1)} == {False}
    assert {over for over, colour in found if colour == (0, 0, 0, 1)} == {True}


def test_overprint_leaves_other_plates_as_they_are():
    with opened(printed()) as pdf:
        state = pdf.pages[0].Resources.ExtGState.Over
        assert state.OP
        assert state.op
        assert state.OPM == 1


def test_marks_are_on_all_plates_and_outside_the_bleed():
    with opened(printed()) as pdf:
        page = pdf.pages[0]
        marks = page.Resources.XObject.Marks
        assert pdf.pages[1].Resources.XObject.Marks.objgen == marks.objgen
        space = marks.Resources.ColorSpace.All
        assert list(space[:3]) == ["/Separation", "/All", "/DeviceCMYK"]
        bleed = box(page.bleedbox)
        for operands, operator in pikepdf.parse_content_stream(marks):
            if str(operator) in "mlc":
                for x, y in zip(*[iter(map(float, operands))] * 2, strict=True):
                    assert not (bleed[0] < x < bleed[2] and bleed[1] < y < bleed[3])


def test_marks_can_be_left_out():
    with opened(printed(marks=False)) as pdf:
        page = pdf.pages[0]
        assert box(page.mediabox) == box(page.bleedbox)
        assert "/Marks" not in page.Resources.XObject


def page_with(*items):
    area = Area(x=0, y=0, width=500, height=700)
    return Page(
        number=1,
        width=500,
        height=700,
        text=area,
        columns=(area,),
        grid=12,
        first_baseline=12,
        items=items,
    )


def test_what_touches_the_trimmed_edge_goes_on_into_the_bleed():
    output = Output(bleed=3)
    ground = Panel(x=0, y=0, width=500, height=100, colour=(0, 0, 0, 0.1))
    (made,) = with_bleed(page_with(ground), output).items
    assert (made.x, made.y) == (-3 * MM, -3 * MM)
    assert made.width == pytest.approx(500 + 6 * MM)
    assert made.height == pytest.approx(100 + 3 * MM)
    foot = Picture(x=300, y=500, width=200, height=200, photo=PhotoId("x"))
    (shown,) = with_bleed(page_with(foot), output).items
    assert (shown.x, shown.y, shown.width, shown.height) == (
        300,
        500,
        200 + 3 * MM,
        200 + 3 * MM,
    )
    inside = Panel(x=10, y=10, width=100, height=100, colour=(0, 0, 0, 1))
    assert with_bleed(page_with(inside), output).items == (inside,)
    assert with_bleed(page_with(ground), Output()).items == (ground,)


def test_boxes_lie_within_each_other():
    for output in (Output(bleed=0, marks=True), Output(bleed=5), Output(bleed=20, marks=True)):
        boxes = boxes_of(page_with(), output)
        for inner, outer in ((boxes.trim, boxes.bleed), (boxes.bleed, boxes.media)):
            assert outer[0] <= inner[0] < inner[2] <= outer[2]
            assert outer[1] <= inner[1] < inner[3] <= outer[3]


def test_a_profile_broken_behind_its_header_gets_one_sentence(tmp_path):
    good = PROFILE.read_bytes()
    path = tmp_path / "hong.icc"
    path.write_bytes(good[:128] + bytes(len(good) - 128))
    check_profile(path)
    with pytest.raises(UserError, match=r"hong\.icc is no ICC colour profile"):
        printed(icc=str(path))


def test_a_preset_finds_the_profile_beside_it(tmp_path):
    (tmp_path / "may-in.icc").write_bytes(PROFILE.read_bytes())
    preset = tmp_path / "rieng.toml"
    preset.write_text('base = "newspaper"\n[output]\nicc = "may-in.icc"\n', encoding="utf-8")
    assert load_preset(str(preset)).output.icc == str(tmp_path / "may-in.icc")
    assert load_preset("newspaper").output.icc == str(PROFILE)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("[output]\nstandard = 'x3'", "“output.standard” has “x3”"),
        ("[output]\nicc = 'mat.icc'", "needs the colour profile “mat.icc”, which is not there"),
        ("[output]\nbleed = 30", "“output.bleed” must be between 0 and 20"),
        ("[output]\nmarks = 'yes'", "“output.marks” must have the form"),
        ("[output]\nink_limit = 500", "“output.ink_limit” must be between 150 and 400"),
        ("colour = 'rgb'", "“output.standard” needs “colour” to be “cmyk”"),
    ],
)
def test_a_wrong_output_gets_one_sentence(tmp_path, words, sentence):
    path = tmp_path / "rieng.toml"
    head, _, tail = words.partition("\n")
    inside = f"{words}\n" if head.startswith("[") else ""
    top = "" if inside else f"{head}\n{tail}"
    path.write_text(f'base = "newspaper"\n{top}{inside}', encoding="utf-8")
    with pytest.raises(UserError) as error:
        load_preset(str(path))
    assert sentence in str(error.value)


def test_shipped_presets_say_what_they_are_for():
    assert load_preset("newspaper").output.standard is Standard.X4
    assert load_preset("tabloid").output.standard is Standard.X4
    assert load_preset("galley").colour is ColourSpace.RGB
    assert load_preset("office").output.standard is Standard.NONE


@both
def test_other_readers_find_no_fault(tmp_path, standard):
    path = saved(tmp_path, printed(standard))
    assert "No syntax or stream encoding errors" in ran("qpdf", "--check", path)
    ran("gs", "-q", "-dPDFSTOPONERROR", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", path)
    for line in ran("pdffonts", path).splitlines()[2:]:
        assert line.split()[-5:-2] == ["yes", "yes", "yes"]
    images = ran("pdfimages", "-list", path).splitlines()[2:]
    assert [line.split()[5] for line in images] == ["cmyk", "cmyk"]


def test_black_text_is_on_the_black_plate_alone_and_marks_on_all(tmp_path):
    from PIL import Image

    article = plain_article(2, kicker="", section=())
    path = saved(tmp_path, printed(article=replace(article, body=Document())))
    out = tmp_path / "t%d.tif"
    ran("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r36", f"-sOutputFile={out}", path)
    inside = (16, 16, -16, -16)
    for ink in ("Cyan", "Magenta", "Yellow", "Black"):
        plate = Image.open(tmp_path / f"t1({ink}).tif").convert("L")
        page = plate.crop((inside[0], inside[1], plate.width + inside[2], plate.height + inside[3]))
        assert plate.getextrema()[0] < 200
        assert (page.getextrema()[0] < 200) is (ink == "Black")


@both
def test_extracted_text_is_the_article_in_reading_order(tmp_path, standard):
    article = plain_article(10)
    path = saved(tmp_path, printed(standard, article))
    for options in ((), ("-raw",)):
        text = " ".join(ran("pdftotext", *options, path, "-").split())
        assert unicodedata.is_normalized("NFC", text)
        assert text.index(article.headline) < text.index(article.lede) < text.index("Giờ giải lao")
    for words in PARAGRAPHS[:9]:
        assert " ".join(words.split()) in text


@both
def test_our_own_preflight_finds_no_fault(standard):
    from newsroom.press.preflight.checking import preflight

    report = preflight(printed(standard), name="trang.pdf")
    assert [finding.rule for finding in report.findings] == []


def test_a_missing_photo_leaves_a_place_in_ink():
    data = printed(photos={landscape().file.id: landscape()})
    with opened(data) as pdf:
        operators = {
            str(operator)
            for page in pdf.pages
            for _operands, operator in pikepdf.parse_content_stream(page)
        }
    assert not operators & {"rg", "RG", "g", "G"}
