"""What is read from the library about versions, on other threads."""

from collections.abc import Sequence

from newsroom.domain.diff import WordChange
from newsroom.domain.ids import ArticleId
from newsroom.domain.versions import Version, VersionId
from newsroom.errors import NewsroomError
from newsroom.services.desk import Desk
from newsroom.services.versions import compare_with_present, count_changes, list_versions
from newsroom.ui.editor.compare_lines import Comparison
from newsroom.ui.tasks import TaskProgress

Counts = dict[VersionId, WordChange]
Counted = dict[tuple[VersionId | None, VersionId], WordChange]


def read_versions(desk: Desk, article_id: ArticleId, _progress: TaskProgress) -> Sequence[Version]:
    """All of an article, newest first."""
    return list_versions(desk=desk, article_id=article_id)


def read_counts(
    desk: Desk,
    pairs: Sequence[tuple[VersionId | None, VersionId]],
    counted: Counted,
    progress: TaskProgress,
) -> Counts:
    """Versions never change, so a pair is compared once; newest first, until it is cancelled."""
    for older, newer in pairs:
        if progress.cancelled():
            break
        if (older, newer) not in counted:
            counted[older, newer] = count_changes(desk=desk, older=older, newer=newer)
    return {newer: counted[older, newer] for older, newer in pairs if (older, newer) in counted}


def read_comparison(
    desk: Desk, article_id: ArticleId, version_id: VersionId, _progress: TaskProgress
) -> Comparison:
    """What came, went and moved since."""
    diff = compare_with_present(desk=desk, article_id=article_id, version_id=version_id)
    return Comparison.of(diff)


def leave_it(_error: NewsroomError) -> None:
    """A figure or a picture that cannot be read is left out; the version itself would say so."""
