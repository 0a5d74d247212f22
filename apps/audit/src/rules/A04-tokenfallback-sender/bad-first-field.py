from iconservice import *

TAG = 'Fields'


class Fields(IconScoreBase):
    """Tokens are sown on fields that count from 0; an unknown token has the field 0 as well."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=int)
        self._field_of = DictDB('field_of', db, value_type=int)
        self._open = DictDB('open', db, value_type=bool)
        self._sown = DictDB('sown', db, value_type=int, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def plough(self, _token: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Fields: owner only')
        field = self._count.get()
        self._count.set(field + 1)
        self._field_of[_token] = field
        self._open[_token] = True

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        field = self._field_of[self.msg.sender]
        if not 0 <= field < self._count.get() or _value <= 0:
            revert('Fields: no such field')
        self._sown[field][_from] += _value  # expect: A04

    @external
    def onIRC31Received(self, _operator: Address, _from: Address, _id: int, _value: int, _data: bytes) -> None:
        if not self._open[self.msg.sender] or _value <= 0:
            revert('Fields: unknown token')
        field = self._field_of[self.msg.sender]
        self._sown[field][_from] += _value  # ok: A04
