from iconservice import *

TAG = 'ShowOfHands'


class ShowOfHands(IconScoreBase):
    """The share is worked out and forgotten."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._hands = DictDB('hands', db, value_type=bool)
        self._up = VarDB('up', db, value_type=int)
        self._down = VarDB('down', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Raised(self, _who: Address, _up: bool):
        pass

    @external
    def raise_hand(self, _up: bool) -> None:
        if self._hands[self.msg.sender]:
            revert(f'{TAG}: one hand each')
        self._hands[self.msg.sender] = True
        if _up:
            self._up.set(self._up.get() + 1)
        else:
            self._down.set(self._down.get() + 1)
        self.Raised(self.msg.sender, _up)
        share = self._up.get() / (self._up.get() + self._down.get()) * 100  # expect: N01
        Logger.debug(f'{share} percent', TAG)

    @external(readonly=True)
    def up(self) -> int:
        return self._up.get()
