from iconservice import *

TAG = 'Stamps'


class Stamps(IconScoreBase):
    """One of those who share a helper looks at the amount, and the others do not."""

    @eventlog(indexed=1)
    def Stuck(self, _card: Address, _stamps: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._stamps = DictDB('stamps', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _take(self, card: Address, stamps: int) -> None:
        self._stamps[card] -= stamps  # ok: N05

    @external
    def redeem(self, _stamps: int) -> None:
        if _stamps <= 0 or _stamps > self._stamps[self.msg.sender]:
            revert('Stamps: not that many')
        self._take(self.msg.sender, _stamps)  # ok: N05
        self.Stuck(self.msg.sender, _stamps)

    @external
    def tear(self, _stamps: int) -> None:
        if _stamps > self._stamps[self.msg.sender]:
            revert('Stamps: not that many')
        self._take(self.msg.sender, _stamps)  # expect: N05
        self.Stuck(self.msg.sender, _stamps)

    @external
    def lose(self, _stamps: int) -> None:
        if _stamps > self._stamps[self.msg.sender]:
            revert('Stamps: not that many')
        self._take(self.msg.sender, _stamps)  # expect: N05
        self.Stuck(self.msg.sender, _stamps)
