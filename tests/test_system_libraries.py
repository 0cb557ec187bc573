"""The names of Debian's packages, and the reading of ldd."""

import pytest

from newsroom.system_libraries import not_found, package_of


@pytest.mark.parametrize(
    ("soname", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libX11.so.6", "libx11-6"),
        ("libXcomposite.so.1", "libxcomposite1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libEGL.so.1", "libegl1"),
        ("libnss3.so", "libnss3"),
        ("libsmime3.so", "libnss3"),
        ("libasound.so.2", "libasound2"),
    ],
)
def test_package_of_a_library(soname, package):
    assert package_of(soname) == package


def test_only_missing_libraries_are_named():
    output = "\tlibm.so.6 => /lib/libm.so.6 (0x1)\n\tlibEGL.so.1 => not found\n\tlinux-vdso.so.1\n"
    assert not_found(output) == {"libEGL.so.1"}
