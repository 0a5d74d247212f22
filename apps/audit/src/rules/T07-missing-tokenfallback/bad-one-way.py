from iconservice import *

NOBODY = Address.from_string('hx' + '0' * 40)


class Taker(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class Coin(IconScoreBase):
    """Partners pay no toll; all others leave one in a hundred to the pot."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._supply = VarDB('supply', db, value_type=int)
        self._pot = VarDB('pot', db, value_type=Address)
        self._held = DictDB('held', db, value_type=int)
        self._partner = DictDB('partner', db, value_type=bool)

    def on_install(self, _supply: int) -> None:
        super().on_install()
        if _supply <= 0:
            revert('nothing to issue')
        self._supply.set(_supply)
        self._pot.set(self.msg.sender)
        self._held[self.msg.sender] = _supply
        self.Transfer(NOBODY, self.msg.sender, _supply, b'issued')

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Toll Coin'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'TOLL'

    @external(readonly=True)
    def decimals(self) -> int:
        return 18

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._supply.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._held[_owner]

    def _move(self, giver: Address, taker: Address, amount: int, data: bytes) -> None:
        if amount <= 0 or self._held[giver] < amount:
            revert('amount out of range')
        self._held[giver] -= amount
        self._held[taker] += amount
        self.Transfer(giver, taker, amount, data)

    def _tell(self, giver: Address, taker: Address, amount: int, data: bytes) -> None:
        if taker.is_contract:
            self.create_interface_score(taker, Taker).tokenFallback(giver, amount, data)


class TollCoin(Coin):
    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:  # expect: T07
        data = b'None' if _data is None else _data
        giver = self.msg.sender
        if self._partner[giver]:
            self._move(giver, _to, _value, data)
            return
        toll = _value // 100
        if toll > 0:
            self._move(giver, self._pot.get(), toll, b'toll')
        self._move(giver, _to, _value - toll, data)
        self._tell(giver, _to, _value - toll, data)


class PlainCoin(Coin):
    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:  # ok: T07
        data = b'None' if _data is None else _data
        giver = self.msg.sender
        if not _to.is_contract:
            self._move(giver, _to, _value, data)
            return
        if self._partner[giver]:
            self._move(giver, _to, _value, data)
            self._tell(giver, _to, _value, data)
            return
        toll = _value // 100
        if toll > 0:
            self._move(giver, self._pot.get(), toll, b'toll')
        self._move(giver, _to, _value - toll, data)
        self._tell(giver, _to, _value - toll, data)
