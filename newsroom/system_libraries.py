"""Finds the shared libraries that Qt and WebEngine need on Debian and Ubuntu and installs them.

Run by the Makefile after the Python packages are in place: `python -m newsroom.system_libraries`.
Standard library only. Other systems bring these libraries with Qt or with the desktop.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

_CHECKED = (
    "lib/libQt6WebEngineCore.so.6",
    "lib/libQt6Widgets.so.6",
    "lib/libQt6Svg.so.6",
    "lib/libQt6Network.so.6",
    "lib/libQt6PrintSupport.so.6",
    "libexec/QtWebEngineProcess",
    "plugins/platforms/libqxcb.so",
    "plugins/platforms/libqoffscreen.so",
)
"""The files of PySide6's `Qt` folder that stand for all that the program loads."""

_IRREGULAR = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libasound.so.2": "libasound2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libnspr4.so": "libnspr4",
    "libplc4.so": "libnspr4",
    "libplds4.so": "libnspr4",
    "libnss3.so": "libnss3",
    "libnssutil3.so": "libnss3",
    "libsmime3.so": "libnss3",
    "libpcre2-8.so.0": "libpcre2-8-0",
    "libpng16.so.16": "libpng16-16",
    "libxcb-dri3.so.0": "libxcb-dri3-0",
    "libz.so.1": "zlib1g",
}
_SONAME = re.compile(r"^(?P<stem>.+?)\.so\.(?P<number>\d+)")
_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)


def package_of(soname: str) -> str:
    """The Debian package that ships `soname`; regular names follow Debian's naming policy."""
    if soname in _IRREGULAR:
        return _IRREGULAR[soname]
    match = _SONAME.match(soname)
    if match is None:
        return soname
    stem = match["stem"].lower().replace("_", "-")
    joint = "-" if stem[-1].isdigit() else ""
    return f"{stem}{joint}{match['number']}"


def not_found(ldd_output: str) -> set[str]:
    """The sonames that an output of `ldd` calls “not found”."""
    return set(_NOT_FOUND.findall(ldd_output))


def missing_libraries(qt_folder: Path) -> set[str]:
    """The sonames that the Qt of `qt_folder` needs and this system lacks."""
    files = [qt_folder / name for name in _CHECKED if (qt_folder / name).exists()]
    run = subprocess.run(["ldd", *map(str, files)], capture_output=True, text=True, check=False)
    shipped = {path.name for path in (qt_folder / "lib").glob("*.so*")}
    return not_found(run.stdout) - shipped


def install_command(packages: Iterable[str]) -> list[str]:
    """The apt command that installs `packages`, by the names this release of Debian uses."""
    names = [_renamed(package) for package in sorted(set(packages))]
    return ["apt-get", "install", "-y", "--no-install-recommends", *names]


def _renamed(package: str) -> str:
    """Debian 13 and Ubuntu 24.04 gave some libraries the suffix `t64`."""
    shown = subprocess.run(
        ["apt-cache", "show", f"{package}t64"], capture_output=True, text=True, check=False
    )
    return f"{package}t64" if shown.returncode == 0 and shown.stdout.strip() else package


def _prefix() -> list[str] | None:
    """What to put before a command that needs root; None when we cannot become root."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if (
        sudo
        and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return [sudo, "-n"]
    return None


def _install(sonames: set[str]) -> int:
    prefix = _prefix()
    if prefix is not None:
        subprocess.run([*prefix, "apt-get", "update", "-qq"], check=False)
    command = install_command(map(package_of, sonames))
    if prefix is None:
        _say("Qt needs system libraries that are missing. Please run:", "sudo " + " ".join(command))
        return 1
    _say("Installing the system libraries that Qt needs: " + " ".join(command[4:]))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run([*prefix, *command], env=environment, check=False).returncode


def _say(*lines: str) -> None:
    sys.stderr.write("\n".join(lines) + "\n")


def main() -> int:
    """Check and install; 0 when nothing is missing any more."""
    spec = find_spec("PySide6")
    if sys.platform != "linux" or spec is None or spec.origin is None or not shutil.which("ldd"):
        return 0
    qt_folder = Path(spec.origin).parent / "Qt"
    missing = missing_libraries(qt_folder)
    if not missing:
        return 0
    if not shutil.which("apt-get"):
        _say("Qt needs these shared libraries, please install them: " + " ".join(sorted(missing)))
        return 1
    code = _install(missing)
    still = missing_libraries(qt_folder)
    if still:
        _say("Still missing: " + " ".join(sorted(still)))
    return code if still else 0


if __name__ == "__main__":
    sys.exit(main())
