from iconservice import *

TAG = 'RentDeposit'


class TokenInterface(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


class RentDeposit(IconScoreBase):
    """`_from` is as good as the token that reports it, and the token is checked."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB('token', db, Address)
        self._landlord = VarDB('landlord', db, Address)
        self._reserve = VarDB('reserve', db, int)

    def on_install(self, token: Address, landlord: Address) -> None:
        super().on_install()
        self._token.set(token)
        self._landlord.set(landlord)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Reserved(self, landlord: Address, amount: int):
        pass

    @eventlog(indexed=1)
    def Returned(self, landlord: Address, amount: int):
        pass

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._token.get():
            revert('RentDeposit: another token')
        if _from != self._landlord.get():
            revert('RentDeposit: only the landlord pays in')
        if _value <= 0:
            revert('RentDeposit: nothing paid')
        self._reserve.set(self._reserve.get() + _value)  # ok: A03
        self.Reserved(_from, _value)

    @external
    def take_back(self) -> None:
        landlord = self._landlord.get()
        if self.msg.sender != landlord:
            revert('RentDeposit: only the landlord')
        amount = self._reserve.get()
        if amount <= 0:
            revert('RentDeposit: nothing left')
        self._reserve.set(0)
        self.Returned(landlord, amount)
        token = self.create_interface_score(self._token.get(), TokenInterface)
        token.transfer(landlord, amount)

    @external(readonly=True)
    def reserve(self) -> int:
        return self._reserve.get()
