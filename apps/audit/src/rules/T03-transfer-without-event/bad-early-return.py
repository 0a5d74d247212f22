from iconservice import *

TAG = 'Voucher'
EOA_ZERO = Address.from_string('hx' + '0' * 40)


class Shop(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class Voucher(IconScoreBase):
    _BALANCES = 'balances'

    @property
    def balances(self) -> DictDB:
        return DictDB(self._BALANCES, self.db, value_type=int)

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.supply = VarDB('supply', db, value_type=int)

    def on_install(self, _supply: int) -> None:
        super().on_install()
        if _supply <= 0:
            revert('Voucher: supply')
        self.supply.set(_supply)
        self.balances[self.owner] = _supply
        self.Transfer(EOA_ZERO, self.owner, _supply, b'')

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Voucher'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'VCH'

    @external(readonly=True)
    def decimals(self) -> int:
        return 0

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self.supply.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self.balances[_owner]

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        balances = self.balances
        if _value <= 0 or balances[self.msg.sender] < _value:
            revert('Voucher: value')
        balances[self.msg.sender] -= _value  # expect: T03
        balances[_to] += _value
        if not _to.is_contract:
            return
        self.Transfer(self.msg.sender, _to, _value, _data)
        self.create_interface_score(_to, Shop).tokenFallback(self.msg.sender, _value, _data)
