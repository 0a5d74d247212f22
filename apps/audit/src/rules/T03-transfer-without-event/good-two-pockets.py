from iconservice import *

TAG = 'FerryCoin'


class Landing(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


class FerryCoin(IconScoreBase):
    """Every account has two pockets: what goes from one to the other stays with its owner."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._open = DictDB('open_pocket', db, value_type=int)
        self._sewn = DictDB('sewn_pocket', db, value_type=int)
        self._supply = VarDB('supply', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._supply.set(10**24)
        self._open[self.msg.sender] = 10**24
        self.Transfer(Address.from_string('hx' + '0' * 40), self.msg.sender, 10**24, b'install')

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @eventlog(indexed=1)
    def Sewn(self, _owner: Address, _value: int):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return TAG

    @external(readonly=True)
    def symbol(self) -> str:
        return 'FER'

    @external(readonly=True)
    def decimals(self) -> int:
        return 18

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self._supply.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self._open[_owner] + self._sewn[_owner]

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        if not 0 < _value <= self._open[self.msg.sender]:
            revert('not so much in the open pocket')
        data = b'None' if _data is None else _data
        self._open[self.msg.sender] -= _value
        self._open[_to] += _value
        self.Transfer(self.msg.sender, _to, _value, data)
        if _to.is_contract:
            self.create_interface_score(_to, Landing).tokenFallback(self.msg.sender, _value, data)

    @external
    def sew_in(self, _value: int) -> None:
        if not 0 < _value <= self._open[self.msg.sender]:
            revert('not so much in the open pocket')
        self._open[self.msg.sender] -= _value  # ok: T03
        self._sewn[self.msg.sender] += _value
        self.Sewn(self.msg.sender, _value)
