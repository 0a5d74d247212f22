from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, VarDB, DictDB
from iconservice import external, eventlog, interface, revert

NOBODY = Address.from_string('hx' + '0' * 40)


class Counter(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class Base(IconScoreBase):

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

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:  # expect: T07
        self._move(self.msg.sender, _to, _value, _data)
        # only who sends data is announced: a plain transfer to a contract is lost
        if _data is not None and _to.is_contract:
            self._announce(_to, self.msg.sender, _value, _data)

    def _move(self, giver: Address, taker: Address, amount: int, note: bytes) -> None:
        if amount <= 0 or amount > self.book[giver]:
            revert('value is out of range')
        self.book[giver] -= amount
        self.book[taker] += amount
        self.Transfer(giver, taker, amount, note)

    def _announce(self, taker: Address, giver: Address, amount: int, note: bytes) -> None:
        self.create_interface_score(taker, Counter).tokenFallback(giver, amount, note)


class MarketCoin(Base):

    def on_install(self, amount: int) -> None:
        super().on_install()
        if amount <= 0:
            revert('nothing to issue')
        self.issued.set(amount)
        self.book[self.owner] = amount
        self.Transfer(NOBODY, self.owner, amount, b'')

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return 'Market Coin'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'MKT'

    @external(readonly=True)
    def decimals(self) -> int:
        return 18
