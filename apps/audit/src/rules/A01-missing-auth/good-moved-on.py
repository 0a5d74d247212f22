from iconservice import *

TAG = 'Deeds'

OPEN = 1
PAID = 2


class Deeds(IconScoreBase):
    """Records are kept as text; whoever likes moves a paid one on, and nothing of it is what they say."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._deeds = DictDB('deeds', db, value_type=str)
        self._last = VarDB('last', db, value_type=int)

    @eventlog(indexed=1)
    def Moved(self, _deed: int):
        pass

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _load(self, _deed: int) -> dict:
        text = self._deeds[_deed]
        if text == '':
            revert('Deeds: no such deed')
        return json_loads(text)

    @external
    def draft(self, _buyer: Address, _price: int) -> None:
        if _price <= 0:
            revert('Deeds: price')
        deed = self._last.get() + 1
        self._last.set(deed)
        record = {'seller': str(self.msg.sender), 'buyer': str(_buyer), 'price': _price, 'state': OPEN}
        self._deeds[deed] = json_dumps(record)

    @external
    @payable
    def pay(self, _deed: int) -> None:
        record = self._load(_deed)
        if record['state'] != OPEN or record['buyer'] != str(self.msg.sender):
            revert('Deeds: not to be paid by you')
        if self.msg.value != record['price']:
            revert('Deeds: price')
        record['state'] = PAID
        self._deeds[_deed] = json_dumps(record)

    @external
    def close(self, _deed: int) -> None:
        record = self._load(_deed)
        if record['state'] != PAID:
            revert('Deeds: not paid')
        record['state'] = 3
        self._deeds[_deed] = json_dumps(record)
        self.Moved(_deed)
        self.icx.transfer(Address.from_string(record['seller']), record['price'])
