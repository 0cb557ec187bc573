"""HTML that wants to do more than be read: each by its name, the words `an toàn` in all of them.

Ours, after the families that sanitisers are tested with: scripts, handlers, addresses, styles,
frames, forms, foreign elements, parsers that disagree (mutation), and sheer size.
"""

from base64 import b64encode
from collections.abc import Iterator

SAFE = "an toàn"
CALL = "alert(1)"
_SCRIPT = f"<script>{CALL}</script>"
_CODED = b64encode(_SCRIPT.encode()).decode()

LINKS = (
    f"javascript:{CALL}",
    f"JaVaScRiPt:{CALL}",
    f" javascript:{CALL}",
    f"java\tscript:{CALL}",
    f"java\nscript:{CALL}",
    f"\x01javascript:{CALL}",
    f"&#106;avascript:{CALL}",
    f"&#x6A;avascript&colon;{CALL}",
    f"javascript&Tab;:{CALL}",
    f"javascript://x.example/%0A{CALL}",
    f"vbscript:{CALL}",
    f"data:text/html,{_SCRIPT}",
    f"data:text/html;base64,{_CODED}",
    f"blob:https://x.example/{CALL}",
    "file:///etc/passwd",
    "view-source:https://x.example",
    "intent://x#Intent;scheme=javascript;end",
    "//x.example/không-lược-đồ",
    "https://x.example/&quot; onclick=&quot;alert(1)",
    "https://x.example/' onclick='alert(1)",
    "https://người:mật@x.example/",
    "mailto:a@x.example?body=<script>alert(1)</script>",
)
"""Addresses that must not be followed, or not as they are."""


def hostile_pages() -> dict[str, str]:
    """Every case of a size that a person could send."""
    families = (_scripts(), _handlers(), _addresses(), _styles(), _frames(), _foreign(), _mutants())
    cases = [pair for family in families for pair in family]
    cases += [*_letters(), *_broken()]
    assert len({name for name, _ in cases}) == len(cases)
    return {name: f"{html}<p>{SAFE}</p>" for name, html in cases}


def _numbered(family: str, *pages: str) -> Iterator[tuple[str, str]]:
    for number, page in enumerate(pages, 1):
        yield f"{family}-{number:02}", page


def _scripts() -> Iterator[tuple[str, str]]:
    return _numbered(
        "script",
        _SCRIPT,
        f"<SCRIPT SRC=//x.example/a.js></SCRIPT><ScRiPt>{CALL}</sCrIpT>",
        f"<script type=module>{CALL}</script>",
        f"<script/x>{CALL}</script/y>",
        f"<script\n>{CALL}</script\t>",
        f"<scr<script>ipt>{CALL}</scr</script>ipt>",
        f"<script>{CALL}",
        f"<script <b>{CALL}</script>",
        f"<<script>{CALL}//<</script>",
        f"<script>x='</script>'+{CALL}</script>",
        f"<script><!--{CALL}--></script>",
        f"<script><!-- <script> --></script>{_SCRIPT}",
        f'<script type=\'application/ld+json\'>{{"headline":"</script>{_SCRIPT}"}}</script>',
        f'<noscript><p title="</noscript>{_SCRIPT}"></noscript>',
        f"<template>{_SCRIPT}</template>",
        f"<textarea>{_SCRIPT}</textarea>{_SCRIPT}",
        f"<title></title>{_SCRIPT}<title>",
        f"<xmp>{_SCRIPT}</xmp>",
        f"<plaintext>{_SCRIPT}",
        f"<?xml version='1.0'?>{_SCRIPT}",
        f"<![CDATA[{_SCRIPT}]]>",
        f"<!--[if IE]>{_SCRIPT}<![endif]-->",
        f"<!-->{_SCRIPT}-->",
        f"&lt;script&gt;{CALL}&lt;/script&gt;",
        f"&amp;lt;script&amp;gt;{CALL}",
        f"\ufeff<s\u0000cript>{CALL}</s\u0000cript>",
        f"<ſcript>{CALL}</ſcript>",
    )


def _handlers() -> Iterator[tuple[str, str]]:
    return _numbered(
        "handler",
        f"<p onclick={CALL}>Chữ</p>",
        f"<p ONMOUSEOVER='{CALL}'>Chữ</p>",
        f"<body onload={CALL}>Chữ</body>",
        f"<img src=x onerror={CALL}>",
        f"<img src=x onerror\n=\n{CALL}>",
        f"<img/src=x/onerror={CALL}>",
        f"<img src='x'onerror='{CALL}'>",
        "<img src=x onerror=&#97;lert(1)>",
        f'<img alt="`<b onclick={CALL}>`" src=x>',
        f"<a href=# onfocus={CALL} autofocus tabindex=1>Chữ</a>",
        f"<video><source onerror={CALL}></video>",
        f"<audio src=x onerror={CALL} controls></audio>",
        f"<details open ontoggle={CALL}><summary>Chữ</summary></details>",
        f"<marquee onstart={CALL}>Chữ</marquee>",
        f"<input autofocus onfocus={CALL}>",
        f"<select onfocus={CALL} autofocus><option>Chữ</select>",
        f"<table><td background=x onclick={CALL}>Chữ</table>",
        f"<p style='animation-name:x' onanimationend={CALL}>Chữ</p>",
        f'<p class="a" onpointerenter={CALL} class="b">Chữ</p>',
        f"<p title='x' \u00a0onclick={CALL}>Chữ</p>",
        f"<keygen autofocus onfocus={CALL}>",
        f"<button formaction=javascript:{CALL} onclick={CALL}>Chữ</button>",
    )


def _addresses() -> Iterator[tuple[str, str]]:
    yield from _numbered("link", *(f'<p>Xem <a href="{link}">ở đây</a></p>' for link in LINKS))
    yield from _numbered(
        "address",
        f"<base href='javascript:{CALL}//'><a href='x'>Chữ</a>",
        "<base href='https://x.example/'><img src='a.jpg'>",
        f"<img src='javascript:{CALL}'>",
        f"<img src='data:text/html,{_SCRIPT}'>",
        "<img src='https://x.example/đếm.gif?ai=toi' width=600 height=400>",
        "<img srcset='https://x.example/a.jpg 2x' src='//x.example/b.jpg'>",
        "<img src='file:///etc/passwd'><img src='\\\\\\\\x.example\\\\chung\\\\a.png'>",
        "<picture><source srcset='https://x.example/a.webp'><img src='https://x.example/a'></picture>",
        f"<meta http-equiv=refresh content='0;url=javascript:{CALL}'>",
        "<link rel=stylesheet href='https://x.example/a.css'><link rel=prefetch href=//x>",
        "<a href='https://x.example' ping='https://x.example/p' target=_blank>Chữ</a>",
        f"<map name=m><area href='javascript:{CALL}' coords=0,0,9,9></map><img usemap=#m src=x>",
        f"<blockquote cite='javascript:{CALL}'>Chữ</blockquote>",
        f"<q cite='data:text/html,{_CODED}'>Chữ</q>",
    )  # fmt: skip


def _styles() -> Iterator[tuple[str, str]]:
    return _numbered(
        "style",
        "<p style='background:url(https://x.example/a.png)'>Chữ</p>",
        f"<p style=\"background:url('javascript:{CALL}')\">Chữ</p>",
        f"<p style='width:expression({CALL})'>Chữ</p>",
        "<p style='-moz-binding:url(//x.example/x.xml)'>Chữ</p>",
        "<p style='position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:9'>Chữ</p>",
        "<style>@import 'https://x.example/a.css';body{display:none}</style>",
        f"<style></style>{_SCRIPT}<style></style>",
        f"<style><img src='</style><img src=x onerror={CALL}>'></style>",
        "<p style='font:url(&quot;//x.example&quot;);color:red;/*'>Chữ</p>",
        "<p style=\"content:'\\3c script\\3e'\">Chữ</p>",
        "<div style='background-image:\\75rl(//x.example)'>Chữ</div>",
        "<font face='x;background:url(//x.example)' color='expression(1)'>Chữ</font>",
    )


def _frames() -> Iterator[tuple[str, str]]:
    return _numbered(
        "frame",
        "<iframe src='https://x.example'></iframe>",
        f"<iframe srcdoc='&lt;script&gt;{CALL}&lt;/script&gt;'></iframe>",
        f"<iframe src='javascript:{CALL}'>",
        f"<iframe><p>{_SCRIPT}</iframe>",
        f"<frameset onload={CALL}><frame src='javascript:{CALL}'></frameset>",
        f"<object data='javascript:{CALL}'></object>",
        f"<object type='text/html' data='data:text/html;base64,{_CODED}'></object>",
        f"<embed src='javascript:{CALL}'>",
        "<applet code='X.class' archive='//x.example/x.jar'></applet>",
        f"<form action='javascript:{CALL}'><input type=submit value=Gửi></form>",
        "<form action='https://x.example' method=post><input name=mật type=password></form>",
        f"<isindex action='javascript:{CALL}' type=image>",
        "<portal src='https://x.example'></portal><fencedframe></fencedframe>",
        f"<dialog open onclose={CALL}>Chữ</dialog>",
    )


def _foreign() -> Iterator[tuple[str, str]]:
    return _numbered(
        "foreign",
        f"<svg onload={CALL}></svg>",
        f"<svg>{_SCRIPT}</svg>",
        f"<svg><script href='data:,{CALL}'/></svg>",
        f"<svg><a xlink:href='javascript:{CALL}'><text>Chữ</text></a></svg>",
        f"<svg><animate attributeName=href values='javascript:{CALL}'/></svg>",
        f"<svg><set attributeName=onmouseover to='{CALL}'/></svg>",
        f"<svg><use href='data:image/svg+xml,<svg id=x>{_SCRIPT}</svg>#x'/></svg>",
        f"<svg><foreignObject><iframe src='javascript:{CALL}'></iframe></foreignObject></svg>",
        f"<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>{_SCRIPT}</svg>\">",
        f"<math><maction actiontype=statusline xlink:href='javascript:{CALL}'>Chữ</maction></math>",
        f"<math href='javascript:{CALL}'><mi>x</mi></math>",
        f"<x:script xmlns:x='http://www.w3.org/1999/xhtml'>{CALL}</x:script>",
        f"<o:p onclick={CALL}>Chữ</o:p><v:shape onload={CALL}></v:shape>",
        f"<my-element onclick={CALL}><slot name='x'></slot></my-element>",
    )


def _mutants() -> Iterator[tuple[str, str]]:
    """What one parser closes and the next one opens again."""
    image = f"<img src=1 onerror={CALL}>"
    return _numbered(
        "mutant",
        f"<math><mtext><table><mglyph><style><!--</style>{image}",
        f"<form><math><mtext></form><form><mglyph><style></math>{image}",
        f'<svg></p><style><a id="</style>{image}">',
        f"<math><annotation-xml encoding='text/html'><p>{image}</annotation-xml></math>",
        f"<noscript><style></noscript>{image}</style>",
        f"<template><s><template><s>{image}</s></template></s></template>",
        f"<p><svg><title><a title='</title>{image}'></svg>",
        f"<svg><desc><![CDATA[</desc>{_SCRIPT}]]></svg>",
        f"<select><template></select>{image}</template>",
        f"<table><a href='x'><tr><a id='</a>{image}'>Chữ</table>",
        f"<listing>&lt;img src=1 onerror={CALL}&gt;</listing>",
        f"<p title='`{image}`'>Chữ</p>",
        f"<p title='--&gt;{image}'><!-- </p>",
        f"<textarea></p title='</textarea>{image}'>",
        f"<a href='x' title='\"{image}'>Chữ</a>",
        f"<b><p><b><p><a><table><a>{image}</a></table></b>",
    )


def _letters() -> Iterator[tuple[str, str]]:
    return _numbered(
        "letters",
        "<p>Tệp \u202egpj.exe\u202c đính kèm</p>",
        "<p>\u2066\u202eđảo\u202c\u2069 ngược\u200b\u200d\ufeff</p>",
        "<p>Nu\x00ll \x01\x02\x1b[31m \x7f \x85</p>",
        "<p>\ud800 nửa \udfff chữ</p>",
        "<p>&#0; &#x80; &#xD800; &#x110000; &#99999999999999999999;</p>",
        "<p>" + "Z" + "\u0300\u0301\u0302" * 500 + "</p>",
        "<p>\uff1cscript\uff1ealert(1)\uff1c/script\uff1e</p>",
        "<p>&lt;img src=x onerror=alert(1)&gt; viết ra thì vẫn là chữ</p>",
        "<p>{{ 7*7 }} {% raw %} {{ page.__class__ }} ${7*7} #{7*7} <%= 7*7 %></p>",
        "<p>[x](javascript:alert(1)) =HYPERLINK(\"x\") @SUM(1)</p>",
        "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
        "<meta charset=utf-7>+ADw-script+AD4-",
    )  # fmt: skip


def _broken() -> Iterator[tuple[str, str]]:
    return _numbered(
        "broken",
        "",
        "<",
        "</",
        "<!",
        "<p",
        '<p title="',
        "<a href='",
        "</div></div></p></table></html>",
        "<table><tr><td><table><tr></table><p>Chữ</table></td>",
        "<ul><li><ul></li></ul></ul></li><li>Chữ",
        "<p><p><p><b><i></b></i><b>Chữ",
        "<td>Ô</td><tr><th>Cột</th></tr>",
        "<td colspan=999999999 rowspan=99999999>Ô</td>",
        "<table><tr><td colspan=5000 rowspan=60000>Ô<td>Hai</table>",
        "<ol start=99999999999999999999 type='<b>'><li value=-1>Chữ</ol>",
        "<img width=1e999 height=-5 src=x><img width='100%' height='NaN' src=x>",
        "<html><head><body><html><body><head><p>Chữ",
        "<frameset><p>Chữ",
        "\r\r\n\n\x0b\x0c",
    )


def huge_pages() -> dict[str, str]:
    """Pages of megabytes, and nesting that no browser would build."""
    deep = 10_000
    million = 1_000_000
    many = " ".join(f"a{number}=1" for number in range(300_000))
    return {
        "nested blocks": "<div>" * deep + SAFE + "</div>" * deep,
        "nested marks": "<b>" * deep + SAFE + "</b>" * deep,
        "nested lists": "<ul><li>" * deep + SAFE + "</li></ul>" * deep,
        "nested tables": "<table><tr><td>" * deep + SAFE + "</td></tr></table>" * deep,
        "nested quotes never closed": "<blockquote>" * deep + SAFE,
        "nested svg": "<svg>" * deep + "</svg>" * deep + f"<p>{SAFE}</p>",
        "nested unknown": "<x-y>" * deep + SAFE + "</x-y>" * deep,
        "closed and never opened": f"<p>{SAFE}</p>" + "</div></b></table>" * deep,
        "crossed marks": "<b><i>" * (deep // 2) + SAFE + "</b></i>" * (deep // 2),
        "comments never closed": f"<p>{SAFE}</p>" + "<!-- " * (deep * 5),
        "scripts never closed": f"<p>{SAFE}</p>" + "<script>" * (deep * 5),
        "one paragraph of 5 MB": f"<p>{SAFE} " + "công nhân " * (5 * million // 14) + "</p>",
        "one word of 1 MB": f"<p>{SAFE} {'a' * million}</p>",
        "an attribute of 2 MB": f"<p title='{'x' * (2 * million)}'>{SAFE}</p>",
        "an address of 2 MB": f"<p><a href='https://x.example/{'x' * 2 * million}'>{SAFE}</a></p>",
        "300,000 attributes": f"<p {many}>{SAFE}</p>",
        "attributes behind a quoted >": f"<p =a='>' {many}>x</p><p>{SAFE}</p>",
        "attributes in stray quotes": f"<p ' {many} '>x</p><p>{SAFE}</p>",
        "attributes after ==": f'<p a==" {many} ">x</p><p>{SAFE}</p>',
        "tags inside a value": f"<p title='{'<a b ' * 100_000}'>{SAFE}</p>",
        "200,000 entities": f"<p>{SAFE}" + "&amp;&lt;&#7877;" * 66_666 + "</p>",
        "100,000 line breaks": f"<p>{SAFE}" + "<br>" * 100_000 + "x</p>",
        "10,000 photos": f"<p>{SAFE}</p>" + "<img src='https://x.example/a.jpg'>" * deep,
        "a table of 40,000 cells": "<table>"
        + ("<tr>" + "<td>1" * 200) * 200
        + f"</table><p>{SAFE}</p>",
        "open brackets": f"<p>{SAFE}</p>" + "<" * million,
        "a picture of 3 MB in the page": f"<p>{SAFE}</p><img src='data:image/png;base64,"
        + "A" * (3 * million)
        + "'>",
    }  # fmt: skip
