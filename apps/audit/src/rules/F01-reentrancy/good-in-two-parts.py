from iconservice import *

TAG = 'HoneyCoin'


class Taker(InterfaceScore):
    @interface
    def taken(self, _from: Address, _pots: int) -> None:
        pass


class HoneyCoin(IconScoreBase):
    """A gift goes to two accounts, one after the other; each time the books are right before anybody is told."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pots = DictDB('pots', db, value_type=int)
        self._bees = DictDB('bees', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()
        self._pots[self.msg.sender] = 10 ** 6

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=2)
    def Moved(self, _from: Address, _to: Address, _pots: int):
        pass

    def _move(self, giver: Address, taker: Address, pots: int) -> None:
        if pots <= 0 or self._pots[giver] < pots:
            revert(f'{TAG}: not so many')
        self._pots[giver] = self._pots[giver] - pots
        self._pots[taker] = self._pots[taker] + pots
        self.Moved(giver, taker, pots)
        if taker.is_contract:
            self.create_interface_score(taker, Taker).taken(giver, pots)  # ok: F01

    @external
    def register(self, _hive: int) -> None:
        if self._bees[_hive] is not None:
            revert(f'{TAG}: taken')
        self._bees[_hive] = self.msg.sender

    @external
    def give(self, _hive: int, _pots: int) -> None:
        share = _pots // 10
        self._move(self.msg.sender, self._bees[_hive], _pots - share)
        self._move(self.msg.sender, self._bees[0], share)
