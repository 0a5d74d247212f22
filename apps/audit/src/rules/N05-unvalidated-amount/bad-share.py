from iconservice import *

TAG = 'Ferry'


class Ferry(IconScoreBase):
    """The ferryman's share is taken off what goes out; below zero it adds to it."""

    _DEPOSIT = 10 ** 19

    @eventlog(indexed=1)
    def Landed(self, _to: Address, _share: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._aboard = DictDB('aboard', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def board(self) -> None:
        if self.msg.value != self._DEPOSIT or self._aboard[self.msg.sender]:
            revert('Ferry: one deposit')
        self._aboard[self.msg.sender] = True

    @external
    def land(self, _share: int) -> None:
        self._leave()
        if _share >= self._DEPOSIT:
            revert('Ferry: too large a share')
        self.Landed(self.msg.sender, _share)
        self.icx.transfer(self.msg.sender, self._DEPOSIT - _share)  # expect: N05

    @external
    def land_well(self, _share: int) -> None:
        self._leave()
        if _share < 0 or _share >= self._DEPOSIT:
            revert('Ferry: no such share')
        self.Landed(self.msg.sender, _share)
        self.icx.transfer(self.msg.sender, self._DEPOSIT - _share)  # ok: N05

    def _leave(self) -> None:
        if not self._aboard[self.msg.sender]:
            revert('Ferry: not aboard')
        self._aboard[self.msg.sender] = False
