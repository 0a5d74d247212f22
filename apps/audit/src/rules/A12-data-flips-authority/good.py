from iconservice import *

TAG = 'PlantShop'


class PlantShop(IconScoreBase):
    """Data chooses what is done, or who receives; who pays stays who called."""

    _TOKEN = 'token'
    _CREDIT = 'credit'
    _SEEDS = 'seeds'

    @eventlog(indexed=1)
    def CreditAdded(self, _account: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def SeedsAdded(self, _account: Address, _amount: int):
        pass

    @eventlog(indexed=2)
    def CreditGiven(self, _from: Address, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB(self._TOKEN, db, Address)
        self._credit = DictDB(self._CREDIT, db, int)
        self._seeds = DictDB(self._SEEDS, db, int)

    def on_install(self, _token: Address) -> None:
        super().on_install()
        self._token.set(_token)

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._token.get():
            revert('PlantShop: another token')
        if _value <= 0:
            revert('PlantShop: nothing paid')
        if _data == b'seeds':  # ok: A12
            self._seeds[_from] += _value
            self.SeedsAdded(_from, _value)
        else:
            self._credit[_from] += _value
            self.CreditAdded(_from, _value)

    @external
    def give(self, _amount: int, _to: Address = None, _kind: str = None) -> None:
        receiver = self.msg.sender if _to is None else _to
        if _kind == 'gift':
            receiver = self.owner  # ok: A12
        if _amount <= 0 or self._credit[self.msg.sender] < _amount:
            revert('PlantShop: not enough credit')
        self._credit[self.msg.sender] -= _amount
        self._credit[receiver] += _amount
        self.CreditGiven(self.msg.sender, receiver, _amount)

    @external(readonly=True)
    def creditOf(self, _account: Address) -> int:
        return self._credit[_account]

    @external(readonly=True)
    def seedsOf(self, _account: Address) -> int:
        return self._seeds[_account]
