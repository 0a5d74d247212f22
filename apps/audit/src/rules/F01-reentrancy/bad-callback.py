from iconservice import *

TAG = 'Change'


class Change(IconScoreBase):
    """The token is a known one; who sends it, and so who is paid, is not."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._coin = VarDB('coin', db, value_type=Address)
        self._stock = VarDB('stock', db, value_type=int)
        self._text = DictDB('text', db, value_type=str)

    def on_install(self, _coin: Address) -> None:
        super().on_install()
        self._coin.set(_coin)

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._coin.get():
            revert('another coin')
        if _value > self._stock.get():
            revert('not that much here')
        self._pay(_from, _value)  # expect: F01
        self._stock.set(self._stock.get() - _value)

    def _pay(self, _to: Address, _amount: int) -> None:
        self.icx.transfer(_to, _amount)

    @external
    @payable
    def fill(self) -> None:
        self._stock.set(self._stock.get() + self.msg.value)

    @external
    @payable
    def propose(self, _name: str) -> None:
        if self._text[_name] != '':
            revert('the name is taken')
        self._text[_name] = json_dumps({'by': str(self.msg.sender), 'amount': self.msg.value, 'left': 3})

    @external
    def collect(self, _name: str) -> None:
        proposal = json_loads(self._text[_name])
        if proposal['by'] != str(self.msg.sender) or proposal['left'] <= 0:
            revert('not yours, or all is paid')
        self.icx.transfer(self.msg.sender, proposal['amount'] // 3)  # expect: F01
        proposal['left'] -= 1
        self._text[_name] = json_dumps(proposal)
