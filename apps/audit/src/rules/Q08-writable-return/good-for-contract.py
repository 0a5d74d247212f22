from iconservice import *

TAG = 'SeedBank'


class Greenhouse(InterfaceScore):
    @interface
    def sow(self, _kind: str) -> None:
        pass


class SeedBank(IconScoreBase):

    @eventlog(indexed=1)
    def Taken(self, _kind: str, _left: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._greenhouse = VarDB('greenhouse', db, value_type=Address)
        self._seeds = DictDB('seeds', db, value_type=int)

    def on_install(self, _greenhouse: Address) -> None:
        super().on_install()
        if not _greenhouse.is_contract:
            revert(f'{TAG}: a contract is wanted')
        self._greenhouse.set(_greenhouse)
        self._seeds['poppy'] = 1000

    def on_update(self) -> None:
        super().on_update()

    # a contract alone comes here, and it sees the answer
    @external
    def take(self, _kind: str) -> int:
        if self.msg.sender != self._greenhouse.get():
            revert(f'{TAG}: for the greenhouse')
        left = self._seeds[_kind] - 1
        if left < 0:
            revert(f'{TAG}: none left')
        self._seeds[_kind] = left
        self.Taken(_kind, left)
        return left  # ok: Q08

    @external
    def remind(self, _kind: str) -> None:
        self.create_interface_score(self._greenhouse.get(), Greenhouse).sow(_kind)
