from iconservice import *

TAG = 'Wardrobe'


class Wardrobe(IconScoreBase):
    """The answer of send goes to whoever sent the transaction, who never sees it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._paid = DictDB('paid', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def leave(self) -> None:
        self._paid[self.msg.sender] += self.msg.value

    @external
    def fetch(self) -> bool:
        return self._give(self.msg.sender)

    def _give(self, _to: Address) -> bool:
        amount = self._paid[_to]
        if amount <= 0:
            revert('nothing here')
        self._paid[_to] = 0
        return self.icx.send(_to, amount)  # expect: F03

    @external
    def fetchFor(self, _to: Address) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if not self._give(_to):  # ok: F03
            revert('cannot pay')
