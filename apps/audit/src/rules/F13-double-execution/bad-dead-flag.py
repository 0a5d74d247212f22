from iconservice import *

TAG = 'HarvestFeast'


class HarvestFeast(IconScoreBase):
    """The flag that should keep the feast to one evening is asked, and nobody raises it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.held = VarDB('held', db, bool)
        self.closed = VarDB('closed', db, bool)
        self.guests = VarDB('guests', db, int)
        self.evening = VarDB('evening', db, int)

    def on_install(self) -> None:
        super().on_install()
        self.held.set(False)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Held(self, evening: int, guests: int):
        pass

    @eventlog(indexed=1)
    def GuestsChanged(self, guests: int):
        pass

    @external
    def expect_guests(self, guests: int) -> None:
        if self.msg.sender != self.owner or guests < 0:
            revert('only the owner, and no fewer than none')
        if self.closed.get():  # ok: F13
            revert('the list is closed')
        self.guests.set(guests)
        self.GuestsChanged(guests)

    @external
    def close_list(self) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        self.closed.set(True)
        self.GuestsChanged(self.guests.get())

    @external
    def hold(self) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if self.held.get():  # expect: F13
            revert('once a year')
        self.evening.set(self.block_height)
        self.Held(self.block_height, self.guests.get())

    @external(readonly=True)
    def was_held(self) -> bool:
        return self.held.get()
