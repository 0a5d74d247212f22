from iconservice import *

TAG = 'Duel'


class Duel(IconScoreBase):
    """No token at all: chips of players."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._chips = DictDB('chips', db, value_type=int)
        self._opponent = DictDB('opponent', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=2)
    def Challenged(self, _who: Address, _whom: Address):
        pass

    @eventlog(indexed=2)
    def Yielded(self, _loser: Address, _winner: Address, _chips: int):
        pass

    @external(readonly=True)
    def chipsOf(self, _who: Address) -> int:
        return self._chips[_who]

    @external
    @payable
    def buyChips(self) -> None:
        if self.msg.value <= 0:
            revert('Send ICX')
        self._chips[self.msg.sender] += self.msg.value

    @external
    def cashOut(self) -> None:
        chips = self._chips[self.msg.sender]
        if chips <= 0:
            revert('No chips')
        self._chips[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, chips)

    @external
    def challenge(self, _whom: Address) -> None:
        self._opponent[self.msg.sender] = _whom
        self.Challenged(self.msg.sender, _whom)

    @external
    def giveIn(self, _stake: int) -> None:
        loser = self.msg.sender
        winner = self._opponent[loser]
        loser_chips = self._chips[loser]
        winner_chips = self._chips[winner]
        if _stake <= 0 or _stake > loser_chips:
            revert('Stake is out of range')
        loser_chips -= _stake
        winner_chips += _stake
        self._chips[loser] = loser_chips
        self._chips[winner] = winner_chips  # expect: T13
        self.Yielded(loser, winner, _stake)
