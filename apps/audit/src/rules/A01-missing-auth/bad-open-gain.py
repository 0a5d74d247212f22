from iconservice import *

TAG = 'Orchard'

UNIT = 10 ** 18


class Orchard(IconScoreBase):
    """Profit is shared among trees; how much there was, anybody may say."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._numbers = DictDB('numbers', db, value_type=int)
        self._trees = DictDB('trees', db, value_type=int)
        self._seen = DictDB('seen', db, value_type=int)
        self._owed = DictDB('owed', db, value_type=int)
        self._total = VarDB('total', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _add(self, _row: str, _column: str, _more: int) -> None:
        key = f'{_row}|{_column}'
        self._numbers[key] = self._numbers[key] + _more

    def _settle(self, _who: Address) -> None:
        gain = self._numbers['all|gain']
        self._owed[_who] += self._trees[_who] * (gain - self._seen[_who]) // UNIT
        self._seen[_who] = gain

    @external
    def share_out(self, _profit: int) -> None:
        total = self._total.get()
        if _profit <= 0 or total == 0:
            revert('Orchard: profit')
        self._add('all', 'gain', _profit * UNIT // total)  # expect: A01

    @external
    @payable
    def bring(self) -> None:
        total = self._total.get()
        if total == 0:
            revert('Orchard: no trees')
        self._add('all', 'gain', self.msg.value * UNIT // total)  # ok: A01

    # pages of a guest book: nothing is paid by them
    @external
    def turn(self, _pages: int) -> None:
        self._add('all', 'pages', max(_pages, 0))  # ok: A01

    @external
    @payable
    def plant(self) -> None:
        self._settle(self.msg.sender)
        trees = self.msg.value // UNIT
        self._trees[self.msg.sender] += trees
        self._total.set(self._total.get() + trees)

    @external
    def collect(self) -> None:
        self._settle(self.msg.sender)
        owed = self._owed[self.msg.sender]
        self._owed[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, owed)
