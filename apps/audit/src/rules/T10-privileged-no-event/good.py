from iconservice import *

TAG = 'RateDesk'


class RateDesk(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._rate = VarDB('rate', db, value_type=int)
        self._paused = VarDB('paused', db, value_type=bool)
        self._note = DictDB('note', db, value_type=str)

    def on_install(self, _rate: int) -> None:  # ok: T10
        super().on_install()
        if _rate <= 0:
            revert('Rate must be positive')
        self._rate.set(_rate)

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Changed(self, _what: str, _value: int):
        pass

    @external(readonly=True)
    def rate(self) -> int:
        return self._rate.get()

    @external(readonly=True)
    def isPaused(self) -> bool:
        return self._paused.get()

    @external(readonly=True)
    def noteOf(self, _who: Address) -> str:
        return self._note[_who]

    @external
    def setRate(self, _rate: int) -> None:  # ok: T10
        self._require_owner()
        if _rate <= 0:
            revert('Rate must be positive')
        self._rate.set(_rate)
        self._tell('rate', _rate)

    @external
    def setPaused(self, _paused: bool) -> None:  # ok: T10
        self._require_owner()
        if self._paused.get() == _paused:
            return
        self._paused.set(_paused)
        self._tell('paused', int(_paused))

    @external
    def setNote(self, _text: str) -> None:  # ok: T10
        # everybody's own note: nothing that others depend on
        if len(_text) > 200:
            revert('Note is too long')
        self._note[self.msg.sender] = _text

    @external
    def withdraw(self) -> None:  # ok: T10
        self._require_owner()
        self.icx.transfer(self.owner, self.icx.get_balance(self.address))

    @payable
    def fallback(self) -> None:
        if self._paused.get():
            revert('Closed')

    def _require_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')

    def _tell(self, _what: str, _value: int) -> None:
        self.Changed(_what, _value)
