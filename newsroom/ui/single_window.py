"""A second start brings the window that is open to the front instead of opening another."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500


def _name(folder: Path) -> str:
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"newsroom-{digest[:24]}"


def raise_other(folder: Path) -> bool:
    """Ask the window that has the library open to come forward; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.disconnectFromServer()
    return True


class FrontDoor(QObject):
    """`knocked()` is sent when another start asks this window to come forward."""

    knocked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # A name left by a crash is taken over; the library's lock says who really has it.
        if not self._server.listen(_name(folder)):
            QLocalServer.removeServer(_name(folder))
            self._server.listen(_name(folder))

    @Slot()
    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self.knocked.emit()
