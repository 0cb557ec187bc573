"""What a check of an article's structure says, by field."""

from newsroom.domain.imported import Remark
from newsroom.domain.review import Place

MISSING = {
    Place.SECTION: Remark(template="No section is chosen."),
    Place.KICKER: Remark(template="There is no kicker."),
    Place.HEADLINE: Remark(template="There is no headline."),
    Place.LEDE: Remark(template="There is no lede."),
    Place.BODY: Remark(template="The article has no text yet."),
    Place.PHOTOS: Remark(template="There is no photo."),
    Place.TAGS: Remark(template="There are no tags."),
    Place.BYLINE: Remark(template="Nobody is named as the author."),
    Place.DATELINE: Remark(template="There is no dateline."),
}
TOO_LONG = {
    Place.HEADLINE: Remark(template="The headline has {words} words; {limit} are the most."),
    Place.LEDE: Remark(template="The lede has {words} words; {limit} are the most."),
    Place.BODY: Remark(template="The body has {words} words; {limit} are the most."),
    Place.PHOTOS: Remark(template="Photos: {words}; {limit} are the most."),
    Place.TAGS: Remark(template="Tags: {words}; {limit} are the most."),
}
TOO_SHORT = {
    Place.HEADLINE: Remark(template="The headline has {words} words; {limit} are the least."),
    Place.LEDE: Remark(template="The lede has {words} words; {limit} are the least."),
    Place.BODY: Remark(template="The body has {words} words; {limit} are the least."),
    Place.PHOTOS: Remark(template="Photos: {words}; {limit} are the least."),
    Place.TAGS: Remark(template="Tags: {words}; {limit} are the least."),
}
