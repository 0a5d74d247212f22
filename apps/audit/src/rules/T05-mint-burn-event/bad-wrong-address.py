from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, VarDB, DictDB
from iconservice import external, eventlog, interface, revert


class IReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class Mintable(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.issued = VarDB('issued', db, int)
        self.minter = VarDB('minter', db, Address)
        self.book = DictDB('book', db, int)

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self.issued.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self.book[_owner]

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        giver = self.msg.sender
        if _value <= 0 or _value > self.book[giver]:
            revert('value is out of range')
        self.book[giver] -= _value
        self.book[_to] += _value
        self.Transfer(giver, _to, _value, _data)
        if _to.is_contract:
            self.create_interface_score(_to, IReceiver).tokenFallback(giver, _value, _data)

    def _grow(self, taker: Address, amount: int) -> None:
        total = self.issued.get() + amount
        self.issued.set(total)
        self.book[taker] += amount
        # from the contract, as if it had held the new tokens
        self.Transfer(self.address, taker, amount, b'mint')  # expect: T05


class IslandCoin(Mintable):

    def on_install(self, minter: Address) -> None:
        super().on_install()
        self.minter.set(minter)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return 'Island Coin'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'ISL'

    @external(readonly=True)
    def decimals(self) -> int:
        return 18

    @external
    def mintTo(self, _to: Address, _value: int) -> None:
        if self.msg.sender != self.minter.get():
            revert('not the minter')
        if _value <= 0:
            revert('value must be positive')
        self._grow(_to, _value)
