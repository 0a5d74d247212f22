from iconservice import *

TAG = 'Gifts'


class Gifts(IconScoreBase):
    """Where nobody has come yet, the ICX stays behind."""

    @eventlog(indexed=1)
    def Shared(self, _guest: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._guests = ArrayDB('guests', db, value_type=Address)
        self._due = DictDB('due', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def come(self) -> None:
        if len(self._guests) >= 10:
            revert('full')
        self._guests.put(self.msg.sender)

    @payable
    @external
    def give(self) -> None:  # expect: F08
        for guest in self._guests:
            share = self.msg.value // 10
            self._due[guest] += share
            self.Shared(guest, share)

    @external
    def fetch(self) -> None:
        amount = self._due[self.msg.sender]
        if amount <= 0:
            revert('nothing due')
        self._due[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)
