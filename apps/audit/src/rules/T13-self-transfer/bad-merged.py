from iconservice import *

TAG = 'Vouchers'


class Vouchers(IconScoreBase):
    """One voucher is emptied into another one; into itself it is doubled."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = DictDB('holder', db, value_type=Address)
        self._worth = DictDB('worth', db, value_type=int)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def buy(self) -> None:
        voucher = self._last.get() + 1
        self._last.set(voucher)
        self._holder[voucher] = self.msg.sender
        self._worth[voucher] = self.msg.value

    def _mine(self, _voucher: int) -> None:
        if self._holder[_voucher] != self.msg.sender:
            revert('Vouchers: not yours')

    @external
    def merge(self, _into: int, _from: int) -> None:
        self._mine(_into)
        self._mine(_from)
        worth = self._worth[_into] + self._worth[_from]
        self._worth[_from] = 0
        self._worth[_into] = worth  # expect: T13

    @external
    def merge_two(self, _into: int, _from: int) -> None:
        self._mine(_into)
        self._mine(_from)
        if _into == _from:
            revert('Vouchers: the same')
        worth = self._worth[_into] + self._worth[_from]
        self._worth[_from] = 0
        self._worth[_into] = worth  # ok: T13

    @external
    def cash(self, _voucher: int) -> None:
        self._mine(_voucher)
        worth = self._worth[_voucher]
        self._worth[_voucher] = 0
        self.icx.transfer(self.msg.sender, worth)
