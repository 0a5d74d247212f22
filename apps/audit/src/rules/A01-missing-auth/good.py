from iconservice import *

TAG = 'RewardVault'


class RewardVault(IconScoreBase):
    """Guards inline, in several spellings; open methods that only touch the caller's own things."""

    _RATE = 'rate'
    _MANAGER = 'manager'
    _TREASURY = 'treasury'
    _FEES = 'fees'
    _DELEGATES = 'delegates'
    _FROZEN = 'frozen'

    @eventlog(indexed=1)
    def RateChanged(self, _rate: int):
        pass

    @eventlog(indexed=1)
    def ManagerChanged(self, _manager: Address):
        pass

    @eventlog(indexed=2)
    def DelegateChanged(self, _account: Address, _delegate: Address):
        pass

    @eventlog(indexed=1)
    def FeePaid(self, _payer: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Swept(self, _treasury: Address, _amount: int):
        pass

    @eventlog
    def Frozen(self):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._rate = VarDB(self._RATE, db, int)
        self._manager = VarDB(self._MANAGER, db, Address)
        self._treasury = VarDB(self._TREASURY, db, Address)
        self._fees = VarDB(self._FEES, db, int)
        self._delegates = DictDB(self._DELEGATES, db, Address)
        self._frozen = VarDB(self._FROZEN, db, bool)

    def on_install(self, _treasury: Address) -> None:
        super().on_install()
        self._treasury.set(_treasury)
        self._manager.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @external
    def setRate(self, _rate: int) -> None:
        if self.msg.sender != self.owner:
            revert('RewardVault: only the owner')
        if _rate <= 0 or _rate > 10_000:
            revert('RewardVault: rate out of range')
        self._rate.set(_rate)
        self.RateChanged(_rate)

    @external
    def setManager(self, _manager: Address) -> None:
        caller = self.msg.sender
        if caller not in (self.owner, self._manager.get()):
            revert('RewardVault: only the owner or the manager')
        self._manager.set(_manager)
        self.ManagerChanged(_manager)

    @external
    def freeze(self) -> None:
        if self.msg.sender == self.owner or self.msg.sender == self._manager.get():
            self._frozen.set(True)
            self.Frozen()
        else:
            revert('RewardVault: only the owner or the manager')

    @external
    def setDelegate(self, _delegate: Address) -> None:
        self._delegates[self.msg.sender] = _delegate  # ok: A01
        self.DelegateChanged(self.msg.sender, _delegate)

    @external
    @payable
    def payFee(self) -> None:
        if self._frozen.get():
            revert('RewardVault: frozen')
        if self.msg.value <= 0:
            revert('RewardVault: nothing paid')
        self._fees.set(self._fees.get() + self.msg.value)  # ok: A01
        self.FeePaid(self.msg.sender, self.msg.value)

    @external
    def sweep(self) -> None:
        amount = self._fees.get()
        if amount <= 0:
            revert('RewardVault: nothing to sweep')
        treasury = self._treasury.get()
        self._fees.set(0)  # ok: A01
        self.Swept(treasury, amount)
        self.icx.transfer(treasury, amount)  # ok: A01

    @external(readonly=True)
    def rate(self) -> int:
        return self._rate.get()

    @external(readonly=True)
    def delegateOf(self, _account: Address) -> Address:
        return self._delegates[_account]
