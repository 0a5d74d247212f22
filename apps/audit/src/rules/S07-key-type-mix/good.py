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
        self._title = DictDB('title', db, value_type=str, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def points_of(self, _account: str) -> int:
        return self._points[Address.from_string(_account)]  # ok: S07

    @external(readonly=True)
    def title_of(self, _account: Address, _year: int) -> str:
        return self._title[_account][_year]  # ok: S07

    @external
    def block(self, _account: Address):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._blocked[str(_account)] = True  # ok: S07
        self.Blocked(_account)

    @external
    def give(self, _to: Address, _amount: int):
        if self._blocked[str(self.msg.sender)]:  # ok: S07
            revert('Blocked')
        if not 0 < _amount <= self._points[self.msg.sender]:
            revert('Not that many points')
        self._points[self.msg.sender] -= _amount  # ok: S07
        self._points[_to] += _amount
        self.Given(_to, _amount)

    @external
    def set_prize(self, _place: str, _amount: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _amount <= 0:
            revert('The amount must be positive')
        self._prize[int(_place)] = _amount  # ok: S07
        self.Given(self.owner, _amount)

    @external
    def set_prizes(self, _prizes: str):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        prizes = json_loads(_prizes)
        if len(prizes) > 10:
            revert('Too many')
        for place in prizes:
            amount = int(prizes[place])
            if amount <= 0:
                revert('The amount must be positive')
            self._prize[int(place)] = amount  # ok: S07
        self.Given(self.owner, len(prizes))

    @external(readonly=True)
    def prize(self, _place: int) -> int:
        return self._prize[_place]  # ok: S07

    @external
    def set_title(self, _account: Address, _year: int, _title: str):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._title[_account][_year] = _title  # ok: S07
        self.Given(_account, 0)
