from iconservice import *

TAG = 'SharedGarage'


class SharedGarage(IconScoreBase):
    """Acts for other accounts, after asking whether the caller may."""

    _CREDIT = 'credit'
    _ALLOWED = 'allowed'
    _KEYS = 'keys'

    @eventlog(indexed=2)
    def Moved(self, _from: Address, _to: Address, _amount: int):
        pass

    @eventlog(indexed=2)
    def Allowed(self, _account: Address, _friend: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def KeyGiven(self, _account: Address):
        pass

    @eventlog(indexed=1)
    def Paid(self, _account: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._credit = DictDB(self._CREDIT, db, int)
        self._allowed = DictDB(self._ALLOWED, db, int, depth=2)
        self._keys = DictDB(self._KEYS, db, bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def charge(self) -> None:
        if self.msg.value <= 0:
            revert('SharedGarage: send ICX')
        self._credit[self.msg.sender] += self.msg.value
        self.Paid(self.msg.sender, self.msg.value)

    @external
    def allow(self, _friend: Address, _amount: int) -> None:
        if _amount < 0:
            revert('SharedGarage: negative amount')
        self._allowed[self.msg.sender][_friend] = _amount
        self.Allowed(self.msg.sender, _friend, _amount)

    @external
    def moveFor(self, _from: Address, _to: Address, _amount: int) -> None:
        if _amount <= 0:
            revert('SharedGarage: amount must be positive')
        if self._credit[_from] < _amount:
            revert('SharedGarage: not enough credit')
        if self.msg.sender != _from:
            if self._allowed[_from][self.msg.sender] < _amount:
                revert('SharedGarage: not allowed')
            self._allowed[_from][self.msg.sender] -= _amount
        self._credit[_from] -= _amount  # ok: A03
        self._credit[_to] += _amount
        self.Moved(_from, _to, _amount)

    @external
    def giveKey(self, _account: Address) -> None:
        self._check_owner(self.msg.sender)
        if _account == self.owner:
            revert('SharedGarage: the owner needs no key')
        self._keys[_account] = True  # ok: A03
        self.KeyGiven(_account)

    @external
    def leave(self, _account: Address) -> None:
        if _account != self.msg.sender:
            revert('SharedGarage: for yourself only')
        amount = self._credit[_account]
        if amount <= 0:
            revert('SharedGarage: nothing left')
        self._credit[_account] = 0  # ok: A03
        self.Paid(_account, amount)
        self.icx.transfer(_account, amount)

    def _check_owner(self, caller: Address) -> None:
        if caller != self.owner:
            revert('SharedGarage: only the owner')

    @external(readonly=True)
    def hasKey(self, _account: Address) -> bool:
        return self._keys[_account]
