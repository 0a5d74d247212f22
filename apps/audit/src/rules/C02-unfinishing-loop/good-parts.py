from iconservice import *

TAG = 'Steps'
MOST = 100


def even_numbers(limit: int):
    number = 0
    while True:  # ok: C02
        yield number
        number += 2


class Steps(IconScoreBase):

    @eventlog
    def Done(self, sum: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._sum = VarDB('sum', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def count(self, steps: int) -> None:
        if not 0 < steps <= MOST:
            revert('too many')
        state = {'left': steps, 'sum': 0}
        while state['left'] > 0:  # ok: C02
            state['sum'] += state['left']
            state['left'] -= 1
        self._sum.set(state['sum'])
        self.Done(state['sum'])

    @external
    def gather(self, first: int, second: int) -> None:
        numbers = iter([first, second])
        total = 0
        try:
            while True:  # ok: C02
                total += next(numbers)
        except StopIteration:
            pass
        self._sum.set(total)
        self.Done(total)

    @external(readonly=True)
    def sum(self) -> int:
        return self._sum.get()
