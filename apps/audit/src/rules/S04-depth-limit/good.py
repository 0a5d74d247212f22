from iconservice import *

TAG = 'Licences'


class Licences(IconScoreBase):

    @eventlog(indexed=1)
    def Granted(self, _holder: Address, _year: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._granted = DictDB('granted', db, value_type=bool, depth=3)  # ok: S04
        self._fee = DictDB('fee', db, value_type=int, depth=2)
        self._names = DictDB('names', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()
        fees = self._fee['trade']  # ok: S04
        fees['KR'] = 5
        self._set_fee(self._fee['craft'], 'KR', 7)

    def on_update(self) -> None:
        super().on_update()

    def _set_fee(self, _fees: DictDB, _country: str, _fee: int):
        _fees[_country] = _fee  # ok: S04

    def _of(self, _holder: Address) -> DictDB:
        return self._granted[_holder]

    @external(readonly=True)
    def is_granted(self, _holder: Address, _kind: str, _year: int) -> bool:
        return self._of(_holder)[_kind][_year]  # ok: S04

    @external(readonly=True)
    def first_letter(self, _kind: str) -> str:
        name = self._names[_kind]
        return self._names[_kind][0] if name else ''  # ok: S04

    @external(readonly=True)
    def fee(self, _kind: str, _country: str) -> int:
        return self._fee[_kind][_country]

    @external
    def grant(self, _holder: Address, _country: str, _kind: str, _year: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        key = f'{_country}|{_kind}'
        self._granted[_holder][key][_year] = True  # ok: S04
        self._names[_kind] = key
        self.Granted(_holder, _year)
