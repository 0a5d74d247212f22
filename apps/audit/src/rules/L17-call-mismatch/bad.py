from iconservice import *

TAG = 'Kiosk'


class TokenInterface(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass

    @interface
    def balanceOf(self, _owner: Address) -> int:
        pass


class Kiosk(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB('token', db, value_type=Address)
        self._price = VarDB('price', db, value_type=int)
        self._sold = DictDB('sold', db, value_type=int)

    def on_install(self, _token: Address, _price: int) -> None:
        super().on_install()
        if _price <= 0:
            revert('Price must be positive')
        self._token.set(_token)
        self._price.set(_price)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Sold(self, _buyer: Address, _count: int):
        pass

    @external(readonly=True)
    def stock(self) -> int:
        token = self.create_interface_score(self._token.get(), TokenInterface)
        return token.balanceOf()  # expect: L17

    @external
    @payable
    def buy(self, _count: int) -> None:
        if _count <= 0:
            revert('Count must be positive')
        self._check_price(_count)  # expect: L17
        self._note(self.msg.sender, count=_count)  # expect: L17
        self.Sold(self.msg.sender)  # expect: L17
        token = self.create_interface_score(self._token.get(), TokenInterface)
        token.transfer(self.msg.sender, _count, amount=_count)  # expect: L17
        self.icx.transfer(self.owner, self.msg.value)

    def _check_price(self, count: int, value: int) -> None:
        if value != count * self._price.get():
            revert('Pay the exact price')

    def _note(self, buyer: Address, number: int) -> None:
        self._sold[buyer] += number
