"""The menu View → Printed page: what the print preview shows."""

from newsroom.i18n import N_
from newsroom.ui.commands.command import Command

PRINT_ZOOMS = (50, 75, 100, 150, 200, 300, 400)
"""Sizes of the printed page, in per cent of paper on a screen of 96 dots an inch."""

PRINTED_PAGE: tuple[Command, ...] = (
    Command(id="print-previous", text=N_("Previous printed page"), icon="arrow-up"),
    Command(id="print-next", text=N_("Next printed page"), icon="arrow-down"),
    Command(id="print-zoom-0", text=N_("Fit width"), checkable=True, group="print-zoom"),
    Command(id="print-zoom--1", text=N_("Fit page"), checkable=True, group="print-zoom"),
    *(
        Command(id=f"print-zoom-{zoom}", text=f"{zoom} %", checkable=True, group="print-zoom")
        for zoom in PRINT_ZOOMS
    ),
    Command(
        id="print-trim",
        text=N_("Trim and bleed"),
        tip=N_("Show where the printed page is cut, and how far it is printed beyond"),
        checkable=True,
    ),
    Command(
        id="print-columns",
        text=N_("Margins and columns"),
        tip=N_("Show the text area of the printed page and its columns"),
        checkable=True,
    ),
    Command(
        id="print-grid",
        text=N_("Baseline grid"),
        tip=N_("Show the lines that the text of the printed page stands on"),
        checkable=True,
    ),
    Command(
        id="print-findings",
        text=N_("Findings of the print file"),
        tip=N_("List what the preflight finds in the print file, page by page"),
        checkable=True,
    ),
    Command(
        id="print-inks-none",
        text=N_("Page in colours"),
        tip=N_("Show the printed page as the reader sees it"),
        checkable=True,
        group="print-inks",
    ),
    Command(
        id="print-inks-total",
        text=N_("All inks together"),
        tip=N_("Show how much ink lies where, and whether it is too much for the press"),
        checkable=True,
        group="print-inks",
    ),
    Command(id="print-inks-cyan", text=N_("Cyan plate"), checkable=True, group="print-inks"),
    Command(id="print-inks-magenta", text=N_("Magenta plate"), checkable=True, group="print-inks"),
    Command(id="print-inks-yellow", text=N_("Yellow plate"), checkable=True, group="print-inks"),
    Command(id="print-inks-black", text=N_("Black plate"), checkable=True, group="print-inks"),
)
