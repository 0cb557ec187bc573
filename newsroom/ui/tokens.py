"""The colours and measures of the window, in one place: light and dark, plain and high contrast."""

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

    @property
    def dark(self) -> bool:
        """Whether light ink stands on dark ground."""
        return self.name.endswith("dark")


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
    ink3_text="#6C665C",
    accent="#B42318",
    accent_tint="#FBEAE7",
    selection="#F1E7E2",
    mark="#FFF1C2",
    blue="#1F5FA8",
    green="#2B7449",
    amber="#905B00",
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

HIGH_LIGHT = Tokens(
    name="high-light",
    background="#F2F2F2",
    panel="#FFFFFF",
    sheet="#FFFFFF",
    line="#767676",
    strong_line="#1A1A1A",
    ink1="#000000",
    ink2="#2B2B2B",
    ink3="#4A4A4A",
    ink3_text="#404040",
    accent="#8B0000",
    accent_tint="#FFEBE8",
    selection="#FBE3DC",
    mark="#FFE95C",
    blue="#00397A",
    green="#0B4A24",
    amber="#5C3A00",
)

HIGH_DARK = Tokens(
    name="high-dark",
    background="#000000",
    panel="#0A0A0A",
    sheet="#000000",
    line="#8A8A8A",
    strong_line="#E0E0E0",
    ink1="#FFFFFF",
    ink2="#E4E4E4",
    ink3="#C4C4C4",
    ink3_text="#D0D0D0",
    accent="#FFB3A8",
    accent_tint="#3A1410",
    selection="#3B2A26",
    mark="#574600",
    blue="#A9D1FF",
    green="#A6EBC0",
    amber="#FFD27A",
)
"""High contrast: all text at least 7:1 on whatever it stands on, lines at least 3:1."""

ROW, FIELD, TOOLBAR, FOOTER = 28, 34, 44, 32
