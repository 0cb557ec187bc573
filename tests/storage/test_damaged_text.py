"""A body that the disk did not keep is told in one sentence, whoever reads it."""

import pytest
from sqlalchemy import text

from newsroom.errors import UserError
from tests.storage.samples import article, stored


@pytest.mark.parametrize(
    "body", ["[{", '{"a":1}', '[{"type":"paragraph","text":"x"}]', '[{"id":"a"}]']
)
def test_reading_and_finding_say_so(library, body):
    (kept,) = stored(library.unit_of_work, article("Một."))
    with library.unit_of_work() as work:
        work._connection.execute(text("UPDATE article SET body = :body"), {"body": body})
        work.commit()
    with library.unit_of_work(writes=False) as work, pytest.raises(UserError, match="cannot be"):
        list(work.articles.words([kept.id]))
    with library.unit_of_work(writes=False) as work, pytest.raises(UserError, match="cannot be"):
        work.articles.get(kept.id)
