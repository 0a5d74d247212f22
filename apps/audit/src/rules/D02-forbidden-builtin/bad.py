from iconservice import *

TAG = 'Formula'


class Formula(IconScoreBase):
    """Bonus of a member, computed by a formula that the owner sets."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._formula = VarDB('formula', db, value_type=str)
        self._points = DictDB('points', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        with open('defaults.txt') as defaults:  # expect: D02
            self._formula.set(defaults.readline())

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def FormulaChanged(self, formula: str):
        pass

    @external
    def setFormula(self, _formula: str) -> None:
        if self.msg.sender != self.owner:
            revert('Formula: only the owner')
        if len(_formula) > 200:
            revert('Formula: too long')
        self._formula.set(_formula)
        self.FormulaChanged(_formula)

    @external(readonly=True)
    def bonusOf(self, _member: Address) -> int:
        points = self._points[_member]
        return eval(self._formula.get(), {'points': points})  # expect: D02

    @external
    def settle(self, _member: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Formula: only the owner')
        scope = globals()  # expect: D02
        exec('bonus = points * 2', scope, {'points': self._points[_member]})  # expect: D02
        self._points[_member] = 0
        self.FormulaChanged('settled')
