"""Nothing gets out of the preview and nothing that a page might bring is run.

Most tests here load hostile HTML into the very browser of the preview, past the writer, which would
have escaped it: each safeguard must hold alone.
"""

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QObject, QUrl
from pytestqt.qtbot import QtBot

from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.ids import BlockId
from newsroom.ui.preview import scheme
from newsroom.ui.preview.pane import PreviewPane
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.tokens import LIGHT
from tests.site_sample import jpeg, photo_sources, rich_article, rich_context, scene

RunScript = Callable[[PreviewPane, str], Any]
HOSTILE = """<!doctype html><html><head>
<link rel="stylesheet" href="{http}/a.css"><link rel="dns-prefetch" href="{http}">
<link rel="preconnect" href="{http}"><link rel="prefetch" href="{http}/p">
<link rel="icon" href="{http}/i.png"><meta http-equiv="refresh" content="0;url={http}/r">
<base href="{http}/"><style>@import "{http}/b.css"; body {{ background: url({http}/c.png) }}
@font-face {{ font-family: x; src: url({http}/x.ttf) }} p {{ font-family: x }}</style></head>
<body><div id="page"><p>chữ</p><img src="{http}/d.png"><img src="{file}">
<img srcset="{http}/e.png 1x">
<img src=x onerror="document.body.dataset.ran = 1"><script>document.body.dataset.ran = 2</script>
<svg onload="document.body.dataset.ran = 3"><script>document.body.dataset.ran = 4</script>
<image href="{http}/s.png"/></svg>
<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='1'/>">
<iframe src="{http}/f"></iframe>
<iframe srcdoc="<script>parent.document.body.dataset.ran=5</script>">
</iframe><object data="{http}/o.pdf"></object><embed src="{http}/o.swf"><video src="{http}/v.mp4"
poster="{http}/v.png" autoplay></video><audio src="{http}/a.mp3"></audio><input autofocus
onfocus="document.body.dataset.ran = 6"><form action="{http}/z"><button id="send">x</button></form>
<a id="js" href="javascript:document.body.dataset.ran=7">x</a><a id="ping" href="{http}/l"
ping="{http}/ping">x</a><a id="pop" target="_blank" href="{http}/w">x</a><a id="down"
href="newsroom-preview://site/style.css" download>x</a><a id="file" href="{file}">x</a>
<a id="own" href="newsroom-preview://site/photos/x">x</a>
<a id="style" href="newsroom-preview://site/style.css">x</a></div></body></html>"""


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """A server on this machine and what reached it."""
    heard: list[bytes] = []
    server = socket.create_server(("127.0.0.1", 0))

    def listen() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            heard.append(connection.recv(200))
            connection.close()

    thread = Thread(target=listen, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}", heard
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join(5)


class FakeJob(QObject):
    """A request that WebEngine would make."""

    def __init__(self, address: str, method: bytes = b"GET") -> None:
        super().__init__()
        self.answers: list[str] = []
        self._address, self._method = address, method

    def requestUrl(self) -> QUrl:  # noqa: N802 - Qt's name
        return QUrl(self._address)

    def requestMethod(self) -> QByteArray:  # noqa: N802 - Qt's name
        return QByteArray(self._method)

    def fail(self, error: object) -> None:
        self.answers.append("failed")

    def reply(self, kind: QByteArray, device: object) -> None:
        self.answers.append(bytes(kind.data()).decode())


class Hostile:
    """A preview whose page is not ours."""

    def __init__(self, qtbot: QtBot, pane: PreviewPane) -> None:
        pane.show()
        with qtbot.waitSignal(pane.shown, timeout=20_000):
            pane.show_article(rich_article(), rich_context())
        assert pane.stage.browser is not None
        self.qtbot, self.pane, self.browser = qtbot, pane, pane.stage.browser
        self.blocked: list[str] = []
        self.browser.gatekeeper.blocked.connect(self.blocked.append)

    def ask(self, path: str, method: bytes = b"GET") -> str:
        job = FakeJob(f"newsroom-preview://site/{path}", method)
        self.browser._server.requestStarted(job)  # type: ignore[arg-type]
        self.qtbot.waitUntil(lambda: bool(job.answers))
        return job.answers[0]

    def load(self, markup: str) -> None:
        from newsroom.ui.preview.page import Made, Shown

        shown = Shown(name="", setting=None)
        made = Made(shown=shown, page=markup.encode())
        with self.qtbot.waitSignal(self.browser.page.loadFinished, timeout=10_000):
            self.browser.load(made)
        self.qtbot.wait(400)


@pytest.fixture
def hostile(qtbot: QtBot, pane: PreviewPane) -> Hostile:
    return Hostile(qtbot, pane)


def test_no_request_leaves_and_no_script_runs(
    hostile: Hostile, listener: tuple[str, list[bytes]], run_script: RunScript, tmp_path: Path
) -> None:
    address, heard = listener
    secret = tmp_path / "secret.png"
    secret.write_bytes(jpeg(scene(8, 8)))
    hostile.load(HOSTILE.format(http=address, file=secret.as_uri()))
    for name in ("send", "js", "ping", "pop", "down", "file", "own", "style"):
        run_script(hostile.pane, f"document.getElementById('{name}').click(); 1")
    hostile.qtbot.wait(300)
    assert run_script(hostile.pane, "String(document.body.dataset.ran)") == "undefined"
    assert run_script(hostile.pane, "location.href") == scheme.PAGE
    assert heard == []
    assert any(url.startswith(address) for url in hostile.blocked)
    local = "[...document.images].find((image) => image.src.startsWith('file:')).naturalWidth"
    assert run_script(hostile.pane, local) == 0


def test_the_gate_alone_keeps_scripts_of_our_own_world_in(
    hostile: Hostile, listener: tuple[str, list[bytes]], run_script: RunScript
) -> None:
    address, heard = listener
    hostile.load("<!doctype html><div id=page></div>")
    run_script(
        hostile.pane,
        f"fetch('{address}/x').catch(() => 0); new Image().src = '{address}/y';"
        f"navigator.sendBeacon && navigator.sendBeacon('{address}/z');"
        f"window.open('{address}/w'); location.href = '{address}/n'; 1",
    )
    hostile.qtbot.wait(500)
    assert heard == []
    assert run_script(hostile.pane, "location.href") == scheme.PAGE


def test_hostile_words_in_an_article_are_shown_as_words(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    evil = '<img src=x onerror="document.body.dataset.ran=1"></p><script>1</script>'
    pane.show()
    for headline in ("trước", evil):
        with qtbot.waitSignal(pane.shown, timeout=20_000):
            pane.show_article(replace(rich_article(), headline=headline), rich_context())
    assert run_script(pane, "document.querySelector('h1').textContent") == evil
    assert run_script(pane, "String(document.body.dataset.ran)") == "undefined"


STYLES = """<!doctype html><html><head><style>
@import url({http}/1.css); body {{ background: url("{http}/2.png"), url(//127.0.0.1:1/3.png) }}
p {{ list-style-image: url({http}/4.png); cursor: url({http}/5.cur), auto;
border-image-source: url({http}/6.png); content: url({http}/7.png); mask: url({http}/8.svg#m);
filter: url({http}/9.svg#f); shape-outside: url({http}/10.png) }}
p::first-line {{ background: image-set("{http}/11.png" 1x) }}</style></head><body><div id="page">
<p style="background: url({http}/12.png)">chữ</p><table background="{http}/13.png"><tr><td>
<svg><use href="{http}/14.svg#x"/><image xlink:href="{http}/15.png"/><script href="{http}/16.js">
</script><foreignObject><iframe src="{http}/17"></iframe></foreignObject>
<a xlink:href="javascript:document.body.dataset.ran=1"><text id="js" y="9">x</text></a></svg>
<math href="javascript:1"><mi>x</mi></math><a id="data" href="data:text/html,<script>1</script>">x
</a><a id="blob" href="blob:null/1">x</a><a id="view" href="view-source:{http}/18">x</a>
</p></div></div></i></table></main><p>còn đây<b><i>chéo</b></i><div id="page"><template><p>"""


def test_styles_svg_and_broken_nesting_ask_for_nothing(
    hostile: Hostile, listener: tuple[str, list[bytes]], run_script: RunScript
) -> None:
    address, heard = listener
    links: list[str] = []
    for signal in (hostile.pane.link_requested, hostile.pane.article_requested):
        signal.connect(links.append)
    hostile.load(STYLES.format(http=address))
    click = "dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))"
    for name in ("js", "data", "blob", "view"):
        run_script(hostile.pane, f"document.getElementById('{name}').{click}")
    hostile.qtbot.wait(200)
    assert run_script(hostile.pane, "String(document.body.dataset.ran)") == "undefined"
    assert run_script(hostile.pane, "location.href") == scheme.PAGE
    assert "còn đây" in run_script(hostile.pane, "document.body.textContent")
    assert links == []
    assert heard == []
    kept_out = {url for url in hostile.blocked if url.startswith(address)}
    assert len(kept_out) >= 8


def test_a_paragraph_as_long_as_a_book_is_shown(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it is loaded, as an edit, and with another headline."""
    monkeypatch.setattr("newsroom.ui.preview.page._AT_ONCE", 300_000)
    words = "đoàn phí <b> & " * (512 * 1024 // 18)
    pane.show()
    length = "document.querySelector('[data-block=huge]').textContent.length"
    for headline, text in (("một", words), ("một", words + "x"), ("hai", words + "x")):
        huge = Paragraph(id=BlockId("huge"), text=text_of(text))
        article = replace(rich_article(), headline=headline, body=Document(blocks=(huge,)))
        with qtbot.waitSignal(pane.shown, timeout=30_000):
            pane.show_article(article, rich_context())
        assert run_script(pane, length) == len(text)
    assert run_script(pane, "document.querySelector('h1').textContent.trim()") == "hai"


def test_a_page_that_went_away_while_text_was_brought_is_loaded_anew(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    from newsroom.ui.preview.page import Made, Shown

    pane.show()
    with qtbot.waitSignal(pane.shown, timeout=20_000):
        pane.show_article(rich_article(), rich_context())
    browser = pane.stage.browser
    assert browser is not None
    shown = Shown(name="x", setting=None)
    lost = Made(shown=shown, scripts=("1", "newsroomPieces.push('a')", "newsroomPieces.length"))
    with qtbot.waitSignals([browser.patch_failed, pane.shown], timeout=10_000):
        browser.patch(lost)
    assert run_script(pane, "document.querySelectorAll('[data-block]').length") > 5


def test_the_page_remembers_nothing(hostile: Hostile, run_script: RunScript) -> None:
    storage = "try { localStorage.setItem('a', 1); 'kept' } catch (error) { 'refused' }"
    assert run_script(hostile.pane, storage) == "refused"
    assert run_script(hostile.pane, "document.cookie = 'a=1'; document.cookie") == ""
    assert (
        run_script(hostile.pane, "!!document.createElement('canvas').getContext('webgl')") is False
    )
    profile = hostile.browser.page.profile()
    assert profile.isOffTheRecord()
    assert profile.httpCacheType() == profile.HttpCacheType.NoCache


def test_everything_is_off_but_what_a_page_needs(hostile: Hostile) -> None:
    from PySide6.QtWebEngineCore import QWebEngineSettings

    settings = hostile.browser.page.settings()
    on = {kind.name for kind in QWebEngineSettings.WebAttribute if settings.testAttribute(kind)}
    assert on == {
        "AutoLoadImages",
        "LinksIncludedInFocusChain",
        "PlaybackRequiresUserGesture",
        "PrintElementBackgrounds",
        "ShowScrollBars",
        "WebRTCPublicInterfacesOnly",
    }


def test_nothing_of_ours_is_handed_to_the_page(hostile: Hostile) -> None:
    assert hostile.browser.page.webChannel() is None


class FakeInfo:
    """A request on its way out."""

    def __init__(self, address: str) -> None:
        self.address, self.stopped = QUrl(address), False

    def requestUrl(self) -> QUrl:  # noqa: N802 - Qt's name
        return self.address

    def block(self, stop: bool) -> None:
        self.stopped = stop


def test_the_gate_stops_what_is_not_ours() -> None:
    from newsroom.ui.preview.lockdown import Gatekeeper

    gate = Gatekeeper()
    out, ours = FakeInfo("https://example.vn/x.png"), FakeInfo("newsroom-preview://site/x")
    for info in (out, ours):
        gate.interceptRequest(info)  # type: ignore[arg-type]
    assert (out.stopped, ours.stopped) == (True, False)


def test_the_page_may_load_only_from_us(hostile: Hostile, run_script: RunScript) -> None:
    meta = "document.querySelector('meta[http-equiv=Content-Security-Policy]').content"
    assert run_script(hostile.pane, meta).split("; ") == [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "style-src newsroom-preview:",
        "font-src newsroom-preview:",
        "img-src newsroom-preview:",
    ]


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        ("newsroom-preview://site/style.css", True),
        ("data:image/png;base64,iVBOR", True),
        ("DATA:image/png;base64,iVBOR", True),
        ("data:image/svg+xml,<svg/>", False),
        ("data:text/html,<script>", False),
        ("data:font/ttf,x", False),
        ("http://127.0.0.1/", False),
        ("https://example.vn/", False),
        ("file:///etc/passwd", False),
        ("ftp://example.vn/", False),
        ("ws://example.vn/", False),
        ("blob:newsroom-preview://site/1", False),
        ("qrc:/x", False),
        ("chrome://gpu", False),
        ("about:blank", False),
        ("", False),
    ],
)
def test_the_gate_knows_what_is_ours(address: str, ours: bool) -> None:
    from newsroom.ui.preview.lockdown import is_ours

    assert is_ours(QUrl(address)) is ours


STRANGE = (
    "photos/../../etc/passwd",
    "photos/" + "A" * 64,
    "photos/" + "0" * 64,
    "photos/" + "0" * 64 + "?width=320",
    "photos/" + "0" * 64 + "?width=x",
    "photos/" + "0" * 64 + "?width=10&crop=1,2",
    "fonts/../index.html",
    "fonts/OFL.txt",
    "fonts/%2e%2e%2fhouse.toml",
    "nothing",
)
KNOWN = {
    "index.html": "text/html;charset=utf-8",
    "style.css?v=1": "text/css;charset=utf-8",
    "fonts/SourceSerif4_400Regular.ttf": "font/ttf",
    f"photos/{photo_sources()[0].file.id}?width=320&crop=0,0,1,0.5": "image/jpeg",
}


def test_the_server_answers_only_what_it_wrote(hostile: Hostile) -> None:
    answers = {path: hostile.ask(path) for path in (*STRANGE, *KNOWN)}
    assert answers == dict.fromkeys(STRANGE, "failed") | KNOWN
    assert hostile.ask("index.html", b"POST") == "failed"


def test_our_own_page_gives_no_cause_for_complaint(
    hostile: Hostile, qtbot: QtBot, run_script: RunScript
) -> None:
    said: list[str] = []
    hostile.browser.page.complained.connect(said.append)
    hostile.pane.maker.shown = None
    with qtbot.waitSignal(hostile.pane.shown, timeout=20_000):
        hostile.pane.show_article(rich_article(), rich_context())
    loaded = "[...document.images].every((image) => image.complete)"
    qtbot.waitUntil(lambda: run_script(hostile.pane, loaded) is True, timeout=10_000)
    assert said == []
    assert hostile.blocked == []


def test_the_cache_forgets_the_oldest() -> None:
    from newsroom.ui.preview.server import Answer, AnswerCache

    cache = AnswerCache(limit=10)
    for name in "abc":
        cache.put(name, Answer(b"1234", "x"))
        cache.get("a")
    assert [cache.get(name) is not None for name in "abc"] == [True, False, True]
    cache.put("big", Answer(b"1" * 11, "x"))
    assert all(cache.get(name) is None for name in ("a", "b", "c", "big"))


def test_photos_and_fonts_are_read_off_the_gui_thread(
    qtbot: QtBot, tasks: TaskRunner, qapp: QObject
) -> None:
    from threading import current_thread, main_thread

    threads: set[str] = set()

    def read(photo: str) -> bytes:
        del photo
        threads.add("gui" if current_thread() is main_thread() else "worker")
        return b"broken"

    pane = PreviewPane(tasks=tasks, read_photo=read, tokens=LIGHT)
    qtbot.addWidget(pane)
    pane.show()
    with qtbot.waitSignal(pane.shown, timeout=20_000):
        pane.show_article(rich_article(), rich_context())
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == {"worker"}
