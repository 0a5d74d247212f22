from iconservice import *

TAG = 'Cloakroom'


class Cloakroom(IconScoreBase):
    """Deposits for coats, paid back by what the first engines offered."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._deposit = DictDB('deposit', db, value_type=int)
        self._coat = DictDB('coat', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def leave(self, coat: int) -> None:
        if self._deposit[self.msg.sender] != 0:
            revert('one coat each')
        self._deposit[self.msg.sender] = self.msg.value
        self._coat[self.msg.sender] = coat

    @external
    def refund(self) -> None:
        amount = self._deposit[self.msg.sender]
        if amount > 0 and not self.send(self.msg.sender, amount):  # expect: F13, L18
            self._deposit[self.msg.sender] = amount

    @external
    def fetch(self) -> None:
        amount = self._deposit[self.msg.sender]
        self._deposit[self.msg.sender] = 0
        if not self.send(self.msg.sender, amount):  # expect: L18
            self._deposit[self.msg.sender] = amount  # ok: F13
