"""The colours and measures of the window, in one place, for light and for dark."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Colours as `#RRGGBB`. `ink3` is for decoration; text that matters uses `ink3_text`."""

    name: str
    background: str
    panel: str
    sheet: str
    line: str
    strong_line: str
    ink1: str
    ink2: str
    ink3: str
    ink3_text: str
    accent: str
    accent_tint: str
    selection: str
    mark: str
    blue: str
    green: str
    amber: str


LIGHT = Tokens(
    name="light",
    background="#F3F1EC",
    panel="#FAF9F6",
    sheet="#FFFFFF",
    line="#E4E0D8",
    strong_line="#D5D0C5",
    ink1="#1F1D1A",
    ink2="#5E5A52",
    ink3="#8F897D",
    ink3_text="#736D62",
    accent="#B42318",
    accent_tint="#FBEAE7",
    selection="#F1E7E2",
    mark="#FFF1C2",
    blue="#1F5FA8",
    green="#2E7D4F",
    amber="#A86A00",
)

DARK = Tokens(
    name="dark",
    background="#1A1917",
    panel="#211F1D",
    sheet="#282623",
    line="#35322D",
    strong_line="#45413A",
    ink1="#ECE8E0",
    ink2="#B5AEA2",
    ink3="#857E72",
    ink3_text="#9C9588",
    accent="#F0776B",
    accent_tint="#3A2522",
    selection="#332B28",
    mark="#4A3F1C",
    blue="#7FB2EC",
    green="#74C79A",
    amber="#E0A84A",
)

ROW, FIELD, TOOLBAR, FOOTER = 28, 34, 44, 32
