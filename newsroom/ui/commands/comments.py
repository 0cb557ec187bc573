"""The menu Comments."""

from newsroom.i18n import N_
from newsroom.ui.commands.command import Command, Needs

COMMENTS: tuple[Command, ...] = (
    Command(
        id="comment",
        text=N_("Comment…"),
        shortcut="Ctrl+Alt+M",
        tip=N_("Say something about the selected words, or the word at the caret, to the desk"),
        needs=Needs.SHEET,
    ),
    Command(
        id="comment-edit",
        text=N_("Edit comment…"),
        tip=N_("Change what the comment at the caret says"),
        needs=Needs.SHEET,
    ),
    Command(
        id="comment-resolve",
        text=N_("Resolve or reopen comment"),
        shortcut="Ctrl+F8",
        tip=N_("The comment at the caret is done with, or not yet after all"),
        needs=Needs.SHEET,
    ),
    Command(
        id="comment-delete",
        text=N_("Delete comment"),
        tip=N_("Take away the comment at the caret; its words stay"),
        needs=Needs.SHEET,
    ),
    Command(id="comment-next", text=N_("Next comment"), shortcut="F8", needs=Needs.SHEET),
    Command(
        id="comment-previous",
        text=N_("Previous comment"),
        shortcut="Shift+F8",
        needs=Needs.SHEET,
    ),
    Command(
        id="comments",
        text=N_("List of comments"),
        shortcut="Alt+5",
        tip=N_("See what was said about this article"),
        needs=Needs.ARTICLE,
    ),
)
