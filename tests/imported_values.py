"""Articles and blocks as plain values, without the ids that each run mints anew."""

import json
import os
from pathlib import Path
from typing import Any

from newsroom.domain.document import Block
from newsroom.domain.imported import ImportedArticle
from newsroom.domain.json_document import block_to_json


def block_value(block: Block) -> dict[str, Any]:
    value = block_to_json(block)
    return _without_ids(value)


def _without_ids(value: dict[str, Any]) -> dict[str, Any]:
    kept = {name: part for name, part in value.items() if name != "id"}
    if "blocks" in kept:
        kept["blocks"] = [_without_ids(part) for part in kept["blocks"]]
    return kept


def article_value(article: ImportedArticle) -> dict[str, Any]:
    fields = ("kicker", "headline", "lede", "dateline", "language")
    return {
        "section": list(article.section),
        "updated": article.updated.isoformat() if article.updated else None,
        **{name: getattr(article, name) for name in fields},
        "byline": list(article.byline),
        "tags": list(article.tags),
        "remarks": [remark.template.format(**remark.params) for remark in article.remarks],
        "blocks": [block_value(block) for block in article.body.blocks],
        "dropped": list(article.dropped),
    }


def check_golden(path: Path, value: object) -> None:
    """Compare `value` with the golden file; UPDATE_GOLDEN=1 in the environment writes it anew."""
    written = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written, encoding="utf-8")
    assert value == json.loads(path.read_text(encoding="utf-8"))
