from iconservice import *

TAG = 'Pot'


class Words:
    """No contract: what is said when a word is missing."""

    def fallback(self, word: str) -> str:  # ok: L11
        return word.upper()


class Pot(IconScoreBase):

    @eventlog(indexed=1)
    def Received(self, sender: Address, amount: int):
        pass

    @eventlog(indexed=1)
    def Emptied(self, to: Address, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._given = DictDB('given', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:  # ok: L11
        """Plain ICX is a gift."""
        if self.msg.value == 0:
            return
        self._given[self.msg.sender] += self.msg.value
        self.Received(self.msg.sender, self.msg.value)

    @external
    def empty(self) -> None:
        if self.msg.sender != self.owner:
            revert('Pot: only the owner')
        amount = self.icx.get_balance(self.address)
        self.Emptied(self.owner, amount)
        self.icx.transfer(self.owner, amount)

    @external(readonly=True)
    def givenBy(self, _sender: Address) -> int:
        return self._given[_sender]

    @external(readonly=True)
    def word(self) -> str:
        return Words().fallback('gift')
