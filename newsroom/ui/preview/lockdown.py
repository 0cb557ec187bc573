"""Takes from the preview's browser everything that a page made of text and photos does not need."""

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineRegisterProtocolHandlerRequest,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from newsroom.ui.preview.scheme import PAGE, SCHEME

_Attribute = QWebEngineSettings.WebAttribute

ALLOWED = frozenset({_Attribute.AutoLoadImages, _Attribute.LinksIncludedInFocusChain,
                     _Attribute.ShowScrollBars, _Attribute.PrintElementBackgrounds,
                     _Attribute.PlaybackRequiresUserGesture,
                     _Attribute.WebRTCPublicInterfacesOnly})  # fmt: skip
"""What stays on: pictures, the keyboard's way through links, scroll bars; the last two forbid."""


def locked_profile(parent: QObject) -> QWebEngineProfile:
    """A profile that remembers nothing and reaches nothing but our own scheme."""
    profile = QWebEngineProfile(parent)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    profile.setPersistentPermissionsPolicy(
        QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime
    )
    profile.setSpellCheckEnabled(False)
    profile.setPushServiceEnabled(False)
    profile.downloadRequested.connect(_refuse_download)
    return profile


def lock(settings: QWebEngineSettings) -> None:
    """Turn off every attribute that is not in `ALLOWED`, those of later Qt versions too."""
    for attribute in _Attribute:
        settings.setAttribute(attribute, attribute in ALLOWED)
    settings.setUnknownUrlSchemePolicy(
        QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
    )
    settings.setFontSize(QWebEngineSettings.FontSize.MinimumFontSize, 0)
    settings.setFontSize(QWebEngineSettings.FontSize.MinimumLogicalFontSize, 0)


def is_ours(url: QUrl) -> bool:
    """Whether the page may ask for `url`: our own scheme, or a picture written into the page."""
    if url.scheme() == "data":
        kind = url.path().lower()
        return kind.startswith("image/") and not kind.startswith("image/svg")
    return url.scheme() == SCHEME


class Gatekeeper(QWebEngineUrlRequestInterceptor):
    """Lets through what is ours; `blocked(str)` names what was kept out."""

    blocked = Signal(str)

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Called by WebEngine for every request of the page."""
        if not is_ours(info.requestUrl()):
            info.block(True)
            self.blocked.emit(info.requestUrl().toString())


class LockedPage(QWebEnginePage):
    """A page that goes nowhere; `link_clicked(QUrl)` tells which link the person took.

    `complained(str)` carries what Chromium would write to the log, which never gets to see text
    or addresses of an article.
    """

    link_clicked = Signal(QUrl)
    complained = Signal(str)

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        lock(self.settings())
        self.permissionRequested.connect(_deny)
        self.fileSystemAccessRequested.connect(_reject_files)
        self.fullScreenRequested.connect(_reject_full_screen)
        self.registerProtocolHandlerRequested.connect(_reject_protocol)

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, main_frame: bool
    ) -> bool:
        """Only our own page, and places on it, are gone to."""
        target = QUrl(url)
        if main_frame and target.toString().split("#")[0] == PAGE:
            return True
        if kind == QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            self.link_clicked.emit(target)
        return False

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        line: int,
        source: str,
    ) -> None:
        """Keep Chromium's remarks out of the log."""
        del level, line, source
        self.complained.emit(message)


@Slot(QWebEngineDownloadRequest)
def _refuse_download(request: QWebEngineDownloadRequest) -> None:
    request.cancel()


@Slot(QWebEnginePermission)
def _deny(permission: QWebEnginePermission) -> None:
    permission.deny()


@Slot(QWebEngineFileSystemAccessRequest)
def _reject_files(request: QWebEngineFileSystemAccessRequest) -> None:
    request.reject()


@Slot(QWebEngineFullScreenRequest)
def _reject_full_screen(request: QWebEngineFullScreenRequest) -> None:
    request.reject()


@Slot(QWebEngineRegisterProtocolHandlerRequest)
def _reject_protocol(request: QWebEngineRegisterProtocolHandlerRequest) -> None:
    request.reject()
