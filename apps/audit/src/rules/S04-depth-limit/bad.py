from iconservice import *

TAG = 'Licences'


class Licences(IconScoreBase):

    @eventlog(indexed=1)
    def Granted(self, _holder: Address, _year: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._granted = DictDB('granted', db, value_type=bool, depth=4)  # expect: S04
        self._fee = DictDB('fee', db, value_type=int, depth=2)
        self._count = DictDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._fee['trade'] = 5  # expect: S04

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def count(self, _holder: Address, _year: int) -> int:
        return self._count[_holder][_year]  # expect: S04

    @external(readonly=True)
    def fee(self, _kind: str) -> int:
        return self._fee[_kind] + 1  # expect: S04

    @external
    def grant(self, _holder: Address, _country: str, _kind: str, _year: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._granted[_holder][_country][_kind][_year] = True
        self._count[_holder] += 1
        self.Granted(_holder, _year)
