from iconservice import *


class Token(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int) -> None:
        pass


class Exchange(IconScoreBase):
    """Whoever likes opens a market: its name in the list tells which token it is about, and replaces no other."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pairs = ArrayDB('pairs', db, value_type=str)
        self._price = DictDB('price', db, value_type=int)
        self._maker = DictDB('maker', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def open(self, _token: Address, _price: int) -> None:
        if _price <= 0 or not _token.is_contract:
            revert('a token and its price')
        self._price[len(self._pairs)] = _price
        self._maker[len(self._pairs)] = self.msg.sender
        self._pairs.put(f'{_token}/ICX')  # ok: A01

    @external
    @payable
    def buy(self, _market: int) -> None:
        if self._maker[_market] is None or self.msg.value != self._price[_market]:
            revert('no such market, or another price')
        token = Address.from_string(self._pairs[_market].split('/')[0])
        maker = self._maker[_market]
        self._maker.remove(_market)
        self.create_interface_score(token, Token).transfer(self.msg.sender, 10 ** 18)
        self.icx.transfer(maker, self.msg.value)
