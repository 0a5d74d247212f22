from iconservice import *

TAG = 'Safe'


def only_owner(func):
    def wrapper(self, *args, **kwargs):  # expect: L14
        if self.msg.sender != self.owner:
            revert('Only the owner')
        return func(self, *args, **kwargs)

    return wrapper


class Safe(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._code = VarDB('code', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def LimitChanged(self, _limit: int):
        pass

    @external(readonly=True)
    def limit(self) -> int:
        return self._code.get()

    @external
    @only_owner
    def setLimit(self, _limit: int) -> None:
        if _limit <= 0:
            revert('Limit must be positive')
        self._code.set(_limit)
        self.LimitChanged(_limit)
