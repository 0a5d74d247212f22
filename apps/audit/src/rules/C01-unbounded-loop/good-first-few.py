from iconservice import *

TAG = 'Regatta'
PRIZES = [50, 30, 20]


class ResultsInterface(InterfaceScore):
    @interface
    def results(self) -> str:
        pass


class Regatta(IconScoreBase):
    """However many boats another contract lists, three of them get something."""

    @eventlog(indexed=1)
    def Won(self, _boat: str, _prize: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._results = VarDB('results', db, value_type=Address)
        self._won = DictDB('won', db, value_type=int)

    def on_install(self, _results: Address) -> None:
        super().on_install()
        self._results.set(_results)

    def on_update(self) -> None:
        super().on_update()

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner only')
        results = self.create_interface_score(self._results.get(), ResultsInterface)
        boats = json_loads(results.results())
        best = sorted(boats, key=lambda boat: boat['time'])[:3]
        left = sum(PRIZES[:len(best)])
        pot = 10 ** 6
        for place in range(len(best)):  # ok: C01
            prize = pot * PRIZES[place] // left  # ok: N03
            left -= PRIZES[place]
            pot -= prize
            self._won[best[place]['name']] = prize
            self.Won(best[place]['name'], prize)
