from iconservice import *

TAG = 'Lighthouse'


class Lighthouse(IconScoreBase):
    _KEEPER = 'keeper'
    _LIT = 'lit'
    _PERIOD = 'period'

    @eventlog
    def Lit(self, _lit: bool):
        pass

    @eventlog(indexed=1)
    def PeriodChanged(self, _period: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper = VarDB(self._KEEPER, db, Address)
        self._lit = VarDB(self._LIT, db, bool)
        self._period = VarDB(self._PERIOD, db, int)

    def on_install(self) -> None:
        super().on_install()
        self._keeper.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert('Lighthouse: only the owner')

    def _only_keeper(self) -> None:  # expect: A06
        if self.msg.sender != self._keeper.get():
            revert('Lighthouse: only the keeper')

    @external
    def setPeriod(self, _period: int) -> None:
        self._only_owner()
        if _period <= 0:
            revert('Lighthouse: period must be positive')
        self._period.set(_period)
        self.PeriodChanged(_period)

    @external
    def light(self, _lit: bool) -> None:
        self._lit.set(_lit)
        self.Lit(_lit)

    @external(readonly=True)
    def isLit(self) -> bool:
        return self._lit.get()
