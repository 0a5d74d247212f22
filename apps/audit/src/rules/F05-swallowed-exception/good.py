from iconservice import *

TAG = 'MilkRound'


class Irc2(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


class MilkRound(IconScoreBase):
    """Failures end in a revert, or are written down as a debt; parsing is no call."""

    _TOKEN = 'token'
    _OWED = 'owed'

    @eventlog(indexed=1)
    def Ordered(self, _account: Address, _litres: int):
        pass

    @eventlog(indexed=1)
    def Owed(self, _account: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB(self._TOKEN, db, Address)
        self._owed = DictDB(self._OWED, db, int)

    def on_install(self, _token: Address) -> None:
        super().on_install()
        self._token.set(_token)

    def on_update(self) -> None:
        super().on_update()

    def _irc2(self) -> Irc2:
        return self.create_interface_score(self._token.get(), Irc2)

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._token.get() or _value <= 0:
            revert('MilkRound: pay with the token')
        litres = 0
        try:
            litres = json_loads(_data.decode('utf-8'))['litres']
        except Exception:  # ok: F05
            revert('MilkRound: order not understood')
        if litres <= 0 or litres > 100:
            revert('MilkRound: 1 to 100 litres')
        self.Ordered(_from, litres)

    @external
    def giveBack(self, _to: Address, _amount: int) -> None:
        self._check(_amount)
        try:
            self._irc2().transfer(_to, _amount)  # ok: F01, F02
        except Exception:  # ok: F05
            self._owed[_to] += _amount
            self.Owed(_to, _amount)

    @external
    def giveBackOrFail(self, _to: Address, _amount: int) -> None:
        self._check(_amount)
        failed = False
        try:
            self._irc2().transfer(_to, _amount)  # ok: F01, F02
        except Exception:  # ok: F05
            failed = True
        if failed:
            revert('MilkRound: the token refused')

    def _check(self, amount: int) -> None:
        if self.msg.sender != self.owner:
            revert('MilkRound: only the owner')
        if amount <= 0:
            revert('MilkRound: amount must be positive')

    @external
    def fetchOwed(self) -> None:
        amount = self._owed[self.msg.sender]
        if amount <= 0:
            revert('MilkRound: nothing owed')
        self._owed[self.msg.sender] = 0
        self.Owed(self.msg.sender, 0)
        self._irc2().transfer(self.msg.sender, amount)
