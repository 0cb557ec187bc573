"""Photos on the page: how large, how cropped, with caption and credit below."""

from dataclasses import dataclass, replace

from newsroom.domain.document import NO_MARKS, Crop, FocalPoint, Photo, Run, plain
from newsroom.domain.imported import Remark
from newsroom.domain.rendering import PhotoSource
from newsroom.domain.style import Align, Role
from newsroom.press.layout.lines import SetLine, set_words
from newsroom.press.layout.model import Element, Item, Panel, Picture, Slug, within
from newsroom.press.layout.setting import Setting, TextStyle
from newsroom.press.layout.slugs import baseline, stack_items
from newsroom.press.layout.words import Word, cut_to, words_of

_FEWEST_PPI = 96
"""A photo is never enlarged beyond this, but is never smaller than a third of its place."""
_WARN_PPI = 150
"""Below this a printed photo shows its pixels (print-and-word.md: preflight's error)."""
_LEAST_SHARE = 0.34
_CAP_HEIGHT = 0.67
_UNKNOWN_RATIO = 2 / 3
_TALLEST = 2.5


@dataclass(frozen=True, slots=True)
class _Frame:
    """The rectangle that a photo fills, in points."""

    width: float
    height: float


def photo_slugs(
    setting: Setting, photo: Photo, width: float, *, height: float | None = None
) -> list[Slug]:
    """A photo over its caption, `width` points wide; `height` is the most it may take.

    One slug: the photo's top aligns with the capitals of the line beside it, its foot is cut or
    extended so that the whole fills its rows. A photo that is missing leaves a tinted place.
    """
    source = setting.context.photos.get(photo.photo)
    limit = height or setting.preset.photos.height * setting.depth * setting.grid
    frame = _frame(source, photo.crop or Crop(), width, limit, setting.preset.photos.cut)
    figure = Element("Figure", photo.id, alt=photo.alt or plain(photo.caption))
    caption = [
        line.within(figure, Element("Caption", "")) for line in caption_lines(setting, photo, width)
    ]
    style = setting.style(Role.CAPTION)
    top = _top(setting)
    gap = max(style.before, 2.0) if caption else 0.0
    foot = gap + len(caption) * style.leading + style.after
    after = 0.5 * setting.preset.body.leading
    rows = setting.rows(top + frame.height + foot + (after if not setting.snapped else 0.3 * after))
    if setting.snapped and frame.width == width:
        frame = replace(frame, height=rows * setting.grid - top - foot - 0.35 * setting.grid)
    x = (width - frame.width) / 2 if style.align is Align.CENTRE else 0.0
    picture = within((figure,), [_picture(setting, photo, source, frame, x, top)])
    lines = stack_items(caption, style, 0.0, top + frame.height + gap)
    _check_sharpness(setting, source, photo.crop or Crop(), frame)
    space = 1 if setting.snapped else setting.rows(after)
    return [Slug(rows=rows, items=(*picture, *lines), space=space, waits=True)]


def _top(setting: Setting) -> float:
    """Down to the height of capitals in the first line of the row."""
    style = setting.style(Role.PARAGRAPH)
    return max(0.0, baseline(style) - _CAP_HEIGHT * style.size) if setting.snapped else 0.0


def caption_lines(setting: Setting, photo: Photo, width: float) -> list[SetLine]:
    """Caption and credit in one paragraph: `… Ảnh: Lê Lâm`, as the trade writes it."""
    style = setting.style(Role.CAPTION)
    words = cut_to(setting, caption_words(setting, photo), width)
    return set_words(setting, words, style, [(0.0, width)])


def caption_words(setting: Setting, photo: Photo) -> list[Word]:
    """The words of the caption, then the label and the name in the credit's style."""
    words: list[Word] = []
    if plain(photo.caption).strip():
        spaced = (*photo.caption, Run(text=" "))
        words = words_of(setting, spaced, setting.style(Role.CAPTION))
    if photo.credit.strip():
        words += words_of(setting, _credit(setting, photo.credit), _credit_style(setting))
    return words


def _credit(setting: Setting, credit: str) -> tuple[Run, ...]:
    label = setting.context.paper.photo_label.strip()
    named = label and credit.strip().lower().startswith(label.lower())
    words = credit.strip() if named or not label else f"{label} {credit.strip()}"
    return (Run(text=words.replace(f"{label} ", f"{label}\u00a0", 1), marks=NO_MARKS),)


def _credit_style(setting: Setting) -> TextStyle:
    return setting.style(Role.CREDIT)


def _frame(
    source: PhotoSource | None, crop: Crop, width: float, limit: float, cut: float
) -> _Frame:
    """The photo's size: as wide as its place unless it is too small or too tall for it."""
    if source is None:
        return _Frame(width, min(width * _UNKNOWN_RATIO, limit))
    across = max(1.0, source.file.width * (crop.right - crop.left))
    down = max(1.0, source.file.height * (crop.bottom - crop.top))
    ratio = min(down / across, _TALLEST)
    shown = min(width, max(across * 72 / _FEWEST_PPI, width * _LEAST_SHARE))
    if shown * ratio * (1 - cut) > limit:
        shown = max(limit / (ratio * (1 - cut)), min(shown, width * _LEAST_SHARE))
    return _Frame(shown, min(shown * ratio, limit))


def _picture(
    setting: Setting, photo: Photo, source: PhotoSource | None, frame: _Frame, x: float, y: float
) -> Item:
    if source is None:
        return Panel(x=x, y=y, width=frame.width, height=frame.height, colour=setting.tint())
    return Picture(
        x=x,
        y=y,
        width=frame.width,
        height=frame.height,
        photo=photo.photo,
        crop=photo.crop or Crop(),
        focal=photo.focal or FocalPoint(),
    )


def _check_sharpness(
    setting: Setting, source: PhotoSource | None, crop: Crop, frame: _Frame
) -> None:
    if source is None:
        return
    ppi = source.file.width * (crop.right - crop.left) / (frame.width / 72)
    if ppi < _WARN_PPI:
        setting.remarks.add(
            Remark(
                template="The photo “{name}” has too few pixels for its size in print ({ppi} ppi).",
                params={"name": source.file.name, "ppi": round(ppi)},
            )
        )
