from iconservice import *

TAG = 'Counter'


class TokenInterface(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


def clamp(number: int, low: int = 0, high: int = 100) -> int:
    return min(max(number, low), high)


def checked(method):
    @wraps(method)
    def inner(self, *args, **kwargs):
        if self.msg.sender.is_contract:
            revert('Not for contracts')
        return method(self, *args, **kwargs)  # ok: L17

    return inner


class Counter(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB('token', db, value_type=Address)
        self._count = DictDB('count', db, value_type=int)

    def on_install(self, _token: Address) -> None:
        super().on_install()
        self._token.set(_token)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Counted(self, _who: 'Address', _count: int, _note: str):
        pass

    @eventlog(indexed=1)
    def Sent(self, _who: Address, _value: int):
        pass

    @external(readonly=True)
    def countOf(self, _who: Address) -> int:
        return self._count[_who]

    @external
    @checked
    def count(self, _by: int, _note: str = None) -> None:
        if _by <= 0:
            revert('Step must be positive')
        step = clamp(_by, high=10)  # ok: L17
        self._add(by=step, who=self.msg.sender)  # ok: L17
        self.Counted(self.msg.sender, step, _note)  # ok: L17

    @external
    def send(self, _to: Address, _value: int) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _value <= 0:
            revert('Value must be positive')
        self.Sent(_to, _value)
        arguments = [_to, _value]
        self.create_interface_score(self._token.get(), TokenInterface).transfer(*arguments)  # ok: L17

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._token.get():
            revert('Only the token')
        self._add(_from, 1)
        self.Counted(_from, 1, '')

    def _add(self, who: Address, by: int) -> None:
        self._count[who] += by
