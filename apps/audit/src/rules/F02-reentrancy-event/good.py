from iconservice import *

TAG = 'PotteryShop'


class Scale(InterfaceScore):
    @interface
    def weight(self, item: int) -> int:
        pass


class PotteryShop(IconScoreBase):
    """Events before the money; an event after a question is no matter."""

    _CREDIT = 'credit'
    _SCALE = 'scale'
    _WEIGHT = 'weight'

    @eventlog(indexed=1)
    def PaidOut(self, _potter: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Sold(self, _potter: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Weighed(self, _item: int, _grams: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._credit = DictDB(self._CREDIT, db, int)
        self._scale = VarDB(self._SCALE, db, Address)
        self._weight = DictDB(self._WEIGHT, db, int)

    def on_install(self, _scale: Address) -> None:
        super().on_install()
        self._scale.set(_scale)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def buyFrom(self, _potter: Address) -> None:
        if self.msg.value <= 0:
            revert('PotteryShop: nothing paid')
        self._credit[_potter] += self.msg.value
        self.Sold(_potter, self.msg.value)

    @external
    def cashOut(self) -> None:
        amount = self._credit[self.msg.sender]
        if amount <= 0:
            revert('PotteryShop: no credit')
        self._credit[self.msg.sender] = 0
        self.PaidOut(self.msg.sender, amount)
        self.icx.transfer(self.msg.sender, amount)  # ok: F02

    @external
    def weigh(self, _item: int) -> None:
        scale = self.create_interface_score(self._scale.get(), Scale)
        grams = scale.weight(_item)  # ok: F02
        if grams <= 0:
            revert('PotteryShop: unknown item')
        self._weight[_item] = grams
        self.Weighed(_item, grams)

    @external(readonly=True)
    def weightOf(self, _item: int) -> int:
        return self._weight[_item]
