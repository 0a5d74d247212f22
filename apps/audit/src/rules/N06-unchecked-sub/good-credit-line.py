from iconservice import *

TAG = 'Tab'


class Tab(IconScoreBase):
    """A tab at the bar: guests may owe as much as the host has granted them."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tab = DictDB('tab', db, value_type=int)
        self._limit = DictDB('limit', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def LimitGranted(self, guest: Address, limit: int):
        pass

    @external
    def grant(self, _guest: Address, _limit: int) -> None:
        if self.msg.sender != self.owner or _limit < 0:
            revert(f'{TAG}: only the host')
        self._limit[_guest] = _limit
        self.LimitGranted(_guest, _limit)

    @external
    def treat(self, _guest: Address, _amount: int) -> None:
        if _amount <= 0 or _guest == self.msg.sender:
            revert(f'{TAG}: amount')
        mine = self._tab[self.msg.sender]
        theirs = self._tab[_guest]
        if mine + self._limit[self.msg.sender] < _amount:
            revert(f'{TAG}: the tab is full')
        self._tab[self.msg.sender] = mine - _amount
        self._tab[_guest] = theirs + _amount

    @external(readonly=True)
    def tab_of(self, _guest: Address) -> int:
        return self._tab[_guest]
