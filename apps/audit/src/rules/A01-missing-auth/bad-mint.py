from iconservice import *

TAG = 'LoyaltyPoints'


class LoyaltyPoints(IconScoreBase):
    """Points of a shop chain; spent at the till."""

    _POINTS = 'points'
    _ISSUED = 'issued'

    @eventlog(indexed=1)
    def Issued(self, _customer: Address, _amount: int):
        pass

    @eventlog(indexed=2)
    def Given(self, _from: Address, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._points = DictDB(self._POINTS, db, value_type=int)
        self._issued = VarDB(self._ISSUED, db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _issue(self, customer: Address, amount: int) -> None:
        if amount <= 0:
            revert('LoyaltyPoints: amount must be positive')
        self._issued.set(self._issued.get() + amount)
        self._points[customer] += amount
        self.Issued(customer, amount)

    @external
    def issue(self, _customer: Address, _amount: int) -> None:
        self._issue(_customer, _amount)  # expect: A01

    @external
    def give(self, _to: Address, _amount: int) -> None:
        if _amount <= 0:
            revert('LoyaltyPoints: amount must be positive')
        if self._points[self.msg.sender] < _amount:
            revert('LoyaltyPoints: not enough points')
        self._points[self.msg.sender] -= _amount  # ok: A01
        self._points[_to] += _amount  # ok: A01
        self.Given(self.msg.sender, _to, _amount)

    @external(readonly=True)
    def pointsOf(self, _customer: Address) -> int:
        return self._points[_customer]
