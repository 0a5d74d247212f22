from iconservice import *

TAG = 'RentHouse'


class RentHouse(IconScoreBase):
    """Tenants hold shares of a house; rent is paid out by share."""

    @eventlog(indexed=1)
    def RentPaid(self, _holder: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Joined(self, _holder: Address, _shares: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._total_shares = VarDB('total_shares', db, value_type=int)
        self._shares = DictDB('shares', db, value_type=int)
        self._rent = VarDB('rent', db, value_type=int)
        self._rounds = ArrayDB('rounds', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def rent_per_share(self) -> int:
        return self._rent.get() // self._total_shares.get()  # expect: N03

    @external(readonly=True)
    def average(self) -> int:
        return self._rent.get() // len(self._rounds)  # expect: N03

    @external(readonly=True)
    def split(self, _people: int) -> list:
        each = divmod(self._rent.get(), _people)  # expect: N03
        return [each[0], each[1]]

    @external
    def join(self, _holder: Address, _shares: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _shares <= 0:
            revert('Shares must be positive')
        self._shares[_holder] += _shares
        self._total_shares.set(self._total_shares.get() + _shares)
        self.Joined(_holder, _shares)

    @payable
    def fallback(self):
        self._rent.set(self._rent.get() + self.msg.value)

    @external
    def leave(self):
        shares = self._shares[self.msg.sender]
        amount = self._rent.get() * shares // self._total_shares.get()  # expect: N03
        if amount <= 0 or amount > self._rent.get():
            revert('Nothing to pay')
        self._shares[self.msg.sender] = 0
        self._rent.set(self._rent.get() - amount)
        self.RentPaid(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)
