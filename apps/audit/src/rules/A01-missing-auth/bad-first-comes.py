from iconservice import *

TAG = 'Kiosk'


class Points(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class Kiosk(IconScoreBase):
    """Helpers choose the token; as long as none is stored, whoever comes first does."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._helpers = DictDB('helpers', db, value_type=bool)
        self._token = VarDB('token', db, value_type=Address)
        self._second = VarDB('second', db, value_type=Address)
        self._earned = DictDB('earned', db, value_type=int)
        self._given = DictDB('given', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _is_helper(self, who: Address) -> bool:
        return who == self.owner or self._helpers[who]

    @external
    def set_helper(self, _who: Address, _is: bool) -> None:
        if self.msg.sender != self.owner:
            revert('Kiosk: owner only')
        self._helpers[_who] = _is

    @external
    def set_token(self, _token: Address) -> None:
        if self._is_helper(self.msg.sender) or self._token.get() is None:
            self._token.set(_token)  # expect: A01
        else:
            revert('Kiosk: helpers only')

    @external
    def set_second(self, _token: Address) -> None:
        if self._is_helper(self.msg.sender) and self._second.get() is None:
            self._second.set(_token)  # ok: A01
        else:
            revert('Kiosk: helpers only, and once')

    # the check is named and not called, so that it is always true
    @external
    def give(self, _who: Address, _points: int) -> None:
        if _points <= 0:
            revert('Kiosk: points')
        if self.msg.sender == self.owner or self._is_helper:
            self._given[_who] += _points  # expect: A01
        else:
            revert('Kiosk: helpers only')

    @external
    def earn(self, _who: Address, _points: int) -> None:
        if not self._is_helper(self.msg.sender) or _points <= 0:
            revert('Kiosk: helpers only')
        self._earned[_who] += _points  # ok: A01

    @external
    def take(self) -> None:
        points = self._earned[self.msg.sender] + self._given[self.msg.sender]
        self._earned[self.msg.sender] = 0
        self._given[self.msg.sender] = 0
        self._points(self._token.get()).transfer(self.msg.sender, points)
        self._points(self._second.get()).transfer(self.msg.sender, points)

    def _points(self, _token: Address) -> Points:
        return self.create_interface_score(_token, Points)
