"""How the window looks: Fusion with a palette and a style sheet made from the tokens.

The style sheet is `resources/window/window.qss`; its `$names` are those of `Tokens` and of
`Shades`, and `$pictures` is `light` or `dark`. Widgets choose their look by the dynamic property
`kind` (set with `set_kind`):

=============  =============================================================================
QPushButton    *(none)* outlined · `primary` · `quiet` · `danger` · `link` · `style` (names a style)
QToolButton    *(none)* quiet, for toolbars · `segment` (inside a `segmented` frame) · `outlined`
QLabel         `section-title` · `label` (of a field) · `heading` · `title` · `hint` · `count` ·
               `error` · `chip` · `key` (a shortcut) · `strong`
QFrame         `panel` · `background` · `sheet` · `toolbar` · `footer` · `line` (1 px) · `card` ·
               `segmented` · `popup` · `banner` with the property `tone`: info, warning, error, good
QLineEdit      *(none)* boxed, 34 px · `bare` (no box) · `search`
QListView …    *(none)* on the panel · `boxed` (a framed list in a dialog)
=============  =============================================================================
"""

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtCore import QDir, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette, QStyleHints
from PySide6.QtWidgets import (
    QApplication,
    QMenuBar,
    QProxyStyle,
    QStyle,
    QStyleFactory,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from newsroom.paths import resource
from newsroom.ui.fonts import load_interface_fonts, load_reading_fonts
from newsroom.ui.tokens import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Tokens


class Mode(StrEnum):
    """Which theme the person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_LIGHT = "high-light"
    HIGH_DARK = "high-dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shades:
    """Colours that follow from the tokens: states of controls, and text upon the accent."""

    hover: str
    row_hover: str
    pressed: str
    field_hover: str
    on_accent: str
    accent_hover: str
    accent_pressed: str
    text_selection: str
    disabled: str
    popup_selected: str
    blue_tint: str
    green_tint: str
    amber_tint: str
    scroll: str
    scroll_hover: str


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0…1) of `other` in it, as `#rrggbb`."""
    a, b = QColor(colour), QColor(other)
    channels = (
        round(x + (y - x) * share)
        for x, y in zip((a.red(), a.green(), a.blue()), (b.red(), b.green(), b.blue()), strict=True)
    )
    return QColor(*channels).name()


@cache
def shades(tokens: Tokens) -> Shades:
    """The shades that belong to `tokens`."""
    dark = tokens.dark
    return Shades(
        hover=mix(tokens.background, tokens.ink1, 0.06 if dark else 0.05),
        row_hover=mix(tokens.panel, tokens.ink1, 0.05 if dark else 0.03),
        pressed=mix(tokens.background, tokens.ink1, 0.12 if dark else 0.10),
        field_hover=mix(tokens.strong_line, tokens.ink1, 0.22),
        on_accent=tokens.background if dark else "#FFFFFF",
        accent_hover=mix(tokens.accent, tokens.ink1, 0.12),
        accent_pressed=mix(tokens.accent, tokens.ink1, 0.26),
        text_selection=mix(tokens.sheet, tokens.accent, 0.25 if dark else 0.18),
        disabled=mix(tokens.panel, tokens.ink3, 0.65),
        popup_selected=mix(tokens.sheet, tokens.ink1, 0.09) if dark else tokens.selection,
        blue_tint=mix(tokens.panel, tokens.blue, 0.10),
        green_tint=mix(tokens.panel, tokens.green, 0.10),
        amber_tint=mix(tokens.panel, tokens.amber, 0.14),
        scroll=mix(tokens.panel, tokens.ink1, 0.20),
        scroll_hover=mix(tokens.panel, tokens.ink1, 0.36),
    )


def style_sheet(tokens: Tokens) -> str:
    """The window's style sheet in the colours of `tokens`."""
    pictures = "dark" if tokens.dark else "light"
    return Template(_source()).substitute(
        asdict(tokens) | asdict(shades(tokens)), pictures=pictures
    )


@cache
def _source() -> str:
    return resource("window/window.qss").read_text(encoding="utf-8")


def palette(tokens: Tokens) -> QPalette:
    """The palette for what the style sheet does not reach, and for delegates."""
    role, shade = QPalette.ColorRole, shades(tokens)
    made = QPalette()
    for which, colour in {
        role.Window: tokens.background,
        role.WindowText: tokens.ink1,
        role.Base: tokens.sheet,
        role.AlternateBase: tokens.panel,
        role.Text: tokens.ink1,
        role.Button: tokens.panel,
        role.ButtonText: tokens.ink1,
        role.BrightText: tokens.accent,
        role.Highlight: shade.text_selection,
        role.HighlightedText: tokens.ink1,
        role.PlaceholderText: tokens.ink3_text,
        role.ToolTipBase: tokens.ink1,
        role.ToolTipText: tokens.sheet,
        role.Link: tokens.blue,
        role.LinkVisited: tokens.blue,
        role.Light: tokens.sheet,
        role.Midlight: tokens.line,
        role.Mid: tokens.line,
        role.Dark: tokens.strong_line,
        role.Shadow: tokens.strong_line,
        role.Accent: tokens.accent,
    }.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(shade.disabled))
    return made


class MenuBarStyle(QProxyStyle):
    """For the menu bar alone, as each question of a style to Python takes its time.

    The letters of Alt+… still work but are not underlined: under Vietnamese marks they look odd.
    """

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__("Fusion")
        self.setParent(bar)
        bar.setStyle(self)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        """What Fusion says, but for the underline."""
        if hint is QStyle.StyleHint.SH_UnderlineShortcut:
            return 0
        return super().styleHint(hint, option, widget, returnData)


def like_system(*, dark: bool, high: bool) -> Tokens:
    """The colours for what the system prefers."""
    if high:
        return HIGH_DARK if dark else HIGH_LIGHT
    return DARK if dark else LIGHT


def wants_contrast(hints: QStyleHints) -> bool:
    """Whether the system asks for high contrast, as far as Qt is told."""
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


class Theme(QObject):
    """Applies light or dark, plain or high contrast; `changed(Tokens)` says which was applied."""

    changed = Signal(object)

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._tokens: Tokens | None = None
        QDir.setSearchPaths("window", [str(resource("window"))])
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(load_interface_fonts())
        load_reading_fonts()
        app.styleHints().colorSchemeChanged.connect(self._refresh)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._refresh)
        self._refresh()

    @property
    def mode(self) -> Mode:
        """What the person chose."""
        return self._mode

    @property
    def tokens(self) -> Tokens:
        """The colours on screen."""
        return self._tokens or LIGHT

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or look as chosen whatever the system says."""
        self._mode = mode
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted is self._tokens:
            return
        self._tokens = wanted
        self._app.setPalette(palette(wanted))
        self._app.setStyleSheet(style_sheet(wanted))
        self.changed.emit(wanted)

    def _wanted(self) -> Tokens:
        match self._mode:
            case Mode.LIGHT:
                return LIGHT
            case Mode.DARK:
                return DARK
            case Mode.HIGH_LIGHT:
                return HIGH_LIGHT
            case Mode.HIGH_DARK:
                return HIGH_DARK
            case Mode.SYSTEM:
                hints = self._app.styleHints()
                dark = hints.colorScheme() is Qt.ColorScheme.Dark
                return like_system(dark=dark, high=wants_contrast(hints))


def set_kind(widget: QWidget, kind: str, **more: str) -> None:
    """Give `widget` the look `kind` (see the table above) and further properties; repolishes."""
    widget.setProperty("kind", kind)
    for name, value in more.items():
        widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
