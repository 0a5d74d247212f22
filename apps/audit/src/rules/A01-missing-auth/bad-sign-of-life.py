from iconservice import *

TAG = 'Wills'

YEAR = 365 * 86400 * 10 ** 6


class Wills(IconScoreBase):
    """Heirs wait until nothing was heard of somebody for a year; anybody may be heard."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._writer = DictDB('writer', db, value_type=Address)
        self._heir = DictDB('heir', db, value_type=Address)
        self._heard = DictDB('heard', db, value_type=int)
        self._wound = DictDB('wound', db, value_type=int)
        self._kept = DictDB('kept', db, value_type=int)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def write(self, _heir: Address) -> None:
        will = self._last.get() + 1
        self._last.set(will)
        self._writer[will] = self.msg.sender
        self._heir[will] = _heir
        self._kept[will] = self.msg.value
        self._heard[will] = self.now()
        self._wound[will] = self.now()

    @external
    def call(self, _will: int) -> None:
        if self._kept[_will] == 0:
            revert('Wills: nothing left')
        self._heard[_will] = self.now()  # expect: A01

    @external
    def wind(self, _will: int) -> None:
        if self._writer[_will] != self.msg.sender:
            revert('Wills: not yours')
        self._wound[_will] = self.now()  # ok: A01

    @external
    def inherit(self, _will: int) -> None:
        if self._heir[_will] != self.msg.sender:
            revert('Wills: heir only')
        if self.now() - self._heard[_will] < YEAR or self.now() - self._wound[_will] < YEAR:
            revert('Wills: too early')
        kept = self._kept[_will]
        self._kept[_will] = 0
        self.icx.transfer(self.msg.sender, kept)
