from iconservice import *

TAG = 'Insurance'


class Insurance(IconScoreBase):

    @eventlog(indexed=1)
    def RiskSet(self, _who: Address, _risk: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._risk = DictDB('risk', db, value_type=int)
        self._insured = ArrayDB('insured', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def premium(self, _who: Address) -> int:  # expect: Q14
        risk = self._risk[_who]
        if risk == 1:
            return 100
        elif risk == 2:
            return 250

    @external(readonly=True)
    def riskName(self, _who: Address) -> str:  # expect: Q14
        names = {1: 'low', 2: 'high'}
        name = names.get(self._risk[_who], 'unknown')

    @external(readonly=True)
    def position(self, _who: Address) -> int:  # expect: Q14
        for i in range(min(50, len(self._insured))):
            if self._insured[i] == _who:
                return i

    @external(readonly=True)
    def isInsured(self, _who: Address) -> bool:  # expect: Q14
        if self._risk[_who] == 0:
            return
        return True

    @external
    def setRisk(self, _who: Address, _risk: int) -> None:
        if self.msg.sender != self.owner:
            revert('Insurance: owner only')
        if _risk <= 0 or _risk > 2:
            revert('Insurance: 1 or 2')
        if self._risk[_who] == 0:
            self._insured.put(_who)
        self._risk[_who] = _risk
        self.RiskSet(_who, _risk)
