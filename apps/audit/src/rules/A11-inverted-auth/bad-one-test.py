from iconservice import *

TAG = 'Paintings'


class Paintings(IconScoreBase):
    """One method keeps the owner of a painting out, and lets the helper through whom the owner has named."""

    @eventlog(indexed=2)
    def Moved(self, _painting: int, _to: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = DictDB('holder', db, value_type=Address)
        self._helper = DictDB('helper', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def hang(self, _painting: int) -> None:
        if self._holder[_painting] is not None:
            revert('Paintings: it hangs already')
        self._holder[_painting] = self.msg.sender
        self.Moved(_painting, self.msg.sender)

    @external
    def name_helper(self, _painting: int, _helper: Address) -> None:
        if self.msg.sender != self._holder[_painting]:
            revert('Paintings: not yours')
        self._helper[_painting] = _helper

    @external
    def give(self, _painting: int, _to: Address) -> None:
        if self.msg.sender != self._holder[_painting]:
            revert('Paintings: not yours')
        self._holder[_painting] = _to
        self._helper.remove(_painting)
        self.Moved(_painting, _to)

    @external
    def give_for(self, _painting: int, _to: Address) -> None:
        if self.msg.sender == self._holder[_painting] or self.msg.sender != self._helper[_painting]:  # expect: A11
            revert('Paintings: not for you')
        self._holder[_painting] = _to
        self._helper.remove(_painting)
        self.Moved(_painting, _to)
