from iconservice import *

TAG = 'Letters'


class Letters(IconScoreBase):
    """Questions that look as if one account was let through, and that let everybody through."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._writer_of = DictDB('writer_of', db, value_type=Address)
        self._burnt = DictDB('burnt', db, value_type=bool)
        self._sealed = DictDB('sealed', db, value_type=bool)
        self._postage = VarDB('postage', db, value_type=int)
        self._weight = VarDB('weight', db, value_type=int)
        self._master = VarDB('master', db, value_type=Address)
        self._weigher = VarDB('weigher', db, value_type=Address)

    def on_install(self, _weigher: Address) -> None:
        super().on_install()
        self._weigher.set(_weigher)

    def on_update(self) -> None:
        super().on_update()

    @external
    def set_master(self, _master: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Letters: owner only')
        self._master.set(_master)

    @external
    @payable
    def write(self, _letter: str) -> None:
        if self._writer_of[_letter] is not None or self.msg.value != self._postage.get():
            revert('Letters: written, or postage')
        self._writer_of[_letter] = self.msg.sender

    @external
    def burn(self, _letter: str) -> None:
        if self._writer_of[_letter] is None and self._writer_of[_letter] != self.msg.sender:  # expect: A01
            revert('Letters: not yours')
        self._burnt[_letter] = True

    @external
    def seal(self, _letter: str) -> None:
        if self._writer_of[_letter] is None or self._writer_of[_letter] != self.msg.sender:  # ok: A01
            revert('Letters: not yours')
        self._sealed[_letter] = True

    @external
    def set_postage(self, _postage: int) -> None:
        master = self._master.get()
        if master is not None and self.msg.sender != master:  # expect: A01
            revert('Letters: master only')
        self._postage.set(max(_postage, 0))

    # the weigher is chosen at install, and can only be missing by mistake
    @external
    def set_weight(self, _grams: int) -> None:
        weigher = self._weigher.get()
        if weigher is not None and self.msg.sender != weigher:  # ok: A01
            revert('Letters: weigher only')
        self._weight.set(max(_grams, 0))

    @external
    def send(self, _letter: str) -> None:
        if self._burnt[_letter] or not self._sealed[_letter]:
            revert('Letters: burnt or open')
        writer = self._writer_of[_letter]
        self._writer_of.remove(_letter)
        self.icx.transfer(writer, self._postage.get() - self._weight.get())
