from iconservice import *

TAG = 'ClubTill'


class Token(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


class Bar(InterfaceScore):
    @interface
    def tell(self, _left: int) -> None:
        pass


class ClubTill(IconScoreBase):
    """One contract may call, and does so for guests of its own: whom it names may call back."""

    @eventlog(indexed=1)
    def Paid(self, _guest: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._bar = VarDB('bar', db, value_type=Address)
        self._clerk = VarDB('clerk', db, value_type=Address)
        self._token = VarDB('token', db, value_type=Address)
        self._kept = VarDB('kept', db, value_type=int)

    def on_install(self, _bar: Address, _clerk: Address, _token: Address) -> None:
        super().on_install()
        self._bar.set(_bar)
        self._clerk.set(_clerk)
        self._token.set(_token)

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._token.get():
            revert('ClubTill: another token')
        self._kept.set(self._kept.get() + _value)

    @external
    def pay_guest(self, _guest: Address, _amount: int) -> None:
        if self.msg.sender != self._bar.get():
            revert('ClubTill: only the bar')
        kept = self._kept.get()
        if _amount <= 0 or _amount > kept:
            revert('ClubTill: not that much')
        self.Paid(_guest, _amount)
        self._send(_guest, _amount)  # expect: F01
        self._kept.set(kept - _amount)

    def _send(self, to: Address, amount: int) -> None:
        token = self.create_interface_score(self._token.get(), Token)
        try:
            token.transfer(to, amount)
        except BaseException:
            revert('ClubTill: not paid')

    @external
    def pay_clerk(self, _amount: int) -> None:
        if self.msg.sender != self._bar.get():
            revert('ClubTill: only the bar')
        kept = self._kept.get()
        if _amount <= 0 or _amount > kept:
            revert('ClubTill: not that much')
        self.Paid(self._clerk.get(), _amount)
        self._send(self._clerk.get(), _amount)  # ok: F01
        self._kept.set(kept - _amount)

    # Whom the club's clerk names is known to the club.
    @external
    def pay_out(self, _to: Address, _amount: int) -> None:
        if self.msg.sender != self._clerk.get():
            revert('ClubTill: only the clerk')
        kept = self._kept.get()
        if _amount <= 0 or _amount > kept:
            revert('ClubTill: not that much')
        self.Paid(_to, _amount)
        self._send(_to, _amount)  # ok: F01
        self._kept.set(kept - _amount)

    @external
    def close(self) -> None:
        if self.msg.sender != self._clerk.get():
            revert('ClubTill: only the clerk')
        self.create_interface_score(self._bar.get(), Bar).tell(self._kept.get())
