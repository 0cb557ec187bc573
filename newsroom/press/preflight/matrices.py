"""Affine matrices as PDF writes them: (a, b, c, d, e, f), points as row vectors."""

from math import hypot, sqrt

from newsroom.press.preflight.report import Box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, then: Matrix) -> Matrix:
    """`first`, and after it `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The point `x`, `y` moved by `matrix`."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def widths(matrix: Matrix) -> tuple[float, float]:
    """How long a unit along x and a unit along y become."""
    a, b, c, d, _, _ = matrix
    return hypot(a, b), hypot(c, d)


def scale(matrix: Matrix) -> float:
    """By how much lengths grow on the average."""
    a, b, c, d, _, _ = matrix
    return sqrt(abs(a * d - b * c))


def box_of(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    """The upright box around a rectangle moved by `matrix`."""
    corners = [applied(matrix, x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))
