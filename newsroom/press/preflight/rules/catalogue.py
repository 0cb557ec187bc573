"""All rules: how grave a breach is on the press and in the office, what it says, what to do."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.domain.imported import Remark
from newsroom.press.preflight.report import Purpose, Severity

_E, _W, _H = Severity.ERROR, Severity.WARNING, Severity.HINT


@dataclass(frozen=True, slots=True)
class Rule:
    """Graveness by purpose, None where the rule does not apply; the sentence and the remedy."""

    press: Severity | None
    office: Severity | None
    says: Remark
    advice: Remark

    def severity(self, purpose: Purpose) -> Severity | None:
        return self.press if purpose is Purpose.PRESS else self.office


_EXPORT_AGAIN = Remark(template="Export the page again with a preset for the press.")
_EMBED = Remark(template="Export again with all fonts embedded.")
_CONVERT = Remark(template="Convert it to CMYK with the profile of the press.")
_FLATTEN = Remark(template="Flatten the transparency, or export as PDF/X-4.")

DOCUMENT: Mapping[str, Rule] = {
    "damaged": Rule(
        _E,
        _E,
        Remark(template="The file is damaged: {problem}."),
        Remark(template="Export it again; a reader may repair it by guessing, a printer may not."),
    ),
    "encrypted": Rule(
        _E,
        _W,
        Remark(template="The file is encrypted."),
        Remark(template="Save it without a password."),
    ),
    "pdf-version": Rule(
        _E,
        None,
        Remark(template="{standard} needs PDF {wanted}; this file is PDF {found}."),
        _EXPORT_AGAIN,
    ),
    "pdfx-missing": Rule(
        _E,
        None,
        Remark(template="The file does not say that it is PDF/X."),
        Remark(template="Export as PDF/X-4 or PDF/X-1a."),
    ),
    "pdfx-contradicted": Rule(
        _E,
        None,
        Remark(template="The file calls itself {first} in one place and {second} in another."),
        _EXPORT_AGAIN,
    ),
    "xmp-missing": Rule(
        _E, _W, Remark(template="The file has no readable XMP metadata."), _EXPORT_AGAIN
    ),
    "metadata-contradicted": Rule(
        _E,
        _W,
        Remark(template="{field} differs between the document information and the XMP metadata."),
        _EXPORT_AGAIN,
    ),
    "title-missing": Rule(
        _W, _W, Remark(template="The file has no title."), Remark(template="Give it a headline.")
    ),
    "trapped-unknown": Rule(
        _E,
        None,
        Remark(template="The file does not say whether it is trapped."),
        Remark(template="Set “Trapped” to true or false."),
    ),
    "id-missing": Rule(_E, None, Remark(template="The file has no document ID."), _EXPORT_AGAIN),
    "output-intent-missing": Rule(
        _E,
        None,
        Remark(template="No output intent says which press the colours are meant for."),
        Remark(template="Export with the printer's ICC profile."),
    ),
    "output-profile": Rule(
        _E,
        None,
        Remark(template="The output intent's ICC profile is not usable: {problem}."),
        Remark(template="Take the printer's own CMYK output profile."),
    ),
    "actions": Rule(
        _E,
        _E,
        Remark(template="The file starts actions or runs scripts when it is opened."),
        Remark(template="Remove scripts and actions."),
    ),
    "forms": Rule(
        _E,
        _W,
        Remark(template="The file holds form fields."),
        Remark(template="Flatten the form to plain page content."),
    ),
    "attachments": Rule(
        _E, _W, Remark(template="Files are attached to it."), Remark(template="Remove them.")
    ),
    "layers": Rule(
        _W,
        _H,
        Remark(template="The file has layers that can be hidden; plates show what is on now."),
        Remark(template="Merge the layers."),
    ),
    "too-many-pages": Rule(
        _W,
        _W,
        Remark(template="Only the first {pages} pages were looked at."),
        Remark(template="Check the file in parts."),
    ),
}

PAGES: Mapping[str, Rule] = {
    "trim-missing": Rule(
        _E,
        None,
        Remark(template="The page has no trim box."),
        Remark(template="Say where the page is cut."),
    ),
    "trim-and-art": Rule(
        _E,
        None,
        Remark(template="The page has both a trim box and an art box."),
        Remark(template="Keep the trim box only."),
    ),
    "boxes-nesting": Rule(
        _E,
        None,
        Remark(template="The page's boxes do not lie inside each other: trim, bleed, media."),
        _EXPORT_AGAIN,
    ),
    "bleed-missing": Rule(
        _W,
        None,
        Remark(template="{millimetres} mm of bleed around the page; {wanted} mm are usual."),
        Remark(template="Let what touches the edge run over it."),
    ),
    "bleed-short": Rule(
        _E,
        None,
        Remark(template="Something ends right at the cut: a white edge will show."),
        Remark(template="Let it run into the bleed, or keep it inside the page."),
    ),
    "near-trim": Rule(
        _W,
        None,
        Remark(template="Text stands {millimetres} mm from the cut."),
        Remark(template="Keep at least {wanted} mm."),
    ),
    "page-sizes": Rule(
        _W,
        _H,
        Remark(template="The page measures {size} mm, the first one {first} mm."),
        Remark(template="Give all pages one size."),
    ),
    "page-blank": Rule(
        _W, _H, Remark(template="The page is blank."), Remark(template="Check that it should be.")
    ),
    "page-scaled": Rule(
        _E,
        None,
        Remark(template="The page is scaled by a user unit of {unit}."),
        _EXPORT_AGAIN,
    ),
    "annotations": Rule(
        _E,
        None,
        Remark(template="Comments or links lie on the page."),
        Remark(template="Remove annotations from a file for the press."),
    ),
    "content-unreadable": Rule(
        _E, _E, Remark(template="Parts of the page cannot be read."), _EXPORT_AGAIN
    ),
    "content-unbalanced": Rule(
        _E, _W, Remark(template="Graphics states are opened and not closed."), _EXPORT_AGAIN
    ),
    "content-too-large": Rule(
        _W,
        _W,
        Remark(template="The page is too large or too deeply nested to be looked at whole."),
        Remark(template="Simplify its drawings."),
    ),
    "postscript": Rule(_E, _W, Remark(template="The page holds PostScript code."), _EXPORT_AGAIN),
    "transfer": Rule(
        _E,
        None,
        Remark(template="A transfer function changes the tones on the press."),
        Remark(template="Apply it to the photo itself."),
    ),
}

TEXT: Mapping[str, Rule] = {
    "font-not-embedded": Rule(
        _E, _E, Remark(template="The font {font} is not in the file."), _EMBED
    ),
    "font-not-subset": Rule(
        _W, _H, Remark(template="The font {font} is in the file whole, not as a subset."), _EMBED
    ),
    "font-type3": Rule(
        _W,
        _W,
        Remark(template="The font {font} is a Type 3 font: printers draw it as pictures."),
        Remark(template="Use an outline font."),
    ),
    "text-unreadable": Rule(
        _W,
        _E,
        Remark(template="Text in {font} cannot be copied or searched."),
        _EMBED,
    ),
    "glyph-missing": Rule(
        _E,
        _E,
        Remark(template="Characters that the font {font} lacks show as empty boxes."),
        Remark(template="Choose a font that has them."),
    ),
    "text-small": Rule(
        _E,
        _W,
        Remark(template="Text of {size} pt; {limit} pt is the least that can be read in print."),
        Remark(template="Set it larger."),
    ),
    "text-invisible": Rule(
        _W, None, Remark(template="Invisible text lies on the page."), _EXPORT_AGAIN
    ),
    "rich-black-text": Rule(
        _E,
        None,
        Remark(template="Black text of {size} pt is printed in several inks."),
        Remark(template="Print text in black ink alone."),
    ),
    "small-text-inks": Rule(
        _W,
        None,
        Remark(template="Text of {size} pt is printed in {inks} inks and will look blurred."),
        Remark(template="Use one or two inks for small text."),
    ),
    "black-knockout": Rule(
        _W,
        None,
        Remark(template="Black text leaves a white hole in the inks below it."),
        Remark(template="Let black text overprint."),
    ),
    "white-overprint": Rule(
        _E,
        None,
        Remark(template="Something white is set to overprint and will vanish."),
        Remark(template="Let white knock out."),
    ),
    "hairline": Rule(
        _E,
        _H,
        Remark(template="A line {width} pt thick will break up in print; {limit} pt is the least."),
        Remark(template="Draw it thicker."),
    ),
}

COLOUR: Mapping[str, Rule] = {
    "rgb-text": Rule(_E, None, Remark(template="Text is coloured in RGB."), _CONVERT),
    "rgb-vector": Rule(
        _E, None, Remark(template="A line or an area is coloured in RGB."), _CONVERT
    ),
    "rgb-image": Rule(_E, None, Remark(template="A picture is in RGB."), _CONVERT),
    "calibrated-colour": Rule(
        _E,
        None,
        Remark(template="Colours with a profile of their own do not belong in PDF/X-1a."),
        _CONVERT,
    ),
    "spot-colour": Rule(
        _W,
        None,
        Remark(template="A plate of its own is needed for “{plate}”."),
        Remark(template="Convert it to the four inks unless the plate is paid for."),
    ),
    "registration-colour": Rule(
        _E,
        None,
        Remark(template="Inside the page something is printed on all plates at once."),
        Remark(template="The colour “All” is for marks outside the page only."),
    ),
    "ink-total": Rule(
        _E,
        None,
        Remark(template="{ink} % ink in one place; the paper takes {limit} %."),
        Remark(template="Use a lighter colour, or black alone."),
    ),
    "image-ink-total": Rule(
        _E,
        None,
        Remark(template="A picture lays {ink} % ink on {share} % of its area; {limit} % is most."),
        Remark(template="Convert the photo with a profile that limits the ink."),
    ),
    "transparency": Rule(
        _E, None, Remark(template="There is transparency, which PDF/X-1a has not."), _FLATTEN
    ),
    "blending-space": Rule(
        _W,
        None,
        Remark(template="Transparency is not blended in CMYK: colours may shift."),
        Remark(template="Set the page's blending space to CMYK."),
    ),
}

IMAGES: Mapping[str, Rule] = {
    "image-ppi": Rule(
        _E,
        _W,
        Remark(template="A picture has {ppi} ppi at its size; {limit} ppi is the least."),
        Remark(template="Use a larger original, or print it smaller."),
    ),
    "image-ppi-fair": Rule(
        _W,
        None,
        Remark(template="A picture has {ppi} ppi at its size; {limit} ppi prints well."),
        Remark(template="Use a larger original, or print it smaller."),
    ),
    "image-ppi-wasted": Rule(
        _H,
        None,
        Remark(template="A picture has {ppi} ppi at its size, more than any press can show."),
        Remark(template="Reduce it; the file gets smaller."),
    ),
    "image-bits": Rule(
        _E,
        None,
        Remark(template="A picture has {bits} bits a colour."),
        Remark(template="Save it with 8 bits a colour."),
    ),
    "image-compression": Rule(
        _E,
        None,
        Remark(template="A picture is packed with {filter}, which {standard} does not take."),
        Remark(template="Save it as JPEG or ZIP."),
    ),
    "image-unreadable": Rule(
        _E,
        _E,
        Remark(template="A picture cannot be read."),
        Remark(template="Place the photo again."),
    ),
    "image-too-large": Rule(
        _W,
        _W,
        Remark(template="A picture of {megapixels} megapixels is too large to be looked at."),
        Remark(template="Reduce it before placing."),
    ),
}

ACCESS: Mapping[str, Rule] = {
    "untagged": Rule(
        None,
        _W,
        Remark(template="The file is not tagged: screen readers must guess the order."),
        Remark(template="Export as an accessible PDF."),
    ),
    "language-missing": Rule(
        None,
        _W,
        Remark(template="The file does not say in which language it is."),
        Remark(template="Set the document's language."),
    ),
    "alt-missing": Rule(
        None,
        _W,
        Remark(template="A picture has no description for those who cannot see it."),
        Remark(template="Write an alternative text on the photo's card."),
    ),
}

RULES: Mapping[str, Rule] = {**DOCUMENT, **PAGES, **TEXT, **COLOUR, **IMAGES, **ACCESS}
