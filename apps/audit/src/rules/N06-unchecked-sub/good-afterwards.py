from iconservice import *

TAG = 'Vouchers'


def ensure(condition: bool, message: str) -> None:
    if not condition:
        revert(message)


class Vouchers(IconScoreBase):
    """What was taken is looked at afterwards; where it was too much, all is undone."""

    @eventlog(indexed=1)
    def Used(self, _by: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._vouchers = DictDB('vouchers', db, value_type=int)
        self._stock = VarDB('stock', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._stock.set(1000)

    def on_update(self) -> None:
        super().on_update()

    @external
    def use(self, _amount: int) -> None:
        ensure(_amount > 0, 'nothing')
        self._vouchers[self.msg.sender] -= _amount  # ok: N06
        ensure(self._vouchers[self.msg.sender] >= 0, 'not enough')
        self.Used(self.msg.sender, _amount)

    @external
    def fetch(self, _amount: int) -> None:
        ensure(_amount > 0, 'nothing')
        self._stock.set(self._stock.get() - _amount)  # ok: N06
        left = self._stock.get()
        if left < 0:
            revert('sold out')
        self.Used(self.msg.sender, _amount)
