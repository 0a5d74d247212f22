from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, VarDB, DictDB
from iconservice import external, eventlog, interface, revert

NOBODY = Address.from_string('hx' + '0' * 40)


class IReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class FeeCoin(IconScoreBase):
    """One per cent of each transfer goes to a treasury, unless it is less than one unit."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.issued = VarDB('issued', db, int)
        self.treasury = VarDB('treasury', db, Address)
        self.book = DictDB('book', db, int)

    def on_install(self, amount: int, treasury: Address) -> None:
        super().on_install()
        if amount <= 0:
            revert('nothing to issue')
        self.issued.set(amount)
        self.treasury.set(treasury)
        self.book[self.owner] = amount
        self.Transfer(NOBODY, self.owner, amount, b'')

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Fee Coin'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'FEE'

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
        fee = _value // 100
        note = b'' if _data is None else _data
        self.book[giver] -= _value  # ok: T03
        if fee > 0:
            self.book[self.treasury.get()] += fee
            self.book[_to] += _value - fee
            self.Transfer(giver, self.treasury.get(), fee, b'fee')
            self.Transfer(giver, _to, _value - fee, note)
        else:
            self.book[_to] += _value
            self.Transfer(giver, _to, _value, note)
        if _to.is_contract:
            self.create_interface_score(_to, IReceiver).tokenFallback(giver, _value - fee, note)
