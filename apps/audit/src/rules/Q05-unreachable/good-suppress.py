from iconservice import *

TAG = 'Doors'


class Door:
    """What other classes say more of."""

    def open(self, who: Address) -> int:
        raise NotImplementedError('say how')

    def pass_through(self, who: Address) -> int:
        self.open(who)
        return 1  # ok: Q05


class Doors(IconScoreBase):

    @eventlog(indexed=1)
    def Passed(self, who: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._passed = DictDB('passed', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _count(self, text: str) -> int:
        with suppress(ValueError):
            return int(text)
        return 0  # ok: Q05

    @external
    def go(self, steps: str) -> None:
        count = self._count(steps)
        if count <= 0:
            revert('some steps')
        self._passed[self.msg.sender] += count
        self.Passed(self.msg.sender)

    @external(readonly=True)
    def passed(self, who: Address) -> int:
        return self._passed[who]


class suppress:
    def __init__(self, kind) -> None:
        self._kind = kind

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind, error, trace) -> bool:
        return kind is not None and issubclass(kind, self._kind)
