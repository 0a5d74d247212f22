from iconservice import *

TAG = 'Greenhouse'


class Greenhouse(IconScoreBase):

    @eventlog(indexed=2)
    def Lent(self, _holder: Address, _friend: Address, _pots: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pots = DictDB('pots', db, value_type=int)
        self._lent = DictDB('lent', db, value_type=int, depth=2)

    def on_install(self) -> None:
        super().on_install()
        self._pots[self.owner] = 1000

    def on_update(self) -> None:
        super().on_update()

    # below zero, the caller's friend may take less
    @external
    def lend(self, _friend: Address, _pots: int) -> None:
        self._lent[self.msg.sender][_friend] += _pots  # ok: N05
        self.Lent(self.msg.sender, _friend, _pots)

    @external
    def take(self, _holder: Address, _pots: int) -> None:
        if _pots <= 0 or self._lent[_holder][self.msg.sender] < _pots:
            revert(f'{TAG}: not lent')
        if self._pots[_holder] < _pots:
            revert(f'{TAG}: too few pots')
        self._lent[_holder][self.msg.sender] -= _pots
        self._pots[_holder] -= _pots
        self._pots[self.msg.sender] += _pots
        self.Lent(_holder, self.msg.sender, _pots)
