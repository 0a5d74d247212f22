from iconservice import *


@contract  # expect: L18
class Ferry(IconScoreBase):
    """Written for an engine that nobody runs any more."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fare = DictDB('fare', db, value_type=int)
        self._captain = VarDB('captain', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()
        self._captain.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Sailed(self, who: Address):
        pass

    @external
    @payable
    def board(self) -> None:
        self._fare[self.msg.sender] += self.msg.value
        self.Sailed(self.msg.sender)  # ok: L18

    @external
    def leave(self) -> None:
        fare = self._fare[self.msg.sender]
        self._fare[self.msg.sender] = 0
        if not self.send(self.msg.sender, fare):  # expect: L18
            revert('not paid back')

    @external
    def berth(self) -> None:
        if self.msg.sender != self._captain.get():
            revert('only the captain')
        self.icx.send(self.msg.sender, 1)  # ok: L18
