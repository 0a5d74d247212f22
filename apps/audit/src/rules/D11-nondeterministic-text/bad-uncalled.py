from iconservice import *

TAG = 'Tombola'


class Tombola(IconScoreBase):

    @eventlog(indexed=1)
    def Won(self, who: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._round = VarDB('round', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _number(self) -> int:
        # The parentheses are missing: this is the text of the method.
        seed = str(self.now) + str(self._round.get())  # expect: D11
        return int.from_bytes(sha3_256(seed.encode()), 'big') % 6

    @external
    def play(self) -> None:
        self._round.set(self._round.get() + 1)
        if self._number() == 5:
            self.Won(self.msg.sender)

    @payable
    def fallback(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        self.icx.transfer(self.owner, self.icx.get_balance(self.address))
        self.Won(self.owner)

    def _check(self, _condition: bool, _message: str) -> None:
        if not _condition:
            revert(f'{TAG}: {_message}')

    @external(readonly=True)
    def title(self) -> str:
        return TAG

    @external
    def advance(self, _round: int) -> None:
        self._check(self.msg.sender == self.owner, f'{self.title()}: owner only')
        self._check(_round > self._round.get(), f'{self.title}: rounds go up')  # expect: D11
        self._round.set(_round)
        self.Won(self.owner)
