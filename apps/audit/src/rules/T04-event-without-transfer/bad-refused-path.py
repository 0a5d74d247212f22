from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, VarDB, DictDB
from iconservice import external, eventlog, interface, revert

NOBODY = Address.from_string('hx' + '0' * 40)


class IReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class TokenStandard(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.issued = VarDB('issued', db, int)
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

    @external(readonly=True)
    def decimals(self) -> int:
        return 18

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        if _value <= 0:
            revert('value must be positive')
        self.move(self.msg.sender, _to, _value)
        self.tell(self.msg.sender, _to, _value, _data)
        if _to.is_contract:
            self.create_interface_score(_to, IReceiver).tokenFallback(self.msg.sender, _value, _data)

    def move(self, giver: Address, taker: Address, amount: int) -> None:
        # not enough: nothing happens, yet the caller goes on and tells the world
        if amount <= self.book[giver]:
            self.book[giver] -= amount
            self.book[taker] += amount

    def tell(self, giver: Address, taker: Address, amount: int, note: bytes) -> None:
        self.Transfer(giver, taker, amount, note)  # expect: T04


class BazaarCoin(TokenStandard):

    def on_install(self, amount: int) -> None:
        super().on_install()
        if amount <= 0:
            revert('nothing to issue')
        self.issued.set(amount)
        self.book[self.owner] = amount
        self.tell(NOBODY, self.owner, amount, b'')

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return 'Bazaar Coin'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'BZR'
