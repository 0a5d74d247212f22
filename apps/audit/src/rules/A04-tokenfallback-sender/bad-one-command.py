from iconservice import *

TAG = 'BondDesk'


class BondDesk(IconScoreBase):
    """Commands come as JSON in _data; one of them forgets to look at the token."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.coin = VarDB('coin', db, Address)
        self.bond = VarDB('bond', db, Address)
        self.bought = DictDB('bought', db, int)
        self.reserve = VarDB('reserve', db, int)

    def on_install(self, coin: Address, bond: Address) -> None:
        super().on_install()
        self.coin.set(coin)
        self.bond.set(bond)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Bought(self, account: Address, amount: int):
        pass

    @eventlog(indexed=1)
    def ReserveAdded(self, account: Address, amount: int):
        pass

    def _buy(self, account: Address, amount: int) -> None:
        if self.msg.sender != self.coin.get():
            revert('BondDesk: pay with the coin')
        self.bought[account] += amount  # ok: A04
        self.Bought(account, amount)

    def _add_reserve(self, account: Address, amount: int) -> None:
        self.reserve.set(self.reserve.get() + amount)
        self.ReserveAdded(account, amount)

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if _value <= 0 or _data is None:
            revert('BondDesk: bad deposit')
        command = json_loads(_data.decode('utf-8'))
        if command['method'] == 'buy':
            self._buy(_from, _value)
        elif command['method'] == 'reserve':
            self._add_reserve(_from, _value)  # expect: A04
        else:
            revert('BondDesk: unknown command')

    @external(readonly=True)
    def bought_by(self, account: Address) -> int:
        return self.bought[account]

    @external(readonly=True)
    def reserve_held(self) -> int:
        return self.reserve.get()
