from iconservice import *

TAG = 'Payroll'


class Payroll(IconScoreBase):
    """Pays wages from what the owner deposits."""

    @eventlog(indexed=1)
    def Paid(self, worker: Address, note: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._wage = DictDB('wage', db, value_type=int)
        self._last_error = VarDB('last_error', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def name(self) -> str:
        return 'Payroll'

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{self.name}: only the owner')  # expect: D11

    @payable
    @external
    def pay(self, _worker: Address) -> None:
        self._only_owner()
        if self.msg.value <= 0:
            revert(f'{self.name()}: send the wage')  # ok: D11
        self._wage[_worker] += self.msg.value
        try:
            self.icx.transfer(_worker, self.msg.value)
        except Exception as e:
            revert(f'Payroll: wage not paid, {e}')  # expect: D11
        self.Paid(_worker, 'wage')

    @external
    def check(self, _terms: str) -> None:
        self._only_owner()
        try:
            terms = json_loads(_terms)
        except BaseException as error:
            message = 'bad terms: ' + str(error)
            self._last_error.set(message)  # expect: D11
            revert(message)  # expect: D11
        self.Paid(self.msg.sender, repr(terms.get))  # expect: D11

    @external(readonly=True)
    def wageOf(self, _worker: Address) -> int:
        return self._wage[_worker]
