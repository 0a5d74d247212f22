from iconservice import *

TAG = 'Minting'


class Minting(IconScoreBase):

    @eventlog(indexed=1)
    def Minted(self, _account: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._decimals = VarDB('decimals', db, value_type=int)
        self._supply = VarDB('supply', db, value_type=int)
        self._coins = DictDB('coins', db, value_type=int)

    def on_install(self, _supply: int, _decimals: int) -> None:
        super().on_install()
        if _supply < 0 or _decimals < 0:
            revert('Must not be negative')
        supply = _supply * 10 ** _decimals  # expect: N07
        self._decimals.set(_decimals)
        self._supply.set(supply)
        self._coins[self.msg.sender] = supply

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def coins_of(self, _account: Address) -> int:
        return self._coins[_account]

    @external(readonly=True)
    def whole_coins(self, _account: Address) -> int:
        return self._coins[_account] // 10 ** self._decimals.get()  # expect: N07

    @external
    def mint(self, _amount: int, _exponent: int):
        if self.msg.sender != self.owner:
            revert('Only the owner mints')
        if _amount <= 0 or _exponent < 0:
            revert('Must be positive')
        amount = _amount * pow(10, _exponent)  # expect: N07
        self._supply.set(self._supply.get() + amount)
        self._coins[self.owner] += amount
        self.Minted(self.owner, amount)
