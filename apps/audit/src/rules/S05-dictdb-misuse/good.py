from iconservice import *

TAG = 'Permits'
MOST = 50


class Permits(IconScoreBase):

    @eventlog(indexed=2)
    def Permitted(self, _owner: Address, _spender: Address):
        pass

    @eventlog
    def LimitSet(self, _name: str, _limit: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._permits = DictDB('permits', db, value_type=int, depth=2)
        self._limits = DictDB('limits', db, value_type=int)
        self._names = ArrayDB('names', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _row(self, _owner: Address) -> DictDB:
        return self._permits[_owner]  # ok: S05

    @external(readonly=True)
    def permit_of(self, _owner: Address, _spender: Address) -> int:
        row = self._row(_owner)
        return row[_spender]  # ok: S05

    @external(readonly=True)
    def has_permit(self, _owner: Address, _spender: Address) -> bool:
        return _spender in self._permits[_owner]  # ok: S05

    @external(readonly=True)
    def count(self) -> int:
        return len(self._names)  # ok: S05

    @external(readonly=True)
    def limits(self) -> dict:
        result = {}
        for place in range(min(MOST, len(self._names))):
            name = self._names[place]
            result[name] = self._limits[name]
        total = 0
        for name in result:  # ok: S05
            total += result[name]
        result['all'] = total + len(result)  # ok: S05
        return result  # ok: S05

    @external
    def permit(self, _spender: Address, _amount: int):
        if _amount <= 0:
            revert('The amount must be positive')
        if _spender in self._row(self.msg.sender):  # ok: S05
            revert('Permitted already')
        self._permits[self.msg.sender][_spender] = _amount
        self.Permitted(self.msg.sender, _spender)

    @external
    def set_limit(self, _name: str, _limit: int):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _limit <= 0 or len(self._names) >= MOST:
            revert('Out of range')
        if _name not in self._limits:  # ok: S05
            self._names.put(_name)
        self._limits[_name] = _limit
        self.LimitSet(_name, _limit)
