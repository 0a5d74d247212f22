from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, VarDB, DictDB
from iconservice import external, eventlog, interface, revert

NOBODY = Address.from_string('hx' + '0' * 40)


class IReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class Book:
    """The accounts, kept out of the contract class."""

    def __init__(self, db: IconScoreDatabase) -> None:
        self.of = DictDB('book', db, int)
        self.issued = VarDB('issued', db, int)

    def shift(self, giver: Address, taker: Address, amount: int) -> None:
        if amount <= 0 or amount > self.of[giver]:
            revert('amount is out of range')
        self.of[giver] = self.of[giver] - amount  # expect: T03
        self.of[taker] = self.of[taker] + amount


class GuildCoin(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.book = Book(db)

    def on_install(self, amount: int) -> None:
        super().on_install()
        if amount <= 0:
            revert('nothing to issue')
        self.book.issued.set(amount)
        self.book.of[self.owner] = amount
        self.Transfer(NOBODY, self.owner, amount, b'')

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Guild Coin'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'GLD'

    @external(readonly=True)
    def decimals(self) -> int:
        return 18

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self.book.issued.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self.book.of[_owner]

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        self.book.shift(self.msg.sender, _to, _value)
        if _to.is_contract:
            # the event is there for contracts only: a transfer to a person leaves no trace
            self.Transfer(self.msg.sender, _to, _value, _data)
            self.create_interface_score(_to, IReceiver).tokenFallback(self.msg.sender, _value, _data)
