from iconservice import *

TAG = 'Acorns'


class Acorns(IconScoreBase):
    """A coin whose methods are not those of the standard, and whose label the owner changes at will."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._label = VarDB('label', db, value_type=str)
        self._sign = VarDB('sign', db, value_type=str)
        self._motto = VarDB('motto', db, value_type=str)
        self._acorns = DictDB('acorns', db, value_type=int)

    def on_install(self, _label: str, _sign: str) -> None:
        super().on_install()
        self._label.set(_label)  # ok: T06
        self._sign.set(_sign)  # ok: T06

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def get_name(self) -> str:
        return self._label.get()

    @external(readonly=True)
    def getSymbol(self) -> str:
        return self._sign.get()

    @external(readonly=True)
    def get_motto(self) -> str:
        return self._motto.get()

    @external
    def transfer(self, _to: Address, _count: int) -> None:
        if _count <= 0 or self._acorns[self.msg.sender] < _count:
            revert(f'{TAG}: not so many')
        self._acorns[self.msg.sender] -= _count
        self._acorns[_to] += _count

    def _must_own(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner only')

    @external
    def set_label(self, _label: str) -> None:
        self._must_own()
        self._label.set(_label)  # expect: T06

    @external
    def set_sign(self, _sign: str) -> None:
        self._must_own()
        self._sign.set(_sign)  # expect: T06

    @external
    def set_motto(self, _motto: str) -> None:
        self._must_own()
        self._motto.set(_motto)  # ok: T06
