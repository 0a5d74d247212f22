from iconservice import *

TAG = 'Ledger'
SEEN = []
PRICES = {}


def note(entries: list, entry: str) -> int:
    entries.append(entry)
    return len(entries)


def sorted_copy(entries: list) -> list:
    entries = sorted(entries)
    entries.append('end')
    return entries


class Ledger(IconScoreBase):
    _kinds = ['in', 'out']

    @eventlog
    def Noted(self, count: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _price(self, prices: dict, name: str, price: int) -> None:
        prices[name] = price

    @external
    def enter(self, name: str, price: int) -> None:
        count = note(SEEN, name)  # expect: D09
        note(self._kinds, name)  # expect: D09
        self._price(PRICES, name, price)  # expect: D09
        own = []
        note(own, name)  # ok: D09
        note(list(SEEN), name)  # ok: D09
        count += len(sorted_copy(SEEN))  # ok: D09
        self._count.set(count)
        self.Noted(count)
