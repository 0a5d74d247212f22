from iconservice import *

TAG = 'RegattaBets'


class RegattaBets(IconScoreBase):
    """Contracts may bet: the result is posted later, in another transaction."""

    _BOAT = 'boat'
    _STAKE = 'stake'
    _WINNER = 'winner'
    _CLOSES = 'closes'

    @eventlog(indexed=2)
    def Bet(self, _player: Address, _boat: int, _stake: int):
        pass

    @eventlog(indexed=1)
    def Finished(self, _winner: int):
        pass

    @eventlog(indexed=1)
    def PaidOut(self, _player: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Collected(self, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._boat = DictDB(self._BOAT, db, int)
        self._stake = DictDB(self._STAKE, db, int)
        self._winner = VarDB(self._WINNER, db, int)
        self._closes = VarDB(self._CLOSES, db, int)

    def on_install(self, _closes: int) -> None:
        super().on_install()
        self._closes.set(_closes)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def bet(self, _boat: int) -> None:  # ok: F11
        if self.block_height >= self._closes.get():
            revert('RegattaBets: closed')
        if _boat < 1 or _boat > 8 or self.msg.value <= 0:
            revert('RegattaBets: boats 1 to 8, with a stake')
        if self._stake[self.msg.sender] > 0:
            revert('RegattaBets: one bet each')
        self._boat[self.msg.sender] = _boat
        self._stake[self.msg.sender] = self.msg.value
        self.Bet(self.msg.sender, _boat, self.msg.value)

    @external
    def finish(self, _winner: int) -> None:
        if self.msg.sender != self.owner:
            revert('RegattaBets: only the owner')
        if self._winner.get() != 0 or self.block_height < self._closes.get():
            revert('RegattaBets: not now')
        if _winner < 1 or _winner > 8:
            revert('RegattaBets: boats 1 to 8')
        self._winner.set(_winner)
        self.Finished(_winner)

    @external
    def payOut(self) -> None:
        stake = self._stake[self.msg.sender]
        winner = self._winner.get()
        if stake <= 0 or winner <= 0 or self._boat[self.msg.sender] != winner:
            revert('RegattaBets: not won')
        self._stake[self.msg.sender] = 0
        self.PaidOut(self.msg.sender, stake * 7)
        self.icx.transfer(self.msg.sender, stake * 7)

    @external
    @payable
    def fillPot(self) -> None:
        if self.msg.value <= 0:
            revert('RegattaBets: nothing sent')
        self.Collected(self.msg.value)
