from iconservice import *

TAG = 'Medals'

PRIZES = {1: 10 ** 18, 2: 5 * 10 ** 18}


class Medals(IconScoreBase):
    """That a prize was taken is written down, and nothing looks at it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._miles = DictDB('miles', db, value_type=int)
        self._taken = DictDB('taken', db, value_type=bool, depth=2)
        self._had = DictDB('had', db, value_type=bool, depth=2)
        self._pool = VarDB('pool', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def fill(self) -> None:
        self._pool.set(self._pool.get() + self.msg.value)

    @external
    def note(self, _who: Address, _miles: int) -> None:
        if self.msg.sender != self.owner or not 0 < _miles < 100:
            revert('Medals: owner only')
        self._miles[_who] += _miles

    def _pay(self, _class: int) -> None:
        prize = PRIZES[_class]
        if self._pool.get() < prize:
            revert('Medals: pool')
        self._pool.set(self._pool.get() - prize)
        self.icx.transfer(self.msg.sender, prize)

    @external
    def take_prize(self, _class: int) -> None:
        if _class not in PRIZES or self._miles[self.msg.sender] < 100 * _class:
            revert('Medals: not yet')
        self._taken[_class][self.msg.sender] = True
        self._pay(_class)  # expect: F13

    @external
    def have_prize(self, _class: int) -> None:
        if _class not in PRIZES or self._miles[self.msg.sender] < 100 * _class:
            revert('Medals: not yet')
        if self._had[_class][self.msg.sender]:
            revert('Medals: had before')
        self._had[_class][self.msg.sender] = True
        self._pay(_class)  # ok: F13
