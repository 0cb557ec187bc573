"""The paper that a library belongs to: its name, its site's furniture, its clock."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo

from newsroom.errors import UsageError

_OFFSET = re.compile(r"^([+-])(\d{2}):(\d{2})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSettings:
    """What a library knows about its paper. Colours are `#RRGGBB`; `utc_offset` is `+07:00`."""

    name: str = "Báo Công Đoàn"
    tagline: str = "Tiếng nói của người lao động"
    home_label: str = "Trang chủ"
    related_label: str = "Tin Công đoàn"
    latest_label: str = "Mới nhất trong chuyên mục"
    print_label: str = "In"
    top_label: str = "Về đầu"
    visits_label: str = "Lượt truy cập:"
    updated_label: str = "Cập nhật lúc"
    photo_label: str = "Ảnh:"
    licence_line: str = ""
    address: str = ""
    visits: int = 0
    brand_colour: str = "#0B4F8A"
    accent_colour: str = "#B42318"
    site_theme: str = "paper"
    site_url: str = ""
    language: str = "vi"
    utc_offset: str = "+07:00"
    uppercase_byline: bool = True


def zone(settings: PaperSettings) -> tzinfo:
    """The paper's fixed zone; raises `UsageError` when the offset is malformed."""
    match = _OFFSET.match(settings.utc_offset)
    if match is None:
        raise UsageError("“{offset}” is not a UTC offset like +07:00.", offset=settings.utc_offset)
    sign, hours, minutes = match.groups()
    delta = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(delta if sign == "+" else -delta)


def local(moment: datetime, settings: PaperSettings) -> datetime:
    """An aware `moment` on the paper's clock."""
    return moment.astimezone(zone(settings))


def gmt_label(settings: PaperSettings) -> str:
    """The zone as the site writes it: `GMT+7`, `GMT+5:30`, `GMT`."""
    minutes = round((zone(settings).utcoffset(None) or timedelta()).total_seconds() / 60)
    if minutes == 0:
        return "GMT"
    hours, rest = divmod(abs(minutes), 60)
    tail = f":{rest:02d}" if rest else ""
    return f"GMT{'+' if minutes > 0 else '-'}{hours}{tail}"


def update_line(moment: datetime, settings: PaperSettings) -> str:
    """`Cập nhật lúc 10:33 20/07/2020 (GMT+7)`, exactly the form of the paper's site."""
    stamp = local(moment, settings).strftime("%H:%M %d/%m/%Y")
    return f"{settings.updated_label} {stamp} ({gmt_label(settings)})"


def grouped(number: int) -> str:
    """A whole number with the Vietnamese separator: `1.234.567`."""
    return f"{number:,}".replace(",", ".")


def byline_line(names: tuple[str, ...], settings: PaperSettings) -> str:
    """The byline as it is printed: names joined, in capitals where the house style says so."""
    line = " - ".join(names)
    return line.upper() if settings.uppercase_byline else line


def credit_line(credit: str, settings: PaperSettings) -> str:
    """`Ảnh: Lê Lâm`, the label not doubled where the credit has it; empty without a credit."""
    name = credit.strip()
    if not name or name.casefold().startswith(settings.photo_label.casefold()):
        return name
    return f"{settings.photo_label} {name}"
