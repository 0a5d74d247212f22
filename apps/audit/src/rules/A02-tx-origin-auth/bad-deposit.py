from iconservice import *

TAG = 'Harbour'


class Harbour(IconScoreBase):
    """Moorings are paid in tokens; most of it is still to be written."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB('token', db, value_type=Address)
        self._paid = DictDB('paid', db, value_type=int)

    def on_install(self, token: Address) -> None:
        super().on_install()
        self._token.set(token)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Moored(self, skipper: Address, amount: int):
        pass

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._token.get() or _value <= 0:
            revert('harbour tokens only')
        order = json_loads(_data.decode('utf-8'))
        if order['for'] == 'mooring':
            self._moor(_value, skipper=self.tx.origin)  # expect: A02
        elif order['for'] == 'fuel':
            self._fuel(_from, _value)  # ok: A02
        elif order['for'] == 'crane':
            self._lift(self.tx.origin, _value)  # ok: A02
        else:
            revert('no such thing')

    @external
    @payable
    def rent(self) -> None:
        if self.msg.value <= 0:
            revert('nothing paid')
        self._rent(self.tx.origin, self.msg.value)  # expect: A02
        self._greet(self.tx.origin)  # ok: A02

    def _moor(self, amount: int, skipper: Address) -> None:
        """To do."""

    def _rent(self, skipper: Address, amount: int) -> None:
        ...

    def _fuel(self, skipper: Address, amount: int) -> None:
        self._paid[skipper] += amount

    def _lift(self, skipper: Address, amount: int) -> None:
        self.Moored(skipper, amount)

    def _greet(self, skipper: Address) -> None:
        pass
