from iconservice import *

TAG = 'Barter'


class GoodsInterface(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class Barter(IconScoreBase):
    """Offers are kept as text. A method that the token's callback fills in is open to everybody as well."""

    @eventlog(indexed=1)
    def Taken(self, _number: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._given = DictDB('given', db, value_type=str)
        self._wanted = DictDB('wanted', db, value_type=str)
        self._goods = DictDB('goods', db, value_type=Address)
        self._seller = DictDB('seller', db, value_type=Address)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def offer(self, _wanted: str, _goods: Address) -> None:
        number = self._count.get()
        self._count.set(number + 1)
        self._given[number] = str(self.msg.value)
        self._wanted[number] = _wanted
        self._goods[number] = _goods
        self._seller[number] = self.msg.sender

    @external
    @payable
    def take(self, _number: int, _value: int = 0, _buyer: Address = None, _goods: Address = None) -> None:
        if _value == 0 and _buyer is None:
            _value = self.msg.value
            _buyer = self.msg.sender
        if str(_value) != self._wanted[_number]:
            revert('not what was asked for')
        if self._goods[_number] != _goods:
            revert('another kind of goods')
        amount = int(self._given[_number])
        self._given[_number] = ''
        self._wanted[_number] = ''
        if _goods is not None:
            self.create_interface_score(_goods, GoodsInterface).transfer(self._seller[_number], _value)
        self.icx.transfer(_buyer, amount)  # expect: A08
        self.Taken(_number)

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        self.take(int(_data.decode()), _value, _from, self.msg.sender)  # ok: A08

    @external
    @payable
    def tip(self, _number: int, _amount: int) -> None:
        if self._seller[_number] is None:
            revert('nobody sells this')
        self.icx.transfer(self._seller[_number], _amount * 10 ** 18)  # expect: A08
