from iconservice import *

TAG = 'Almanac'


def cut(data: bytes) -> tuple:
    return int.from_bytes(data[:2], 'big'), data[2:]


class Almanac(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pages = DictDB('pages', db, value_type=bytes, depth=2)
        self._notes = DictDB('notes', db, value_type=str)
        self._moon = VarDB('moon', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def print_page(self, _year: int, _data: bytes) -> None:
        page = {}
        (page['day'], rest) = cut(_data)
        (page['tide'], rest) = cut(rest)
        page['saying'] = rest
        for name, part in page.items():
            self._pages[_year][name] = part  # expect: S02
        self._notes['saying'] = page['saying'].hex()  # ok: S02

    @external
    def see(self, _full: bool, _night: int) -> None:
        moon = 'new'
        if _full:
            moon = _night
        self._moon.set(moon)  # expect: S02
        words = {'new': 'dark', 'full': 'bright'}
        for name, word in words.items():
            self._notes[name] = word  # ok: S02
