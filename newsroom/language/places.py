"""Places that datelines name: the provinces and cities of Việt Nam and often named capitals."""

from newsroom.language.folding import exact, nfc

_PLACES = """
An Giang|Bà Rịa - Vũng Tàu|Bắc Giang|Bắc Kạn|Bạc Liêu|Bắc Ninh|Bến Tre|Bình Định|Bình Dương|
Bình Phước|Bình Thuận|Cà Mau|Cần Thơ|Cao Bằng|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|
Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hưng Yên|
Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Long An|Nam Định|Nghệ An|
Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|
Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên - Huế|Huế|Tiền Giang|
Thành phố Hồ Chí Minh|TP Hồ Chí Minh|TP.HCM|TP HCM|TPHCM|Sài Gòn|Trà Vinh|Tuyên Quang|Vĩnh Long|
Vĩnh Phúc|Yên Bái|Vũng Tàu|Nha Trang|Đà Lạt|Vinh|Hạ Long|Quy Nhơn|Buôn Ma Thuột|Biên Hòa|Thủ Đức|
Hanoi|Ho Chi Minh City|HCM City|Da Nang|Hai Phong|Can Tho|Hue|
Bắc Kinh|Tokyo|Seoul|Bangkok|Băng Cốc|Viêng Chăn|Vientiane|Phnom Penh|Jakarta|Kuala Lumpur|
Singapore|Manila|Yangon|Naypyidaw|New Delhi|Moscow|Mátxcơva|Moskva|Kiev|Kyiv|London|Paris|Berlin|
Brussels|Geneva|Geneve|Rome|Roma|Madrid|Washington|New York|Ottawa|Canberra|Sydney|Beijing|
Shanghai|Thượng Hải|Hong Kong|Hồng Kông|Tel Aviv|Jerusalem|Tehran|Ankara|Cairo|Davos|Doha|Dubai
"""


def _key(name: str) -> str:
    """Case, spaces and the style of tone marks do not matter: `HOÀ BÌNH` is `Hòa Bình`."""
    return "".join(ch for ch in exact(nfc(name)) if ch.isalpha())


_NAMES = {_key(name): name.strip() for name in _PLACES.replace("\n", "").split("|")}


def is_place(name: str) -> bool:
    """Whether `name`, in any case, is a province or a city that datelines name."""
    return _key(name) in _NAMES


def place_name(name: str) -> str:
    """The place as it is written in running text; raises `KeyError` when it is not known."""
    return _NAMES[_key(name)]
