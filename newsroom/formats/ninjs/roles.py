"""The roles and content types by which our writer and our reader know their parts again.

The standard leaves roles to the provider (ninjs 3.1, `bodies`, `headlines`, `descriptions`).
"""

MAIN = "main"
KICKER = "kicker"
LEDE = "lede"
CAPTION = "caption"
ALT = "alt"
AUTHOR = "author"
SECTION = "section"
TAG = "tag"
DATELINE = "dateline"
PHOTO_ID = "sha256"

HTML = "text/html"
PLAIN = "text/plain"
OWN = "application/vnd.newsroom+json"
"""The body in the form in which the library stores it: what no HTML can say is only there."""
