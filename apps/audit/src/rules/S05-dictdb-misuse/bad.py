from iconservice import *

TAG = 'Permits'


class Permits(IconScoreBase):

    @eventlog(indexed=2)
    def Permitted(self, _owner: Address, _spender: Address):
        pass

    @eventlog
    def Cleared(self, _count: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._permits = DictDB('permits', db, value_type=int, depth=2)
        self._limits = DictDB('limits', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def permits_of(self, _owner: Address) -> dict:
        return self._permits[_owner]  # expect: S05

    @external(readonly=True)
    def count(self) -> int:
        return len(self._limits)  # expect: S05

    @external(readonly=True)
    def limits(self) -> dict:
        result = {}
        for name in self._limits:  # expect: S05
            result[name] = self._limits[name]
        return result

    @external
    def permit(self, _spender: Address, _amount: int):
        if _amount <= 0:
            revert('The amount must be positive')
        if self.msg.sender in self._permits:  # expect: S05
            revert('One permit at a time')
        self._permits[self.msg.sender][_spender] = _amount
        self.Permitted(self.msg.sender, _spender)

    @external
    def clear(self):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        for name in self._limits.keys():  # expect: S05
            self._limits[name] = 0
        self.Cleared(0)
