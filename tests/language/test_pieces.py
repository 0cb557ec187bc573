"""Long text in pieces."""

from newsroom.language.pieces import PIECE, pieces


def test_pieces_are_the_whole_in_its_order() -> None:
    words = "".join(chr(0x20 + n % 5000) for n in range(2 * PIECE + 7))
    found = list(pieces(words))
    assert "".join(found) == words
    assert [len(one) for one in found] == [PIECE, PIECE, 7]
    assert list(pieces("")) == []
