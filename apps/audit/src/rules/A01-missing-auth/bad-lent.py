from iconservice import *

TAG = 'Toolshed'


class Toolshed(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._hours = DictDB('hours', db, value_type=int)
        self._lent = DictDB('lent', db, value_type=int, depth=2)
        self._stamps = DictDB('stamps', db, value_type=int, depth=2)
        self._key_permits = DictDB('key_permits', db, value_type=int, depth=2)

    def on_install(self) -> None:
        super().on_install()
        self._hours[self.owner] = 1000

    def on_update(self) -> None:
        super().on_update()

    # the hours of the caller, which somebody else may use: nothing is made by that
    @external
    def lend(self, _friend: Address, _hours: int) -> None:
        self._lent[self.msg.sender][_friend] += _hours  # ok: A01

    @external
    def take_back(self, _friend: Address, _hours: int) -> None:
        self._lent[self.msg.sender][_friend] -= _hours

    @external
    def use(self, _holder: Address, _hours: int) -> None:
        if _hours <= 0 or self._lent[_holder][self.msg.sender] < _hours:
            revert(f'{TAG}: not lent')
        if self._hours[_holder] < _hours:
            revert(f'{TAG}: too few hours')
        self._lent[_holder][self.msg.sender] -= _hours
        self._hours[_holder] -= _hours

    # the keeper of the keys is another contract, which asks for the permits
    @external
    def permit(self, _friend: Address, _times: int) -> None:
        self._key_permits[self.msg.sender][_friend] += _times  # ok: A01

    @external
    def forbid(self, _friend: Address, _times: int) -> None:
        if _times <= 0 or self._key_permits[self.msg.sender][_friend] < _times:
            revert(f'{TAG}: not permitted')
        self._key_permits[self.msg.sender][_friend] -= _times

    # stamps of a shop are spent by whoever has them
    @external
    def stamp(self, _shop: Address, _count: int) -> None:
        if _count <= 0:
            revert(f'{TAG}: no stamps')
        self._stamps[self.msg.sender][_shop] += _count  # expect: A01

    @external
    def redeem(self, _shop: Address, _count: int) -> None:
        if _count <= 0 or self._stamps[self.msg.sender][_shop] < _count:
            revert(f'{TAG}: too few stamps')
        self._stamps[self.msg.sender][_shop] -= _count
        self._hours[self.msg.sender] += _count
