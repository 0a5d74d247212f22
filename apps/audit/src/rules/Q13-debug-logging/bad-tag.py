from iconservice import *

TAG = 'Thermo'
log = Logger


class Steps(object):

    def __init__(self, db: IconScoreDatabase):
        self._steps = DictDB('steps', db, value_type=int)

    def add(self, who: Address, count: int) -> None:
        log.info(f'{who} walks {count}', TAG)  # expect: Q13
        self._steps[who] += count

    def of(self, who: Address) -> int:
        return self._steps[who]


class WalkersBase(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._steps = Steps(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _trace(self, text: str) -> None:
        Logger.info(text, TAG)  # expect: Q13


class Walkers(WalkersBase):

    @eventlog(indexed=1)
    def Walked(self, who: Address, count: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def steps(self, who: Address) -> int:
        Logger.debug(TAG, f'steps of {who}')  # expect: Q13
        return self._steps.of(who)

    @external(readonly=True)
    def best(self, one: Address, other: Address) -> int:
        result = max(self._steps.of(one), self._steps.of(other))
        Logger.debug('best of two is', result)  # expect: Q13
        return result

    @external
    def walk(self, count: int) -> None:
        if count <= 0 or count > 100000:
            revert('Walkers: 1 to 100000 steps')
        self._trace('a walk')
        self._steps.add(self.msg.sender, count)
        self.Walked(self.msg.sender, count)
