from iconservice import *

TAG = 'Tickets'


class Tickets(IconScoreBase):
    """Looked at afterwards, but on one way only, or of another account."""

    @eventlog(indexed=1)
    def Used(self, _by: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tickets = DictDB('tickets', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def use(self, _amount: int, _strict: bool) -> None:
        if _amount <= 0:
            revert('nothing')
        self._tickets[self.msg.sender] -= _amount  # expect: N06
        if _strict and self._tickets[self.msg.sender] < 0:
            revert('not enough')
        self.Used(self.msg.sender, _amount)

    @external
    def share(self, _friend: Address, _amount: int) -> None:
        if _amount <= 0:
            revert('nothing')
        self._tickets[self.msg.sender] -= _amount  # expect: N06
        if self._tickets[_friend] < 0:
            revert('not enough')
        self.Used(_friend, _amount)
