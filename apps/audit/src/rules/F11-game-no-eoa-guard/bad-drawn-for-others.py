from iconservice import *

TAG = 'OrchardPool'
ROUND = 1800


class OrchardPool(IconScoreBase):
    """Growers put in a share of the harvest, and one of them takes the pool; whoever calls can throw a draw away."""

    @eventlog(indexed=1)
    def Drawn(self, grower: Address, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._growers = ArrayDB('growers', db, value_type=Address)
        self._joined = DictDB('joined', db, value_type=bool)
        self._baskets = DictDB('baskets', db, value_type=int)
        self._credit = DictDB('credit', db, value_type=int)
        self._stewards = DictDB('stewards', db, value_type=bool)
        self._judges = ArrayDB('judges', db, value_type=Address)
        self._pool = VarDB('pool', db, value_type=int)
        self._next = VarDB('next', db, value_type=int)
        self._lot = VarDB('lot', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _number(self, size: int) -> int:
        text = f'{self.now()}/{self.block_height}/{self._pool.get()}'
        return int.from_bytes(sha3_256(text.encode()), 'big') % size

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner only')

    @external
    @payable
    def join(self) -> None:
        if self.msg.value != 10 ** 18 or self._joined[self.msg.sender] or len(self._growers) >= 50:
            revert(f'{TAG}: one share each')
        self._joined[self.msg.sender] = True
        self._growers.put(self.msg.sender)
        self._baskets[self.msg.sender] += 3
        self._pool.set(self._pool.get() + self.msg.value)

    def _take(self, place: int) -> None:
        grower = self._growers[place]
        amount = self._pool.get()
        self._pool.set(0)
        self._credit[grower] += amount
        self.Drawn(grower, amount)

    @external
    def draw(self) -> None:  # expect: F11
        if self.block_height < self._next.get() or len(self._growers) == 0:
            revert(f'{TAG}: not yet')
        self._next.set(self.block_height + ROUND)
        self._take(self._number(len(self._growers)))

    @external
    def draw_as_steward(self) -> None:  # ok: F11
        if not self._stewards[self.msg.sender]:
            revert(f'{TAG}: a steward draws')
        self._take(self._number(len(self._growers)))

    @external
    def draw_by_lot(self) -> None:  # ok: F11
        lot = self._lot.get()
        if lot == 0:
            revert(f'{TAG}: no lot yet')
        self._lot.set(0)
        self._take(lot % len(self._growers))

    @external
    def name_judge(self) -> None:  # ok: F11
        judge = self._judges[self._number(len(self._judges))]
        self._credit[judge] += 1

    @external
    def open_basket(self) -> None:  # expect: F11
        if self._baskets[self.msg.sender] < 1:
            revert(f'{TAG}: no basket left')
        self._baskets[self.msg.sender] -= 1
        if self._number(10) == 3:
            self._credit[self.msg.sender] += 10 ** 17

    @external
    def cash(self) -> None:
        amount = self._credit[self.msg.sender]
        self._credit[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)

    @external
    def set_lot(self, lot: int) -> None:
        self._only_owner()
        self._lot.set(lot)

    @external
    def set_steward(self, account: Address) -> None:
        self._only_owner()
        self._stewards[account] = True

    @external
    def add_judge(self, account: Address) -> None:
        self._only_owner()
        self._judges.put(account)
