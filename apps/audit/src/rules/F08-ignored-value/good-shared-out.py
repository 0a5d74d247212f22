from iconservice import *

TAG = 'Tips'


class Tips(IconScoreBase):
    """Shared among a crew that has one member at least."""

    @eventlog(indexed=1)
    def Shared(self, _member: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._crew = ArrayDB('crew', db, value_type=Address)
        self._due = DictDB('due', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._crew.put(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def tip(self) -> None:  # ok: F08
        if len(self._crew) < 1:
            revert('nobody is there')
        for member in self._crew:
            share = self.msg.value // len(self._crew)
            if share > 0:
                self._due[member] += share
                self.Shared(member, share)

    @external
    def fetch(self) -> None:
        amount = self._due[self.msg.sender]
        if amount <= 0:
            revert('nothing due')
        self._due[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)
