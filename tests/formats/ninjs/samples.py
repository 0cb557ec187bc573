"""News items as other desks send them, one for each generation of the standard."""

import json

from tests.formats.docx.samples import picture

PHOTO = picture((640, 427), "#2F5D50")
THUMBNAIL = picture((64, 43), "#2F5D50")
STORY = (
    (
        "Sáng thứ Hai, gần hai trăm công nhân vận hành cần cẩu ở cảng Lạch Huyện học lớp sơ cứu "
        "đầu tiên do công đoàn cảng tổ chức."
    ),
    "Lớp học kéo dài ba ngày, mỗi ca một nhóm, ngay tại nhà chờ của cảng.",
)
HTML = f"<p>{STORY[0]}</p><h2>Học ngay tại nhà chờ</h2><p>{STORY[1]}</p>"
CAPTION = "Công nhân cảng tập băng bó vết thương."


def first_generation() -> dict[str, object]:
    """ninjs 1.x: single fields, associations by name."""
    return {
        "uri": "http://hangtin.example/tin/20260511-01",
        "type": "text",
        "versioncreated": "2026-05-11T03:20:00Z",
        "embargoed": "2026-05-12T00:00:00+07:00",
        "pubstatus": "usable",
        "urgency": 2,
        "language": "vi-VN",
        "headline": "Công nhân cảng học sơ cứu",
        "byline": "Lan Anh và Quốc Việt",
        "located": "Hải Phòng",
        "description_text": "Lớp sơ cứu đầu tiên cho người vận hành cần cẩu.",
        "body_text": "\n".join(STORY),
        "body_xhtml": HTML,
        "ednote": "Có thể cắt hai đoạn cuối.",
        "usageterms": "Không dùng sau ngày 31/5.",
        "subject": [{"name": "an toàn lao động", "code": "14000000", "rel": "about"}],
        "keywords": ["cảng biển", "an toàn lao động"],
        "associations": {
            "featuremedia": {
                "uri": "http://hangtin.example/anh/7",
                "type": "picture",
                "byline": "Thu Trang",
                "description_text": CAPTION,
                "renditions": {
                    "thumbnail": {
                        "href": "nho.jpg",
                        "mimetype": "image/jpeg",
                        "width": 64,
                        "height": 43,
                    },
                    "original": {
                        "href": "to.jpg",
                        "mimetype": "image/jpeg",
                        "width": 640,
                        "height": 427,
                    },
                    "film": {
                        "href": "phim.mp4",
                        "mimetype": "video/mp4",
                        "width": 1920,
                        "height": 1080,
                    },
                },
            }
        },
    }


def second_generation() -> dict[str, object]:
    """ninjs 2.x: lists with roles, keys in small letters."""
    return {
        "uri": "urn:uuid:5f0c9d0e-7a47-4a6c-9f5e-0d6b9a9e7a11",
        "type": "text",
        "standard": {"name": "ninjs", "version": "2.1"},
        "firstcreated": "2026-05-11T03:00:00Z",
        "versioncreated": "2026-05-11T03:20:00Z",
        "pubstatus": "withheld",
        "headlines": [
            {"role": "seo", "value": "Sơ cứu ở cảng"},
            {"role": "main", "value": "Công nhân cảng học sơ cứu"},
        ],
        "descriptions": [{"role": "text", "contenttype": "text/plain", "value": STORY[0][:90]}],
        "bodies": [
            {"role": "text", "contenttype": "text/plain", "value": "\n".join(STORY)},
            {"role": "html5", "contenttype": "text/html",
             "value": f"<html><head><title>x</title></head><body><h1>Công nhân cảng học sơ cứu</h1>"
                      f"{HTML}<script>alert(1)</script></body></html>"},
        ],
        "by": "Theo TTXVN",
        "places": [{"name": "Hải Phòng", "rel": "dateline"}],
        "associations": [
            {"name": "a001", "type": "picture", "by": "Thu Trang", "uri": "urn:x:1",
             "descriptions": [{"value": CAPTION}],
             "renditions": [{"name": "r0", "contenttype": "image/jpeg",
                             "href": "https://hangtin.example/to.jpg"}]},
        ],
    }  # fmt: skip


def third_generation() -> dict[str, object]:
    """ninjs 3.x: the same with humps in the keys."""
    return {
        "uri": "http://hangtin.example/tin/20260511-01",
        "type": "text",
        "standard": {"name": "ninjs", "version": "3.0"},
        "versionCreated": "2026-05-11T10:20:00+07:00",
        "embargoedUntil": "2026-05-12T00:00:00+07:00",
        "pubStatus": "canceled",
        "headlines": [
            {"value": "Công nhân cảng học sơ cứu"},
            {"role": "kicker", "value": "An toàn lao động"},
        ],
        "descriptions": [
            {"role": "summary", "contentType": "text/html", "value": "<p>Lớp <b>đầu tiên</b>.</p>"}
        ],
        "bodies": [
            {
                "contentType": "application/xhtml+xml",
                "value": HTML + '<figure><img src="anh/to.jpg" alt="Lớp học"></figure>',
            }
        ],
        "infoSources": [{"name": "Lan Anh", "role": "author"}, {"name": "Báo Cảng"}],
        "associations": [
            {
                "name": "anh-1",
                "type": "picture",
                "uri": "urn:x:1",
                "by": "Thu Trang",
                "contentCreated": "2026-05-10T09:00:00+07:00",
                "descriptions": [{"role": "caption", "value": CAPTION}],
                "renditions": [{"name": "main", "href": "anh/to.jpg", "contentType": "image/jpeg"}],
            }
        ],
    }


def as_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
