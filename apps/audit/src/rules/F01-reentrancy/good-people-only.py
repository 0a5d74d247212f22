from iconservice import *

TAG = 'FairBooth'


class PriceFeed(InterfaceScore):
    @interface
    def price(self) -> int:
        pass


class SystemStaking(InterfaceScore):
    @interface
    def setStake(self, value: int) -> None:
        pass


class FairBooth(IconScoreBase):
    """The receiver cannot run code, or the callee is the system, or the call is a question."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._coins = DictDB('coins', db, int)
        self._feed = VarDB('feed', db, Address)
        self._staked = VarDB('staked', db, int)

    def on_install(self, feed: Address) -> None:
        super().on_install()
        self._feed.set(feed)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Bought(self, account: Address, coins: int):
        pass

    @eventlog(indexed=1)
    def Sold(self, account: Address, coins: int):
        pass

    @eventlog(indexed=1)
    def Staked(self, amount: int):
        pass

    @external
    @payable
    def buy(self) -> None:
        coins = self._coins[self.msg.sender]
        feed = self.create_interface_score(self._feed.get(), PriceFeed)
        price = feed.price()  # ok: F01, F02
        if price <= 0 or self.msg.value < price:
            revert('FairBooth: pay for one coin at least')
        self._coins[self.msg.sender] = coins + self.msg.value // price
        self.Bought(self.msg.sender, self.msg.value // price)

    @external
    def sell(self) -> None:
        if self.msg.sender.is_contract:
            revert('FairBooth: people only')
        coins = self._coins[self.msg.sender]
        if coins <= 0:
            revert('FairBooth: no coins')
        self.icx.transfer(self.msg.sender, coins)  # ok: F01, F02
        self._coins[self.msg.sender] = 0
        self.Sold(self.msg.sender, coins)

    @external
    def stake(self, amount: int) -> None:
        if self.msg.sender != self.owner:
            revert('FairBooth: only the owner')
        if amount <= 0 or amount <= self._staked.get():
            revert('FairBooth: stake more than before')
        system = self.create_interface_score(SYSTEM_SCORE_ADDRESS, SystemStaking)
        system.setStake(amount)  # ok: F01, F02
        self._staked.set(amount)
        self.Staked(amount)

    @external(readonly=True)
    def coins_of(self, account: Address) -> int:
        return self._coins[account]
