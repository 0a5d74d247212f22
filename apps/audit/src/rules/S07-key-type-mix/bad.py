from iconservice import *

TAG = 'Points'


class Points(IconScoreBase):

    @eventlog(indexed=1)
    def Given(self, _account: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Blocked(self, _account: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._points = DictDB('points', db, value_type=int)
        self._blocked = DictDB('blocked', db, value_type=bool)
        self._prize = DictDB('prize', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def points_of(self, _account: Address) -> int:
        return self._points[str(_account)]  # expect: S07

    @external
    def block(self, _account: Address):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._blocked[str(_account)] = True
        self.Blocked(_account)

    @external(readonly=True)
    def is_blocked(self, _account: Address) -> bool:
        return self._blocked[str(_account)]

    @external
    def give(self, _to: Address, _amount: int):
        if self._blocked[self.msg.sender]:  # expect: S07
            revert('Blocked')
        if not 0 < _amount <= self._points[self.msg.sender]:
            revert('Not that many points')
        self._points[self.msg.sender] -= _amount
        self._points[_to] += _amount
        self.Given(_to, _amount)

    @external
    def set_prize(self, _place: int, _amount: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _amount <= 0 or self._prize[_place] != 0:
            revert('Not possible')
        self._prize[_place] = _amount
        self.Given(self.owner, _amount)

    @external(readonly=True)
    def prize(self, _place: str) -> int:
        return self._prize[_place]  # expect: S07
