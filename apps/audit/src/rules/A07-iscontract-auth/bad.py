from iconservice import *

TAG = 'ArcadeChip'


class ArcadeChip(IconScoreBase):
    """Chips of an arcade; the games are contracts of their own."""

    _SUPPLY = 'supply'
    _CHIPS = 'chips'
    _JACKPOT = 'jackpot'

    @eventlog(indexed=1)
    def Minted(self, _player: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def JackpotSet(self, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._supply = VarDB(self._SUPPLY, db, int)
        self._chips = DictDB(self._CHIPS, db, int)
        self._jackpot = VarDB(self._JACKPOT, db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def mint(self, _player: Address, _amount: int) -> None:
        if not self.msg.sender.is_contract:  # expect: A07
            revert('ArcadeChip: for the games only')
        if _amount <= 0:
            revert('ArcadeChip: amount must be positive')
        self._supply.set(self._supply.get() + _amount)
        self._chips[_player] += _amount
        self.Minted(_player, _amount)

    @external
    def setJackpot(self, _amount: int) -> None:
        if self.msg.sender != self.owner:
            revert('ArcadeChip: only the owner')
        if _amount <= 0:
            revert('ArcadeChip: amount must be positive')
        self._jackpot.set(_amount)  # ok: A07
        self.JackpotSet(_amount)

    @external(readonly=True)
    def chipsOf(self, _player: Address) -> int:
        return self._chips[_player]
