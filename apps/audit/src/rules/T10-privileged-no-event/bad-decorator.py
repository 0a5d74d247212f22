from iconservice import *


def only_keeper(method):
    @wraps(method)
    def checked(self, *args, **kwargs):
        if self.msg.sender != self.keeper.get():
            revert('only the keeper')
        return method(self, *args, **kwargs)

    return checked


class Lighthouse(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.keeper = VarDB('keeper', db, Address)
        self.lamp = VarDB('lamp', db, bool)
        self.log = ArrayDB('log', db, int)

    def on_install(self) -> None:
        super().on_install()
        self.keeper.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def LampSwitched(self, on: bool):
        pass

    @external(readonly=True)
    def is_lit(self) -> bool:
        return self.lamp.get()

    @external(readonly=True)
    def last_entry(self) -> int:
        return self.log[-1] if len(self.log) > 0 else 0

    @external
    @only_keeper
    def switch(self, on: bool) -> None:  # ok: T10
        self.lamp.set(on)
        self.LampSwitched(on)

    @external
    @only_keeper
    def hand_over(self, keeper: Address) -> None:  # expect: T10
        self._assign(keeper)

    @only_keeper
    @external
    def note(self, entry: int) -> None:  # expect: T10
        self.log.put(entry)

    def _assign(self, keeper: Address) -> None:
        self.keeper.set(keeper)
