from iconservice import *

TAG = 'Kennel'


class Kennel(IconScoreBase):
    """Functions and types stand where what they give was meant."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._dogs = VarDB('dogs', db, value_type=int)
        self._fee = VarDB('fee', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def dogs(self) -> int:
        return self._dogs.get  # expect: Q06

    @external(readonly=True)
    def opening(self) -> int:
        return self._next_morning  # expect: Q06

    @external(readonly=True)
    def prices(self) -> dict:
        return {
            'dogs': self._dogs.get(),  # ok: Q06
            'fee': int,  # expect: Q06
            'total': self._total,  # expect: Q06
            'opening': self._next_morning(),  # ok: Q06
            'days': [str(self._dogs.get()), str],  # expect: Q06
        }

    @external(readonly=True)
    def fee(self) -> int:
        read = self._fee.get
        return read()  # ok: Q06

    @external(readonly=True)
    def sorted_fees(self) -> list:
        fees = [self._fee.get(), self._total()]
        return sorted(fees, key=int)  # ok: Q06

    @external(readonly=True)
    def largest(self) -> int:
        return self._applied(max)  # ok: Q06

    def _applied(self, choose) -> int:
        return choose(self._fee.get(), self._total())

    def _total(self) -> int:
        return self._dogs.get() * self._fee.get()

    def _next_morning(self) -> int:
        return self.now() + 86400 * 10**6
