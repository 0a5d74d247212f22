from iconservice import *

TAG = 'Lottery'
GOVERNANCE = Address.from_string('cx0000000000000000000000000000000000000001')  # ok: Q11
FOUNDATION = 'hx71b4e09f2c8d5a36b0e7f14d92c853a6e0d7b981'  # ok: Q11
PARTNERS = [
    'cx38d0f7e1b9264c5a0e7d91f3b86c24a5d0e7f193',  # ok: Q11
    'cxa5e20b7f94c1d8360f5e7b92d4c81a63e0f7b5d9',  # ok: Q11
]


class Lottery(IconScoreBase):
    """
    The prize goes to the foundation (hx71b4e09f2c8d5a36b0e7f14d92c853a6e0d7b981) when
    nobody takes part.
    """

    _BURN = Address.from_string('hx0000000000000000000000000000000000000000')  # ok: Q11

    @eventlog(indexed=1)
    def OperatorSet(self, _operator: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._operator = VarDB('operator', db, value_type=Address)

    def on_install(self, _operator: Address) -> None:
        super().on_install()
        # testnet: hx5c0f7d94b1e8263ad0f7c1b95e84d2630a7f9e1d
        self._operator.set(_operator)  # ok: Q11

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def operator(self) -> Address:
        return self._operator.get()

    @external(readonly=True)
    def isSystem(self, _who: Address) -> bool:
        return _who == Address.from_string('cx0000000000000000000000000000000000000000')  # ok: Q11

    @external(readonly=True)
    def looksLikeContract(self, _text: str) -> bool:
        return _text.startswith('cx') and len(_text) == 42  # ok: Q11

    @external(readonly=True)
    def isPartner(self, _who: Address) -> bool:
        return str(_who) in PARTNERS or _who in (GOVERNANCE, self._BURN) or str(_who) == FOUNDATION

    @external
    def setOperator(self, _operator: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Lottery: owner only')
        self._operator.set(_operator)
        self.OperatorSet(_operator)
