"""Ways to spoil what stands on a sound page: text, fonts, colours, pictures; a rule each."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from newsroom.paths import resource
from tests.press.preflight.sound_page import Bad, Draw, Spoil, adds, as_x1a, photo, resources


def _text(
    size: float, *, gray: float | None = None, cmyk: tuple[float, ...] = (0, 0, 0, 1)
) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorCMYK(*cmyk) if gray is None else canvas.setFillGray(gray)
        canvas.setFont("Body", size)
        canvas.drawString(80, 150, "Chữ trên trang")

    return draw


def _rgb_text(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.8, 0.1, 0.1)
    canvas.setFont("Body", 14)
    canvas.drawString(80, 150, "Chữ đỏ")


def _area(cmyk: tuple[float, ...], *, x: float = 100, width: float = 60) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorCMYK(*cmyk)
        canvas.rect(x, 100, width, 30, stroke=0, fill=1)

    return draw


def _rgb_area(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.2, 0.5, 0.9)
    canvas.rect(100, 100, 60, 30, stroke=0, fill=1)


def _hairline(canvas: Canvas) -> None:
    canvas.setStrokeColorCMYK(0, 0, 0, 1)
    canvas.setLineWidth(0.05)
    canvas.line(100, 120, 200, 120)


def _picture(image: Any, *, size: float = 60, x: float = 240) -> Draw:
    return lambda canvas: canvas.drawImage(image, x, 200, size, size)


def _missing_glyph(canvas: Canvas) -> None:
    canvas.setFillColorCMYK(0, 0, 0, 1)
    canvas.setFont("Body", 14)
    canvas.drawString(80, 150, "Một chữ Hán: 漢")


def _near_trim(canvas: Canvas) -> None:
    canvas.setFillColorCMYK(0, 0, 0, 1)
    canvas.setFont("Body", 12)
    canvas.drawString(52, 150, "Sát mép")


def _black_on_tint(canvas: Canvas) -> None:
    canvas.setFillColorCMYK(0, 0.1, 0.4, 0)
    canvas.rect(70, 140, 200, 30, stroke=0, fill=1)
    _text(12)(canvas)


def _white_overprint(canvas: Canvas) -> None:
    canvas.setFillOverprint(True)
    canvas.setOverprintMask(1)
    canvas.setFillColorCMYK(0, 0, 0, 0)
    canvas.setFont("Body", 14)
    canvas.drawString(80, 150, "Chữ trắng")


def _clear(canvas: Canvas) -> None:
    canvas.setFillAlpha(0.5)
    _area((0, 0.5, 0, 0))(canvas)


def _type3(pdf: Pdf) -> None:
    glyph = pdf.make_stream(b"500 0 0 0 400 400 d1 0 0 400 400 re f")
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        Name=Name.T3,
        FontBBox=Array([0, 0, 500, 500]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=glyph),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([500]),
        ToUnicode=pdf.make_stream(b"begincmap endcmap"),
    )
    resources(pdf, "/Font", T3=font)
    adds(pdf, "BT /T3 14 Tf 0 0 0 1 k 80 150 Td (aa) Tj ET")


def _helvetica(pdf: Pdf) -> None:
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Name.WinAnsiEncoding,
    )
    resources(pdf, "/Font", H=font)
    adds(pdf, "BT /H 14 Tf 0 0 0 1 k 80 150 Td (Abc) Tj ET")


def _whole_font(pdf: Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        font.BaseFont = Name("/SourceSerif4-Regular")


def _no_unicode(pdf: Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font["/ToUnicode"]


def _space(pdf: Pdf, value: Any, operators: str) -> None:
    resources(pdf, "/ColorSpace", Own=value)
    adds(pdf, operators)


def _tint(pdf: Pdf) -> Any:
    return pdf.make_stream(
        b"{dup 0 mul exch dup 0 mul exch dup 0 mul exch}",
        FunctionType=4,
        Domain=Array([0, 1]),
        Range=Array([0, 1, 0, 1, 0, 1, 0, 1]),
    )


def _separation(name: str) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        value = Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, _tint(pdf)])
        _space(pdf, value, "/Own cs 1 scn 100 100 60 30 re f")

    return spoil


def _calibrated(pdf: Pdf) -> None:
    as_x1a(pdf)
    profile = pdf.make_stream(resource("icc/ISOcoated_v2_300_bas.icc").read_bytes(), N=4)
    _space(pdf, Array([Name.ICCBased, profile]), "/Own cs 0 1 0 0 scn 100 100 60 30 re f")


def _external(operators: str = "", **entries: Any) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        resources(pdf, "/ExtGState", Own=Dictionary(**entries))
        adds(pdf, f"/Own gs {operators}")

    return spoil


def _clear_x1a(pdf: Pdf) -> None:
    as_x1a(pdf)
    _external("0 1 0 0 k 100 100 60 30 re f", ca=0.5)(pdf)


def _rgb_blending(pdf: Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    _external("0 1 0 0 k 100 100 60 30 re f", ca=0.5)(pdf)


def _image(pdf: Pdf, **changes: Any) -> Any:
    image = next(iter(pdf.pages[0].Resources.XObject.values()))
    for key, value in changes.items():
        image[f"/{key}"] = value
    return image


def _deep_image(pdf: Pdf) -> None:
    data = b"\0\x10" * 4 * 100 * 100
    image = pdf.make_stream(
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=100,
        Height=100,
        BitsPerComponent=16,
        ColorSpace=Name.DeviceCMYK,
    )
    resources(pdf, "/XObject", Deep=image)
    adds(pdf, "30 0 0 30 240 200 cm /Deep Do")


def _jpeg2000(pdf: Pdf) -> None:
    as_x1a(pdf)
    out = BytesIO()
    Image.new("L", (100, 100), 120).save(out, "JPEG2000")
    image = pikepdf.Stream(
        pdf,
        out.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=100,
        Height=100,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
        Filter=Name.JPXDecode,
    )
    resources(pdf, "/XObject", Two=image)
    adds(pdf, "30 0 0 30 240 200 cm /Two Do")


def _broken_image(pdf: Pdf) -> None:
    _image(pdf).write(b"\xff\xd8 not a photo", filter=Name.DCTDecode)


def _postscript(pdf: Pdf) -> None:
    resources(pdf, "/XObject", Ps=Stream(pdf, b"showpage", Subtype=Name.PS))
    adds(pdf, "/Ps Do")


def _unreadable(pdf: Pdf) -> None:
    adds(pdf, "/Missing Do")


BAD_MARKS: Mapping[str, Bad] = {
    "bleed-short": Bad(draw=_area((0, 1, 0, 0), x=50)),
    "near-trim": Bad(draw=_near_trim),
    "content-unreadable": Bad(spoil=_unreadable),
    "content-unbalanced": Bad(spoil=lambda pdf: adds(pdf, "q q")),
    "postscript": Bad(spoil=_postscript),
    "transfer": Bad(spoil=_external(TR=Name.Identity)),
    "font-not-embedded": Bad(spoil=_helvetica),
    "font-not-subset": Bad(spoil=_whole_font),
    "font-type3": Bad(spoil=_type3),
    "text-unreadable": Bad(spoil=_no_unicode),
    "glyph-missing": Bad(draw=_missing_glyph),
    "text-small": Bad(draw=_text(4)),
    "text-invisible": Bad(
        spoil=lambda pdf: adds(pdf, "BT 3 Tr /F1+0 14 Tf 80 150 Td (abc) Tj ET"),
    ),
    "rich-black-text": Bad(draw=_text(11, cmyk=(0.4, 0.3, 0, 1))),
    "small-text-inks": Bad(draw=_text(7, cmyk=(0.3, 0.6, 0.6, 0))),
    "black-knockout": Bad(draw=_black_on_tint),
    "white-overprint": Bad(draw=_white_overprint),
    "hairline": Bad(draw=_hairline),
    "rgb-text": Bad(draw=_rgb_text),
    "rgb-vector": Bad(draw=_rgb_area),
    "rgb-image": Bad(draw=_picture(photo(300, "RGB", (200, 100, 50)))),
    "calibrated-colour": Bad(spoil=_calibrated, also=frozenset({"pdf-version"})),
    "spot-colour": Bad(spoil=_separation("PANTONE 485 C")),
    "registration-colour": Bad(spoil=_separation("All")),
    "ink-total": Bad(draw=_area((1, 0.9, 0.9, 0.9))),
    "image-ink-total": Bad(draw=_picture(photo(300, colour=(250, 240, 240, 240)))),
    "transparency": Bad(spoil=_clear_x1a, also=frozenset({"pdf-version"})),
    "blending-space": Bad(spoil=_rgb_blending),
    "image-ppi": Bad(draw=_picture(photo(40))),
    "image-ppi-fair": Bad(draw=_picture(photo(150))),
    "image-ppi-wasted": Bad(draw=_picture(photo(900))),
    "image-bits": Bad(spoil=_deep_image),
    "image-compression": Bad(spoil=_jpeg2000, also=frozenset({"pdf-version"})),
    "image-unreadable": Bad(spoil=_broken_image, also=frozenset({"damaged"})),
}
"""By the rule that is broken."""
