from iconservice import *


class Choir(IconScoreBase):
    """Pays the singers after each concert, while the till is open."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._singers = ArrayDB('singers', db, value_type=Address)
        self.till = False
        self.fee = 10 ** 18

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _check_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert('Choir: only the owner')

    @external
    def open_till(self, on: bool) -> None:
        self._check_owner()
        self.till = on  # expect: D08

    @external
    def join(self) -> None:
        if self.msg.sender not in self._singers:
            self._singers.put(self.msg.sender)

    @external
    def pay_all(self) -> None:
        if not self.till:
            revert('Choir: the till is shut')
        self._check_owner()
        for singer in self._singers:
            self.icx.transfer(singer, self.fee)  # expect: F09

    @payable
    def fallback(self) -> None:
        pass
