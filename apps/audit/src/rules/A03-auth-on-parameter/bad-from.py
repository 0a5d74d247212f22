from iconservice import *

TAG = 'Cards'


class Cards(IconScoreBase):
    """Who holds a card is asked of the account that the caller names."""

    @eventlog(indexed=3)
    def Given(self, _from: Address, _to: Address, _card: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = DictDB('holder', db, value_type=Address)
        self._count = DictDB('count', db, value_type=int)
        self._wish = DictDB('wish', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()
        self._holder[1] = self.msg.sender
        self._count[self.msg.sender] = 1

    def on_update(self) -> None:
        super().on_update()

    @external
    def wish(self, _to: Address, _card: int) -> None:
        if self._holder[_card] != self.msg.sender:
            revert('not yours')
        self._wish[_card] = _to

    @external
    def give(self, _from: Address, _to: Address, _card: int) -> None:
        if self._holder[_card] != _from:  # expect: A03
            revert('not theirs')
        if self._wish[_card] != _to:
            revert('not for them')
        self._holder[_card] = _to
        self._count[_from] -= 1
        self._count[_to] += 1
        self.Given(_from, _to, _card)

    @external
    def giveMine(self, _to: Address, _card: int) -> None:
        if self._holder[_card] != self.msg.sender:
            revert('not yours')
        self._holder[_card] = _to  # ok: A03
        self._count[self.msg.sender] -= 1
        self._count[_to] += 1
        self.Given(self.msg.sender, _to, _card)
