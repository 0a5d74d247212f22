from iconservice import *

TAG = 'Switchboard'


class Switchboard(IconScoreBase):
    """One entry for many commands."""

    @eventlog(indexed=1)
    def Executed(self, command: str, height: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._notes = DictDB('notes', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert('Switchboard: only the owner')

    @external
    def run(self, _command: str, _note: str) -> None:
        self._only_owner()
        method = getattr(self, 'do_' + _command)  # expect: D12
        method(_note)
        self.Executed(_command, self.block_height)

    def do_write(self, note: str) -> None:
        self._notes[self.msg.sender] = note[:100]

    def do_clear(self, note: str) -> None:
        self._notes[self.msg.sender] = ''

    @external
    def settle(self) -> None:
        self._only_owner()
        context = self._context  # expect: D12
        context.step_counter.reset(0)
        self.Executed('settle', self.block_height)

    @external(readonly=True)
    def stepLimit(self) -> int:
        return getattr(self.icx, '_context').step_counter.step_limit  # expect: D12

    @external(readonly=True)
    def bases(self) -> int:
        return len(self.__class__.__bases__)  # expect: D12
