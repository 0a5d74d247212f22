from iconservice import *

TAG = 'AppleStore'


class AppleStore(IconScoreBase):
    """One helper works the sum out, and another does nothing but store it: the sum is the line to mend."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._total = DictDB('total', db, value_type=int)
        self._crates = DictDB('crates', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Brought(self, _farmer: Address, _apples: int):
        pass

    def _put_total(self, key: str, total: int) -> None:
        self._total[key] = total  # ok: N05

    def _put_crates(self, key: Address, crates: int) -> None:
        self._crates[key] = crates  # ok: N05

    def _add(self, key: str, _amount: int) -> None:
        self._put_total(key, self._total[key] + _amount)  # expect: N05

    @external
    def bring(self, _sort: str, _apples: int) -> None:
        if _apples > 10 ** 6:
            revert(f'{TAG}: no cart holds as many')
        self._add(_sort, _apples)
        self.Brought(self.msg.sender, _apples)

    @external
    def lend(self, _crates: int) -> None:
        self._put_crates(self.msg.sender, self._crates[self.msg.sender] + _crates)  # expect: N05
        self.Brought(self.msg.sender, 0)

    @external
    def lend_more(self, _crates: int) -> None:
        if _crates <= 0:
            revert(f'{TAG}: one at least')
        self._put_crates(self.msg.sender, self._crates[self.msg.sender] + _crates)  # ok: N05
        self.Brought(self.msg.sender, 0)
