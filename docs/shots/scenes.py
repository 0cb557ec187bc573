"""Every panel and dialog of the window, as a table: a new one is a line and a function more."""

from docs.shots import dialogs, panels
from docs.shots.stage import Scene

SCENES: tuple[Scene, ...] = (*panels.SCENES, *dialogs.SCENES)
