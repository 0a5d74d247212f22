from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, VarDB, DictDB
from iconservice import external, eventlog, interface, revert

NOBODY = Address.from_string('hx' + '0' * 40)
INDEXED = 2


class IReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class Events(IconScoreBase):

    @eventlog(indexed=INDEXED)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):  # expect: T08
        pass


class RoadCoin(Events):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.issued = VarDB('issued', db, int)
        self.book = DictDB('book', db, int)

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
        return 'Road Coin'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'ROAD'

    @external(readonly=True)
    def decimals(self) -> int:
        return 18

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
