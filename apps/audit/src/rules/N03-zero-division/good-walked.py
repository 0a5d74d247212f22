from iconservice import *

TAG = 'Relay'


class Relay(IconScoreBase):
    """Runners hand the baton on in a circle; whoever is in the loop knows that somebody runs."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._next = DictDB('next', db, value_type=Address)
        self._steps = DictDB('steps', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Started(self, first: Address, runners: int):
        pass

    @external
    def start(self, _names: str) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: only the owner')
        names = _names.split(',')
        if len(names) > 20:
            revert(f'{TAG}: too many')
        runners = []
        for name in names:
            if name != '':
                runners.append(Address.from_string(name))
        for i in range(len(runners)):
            self._next[runners[i]] = runners[(i + 1) % len(runners)]
        for runner in runners:
            self._steps[runner] = 1000 // len(runners)
        self.Started(self.owner, len(runners))

    @external(readonly=True)
    def next_of(self, _runner: Address) -> Address:
        return self._next[_runner]

    @external(readonly=True)
    def steps_of(self, _runner: Address) -> int:
        return self._steps[_runner]
