from iconservice import *

TAG = 'Race'


class Race(IconScoreBase):
    """Deposits are given back when the race is over, and stay written down."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._over = VarDB('over', db, value_type=bool)
        self._deposit = DictDB('deposit', db, value_type=int)
        self._fee = DictDB('fee', db, value_type=int)
        self._motto = DictDB('motto', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def enter(self, _motto: str) -> None:
        if self._over.get() or self._deposit[self.msg.sender] > 0:
            revert('Race: over, or entered')
        self._deposit[self.msg.sender] = self.msg.value // 2
        self._fee[self.msg.sender] = self.msg.value - self.msg.value // 2
        self._motto[self.msg.sender] = _motto[:40]

    @external
    def end(self) -> None:
        if self.msg.sender != self.owner:
            revert('Race: owner only')
        self._over.set(True)

    @external
    def go_home(self) -> None:
        deposit = self._deposit[self.msg.sender]
        if not self._over.get() or deposit == 0:
            revert('Race: not over, or no deposit')
        self.icx.transfer(self.msg.sender, deposit)  # expect: F13
        self._motto[self.msg.sender] = ''

    @external
    def give_up(self) -> None:
        fee = self._fee[self.msg.sender]
        if not self._over.get() or fee == 0:
            revert('Race: not over, or no fee')
        self._fee[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, fee)  # ok: F13
