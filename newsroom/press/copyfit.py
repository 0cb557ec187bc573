"""How deep an article runs in a column, by the line breaker that will set it."""

from newsroom.domain.article import Article
from newsroom.domain.commented import without_comments
from newsroom.domain.rendering import RenderContext
from newsroom.press.layout.flow import flow_of
from newsroom.press.layout.setting import Remarks, Setting
from newsroom.press.layout.slugs import Depth, depth_in
from newsroom.press.preset import Preset


def depth_of(article: Article, context: RenderContext, preset: Preset) -> Depth:
    """The depth of the article's body in one column of `preset`, photos and boxes included.

    Kicker, headline and lede are not counted: they stand above the columns.
    """
    setting = Setting(preset, context, Remarks())
    flow = flow_of(setting, without_comments(article), ())
    across = [slug for entry in flow.floats for slug in [entry.slug] * entry.columns]
    return depth_in(setting, (*flow.slugs, *across))
