from iconservice import *

TAG = 'Errands'


class Errands(IconScoreBase):
    """The account that pays stands in a letter that the caller brings, and nobody looks at who wrote it."""

    @eventlog(indexed=2)
    def Paid(self, _from: Address, _to: Address, _coins: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._coins = DictDB('coins', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def pay_in(self) -> None:
        self._coins[self.msg.sender] += self.msg.value

    @external
    def run(self, _letter: str) -> None:
        letter = json_loads(_letter)
        payer = Address.from_string(letter['payer'])
        payee = Address.from_string(letter['payee'])
        coins = int(letter['coins'])
        if coins <= 0 or self._coins[payer] < coins:
            revert('Errands: not enough coins')
        self._coins[payer] -= coins  # expect: A03
        self._coins[payee] += coins
        self.Paid(payer, payee, coins)

    @external
    def run_signed(self, _letter: str, _signature: bytes) -> None:
        letter = json_loads(_letter)
        payer = Address.from_string(letter['payer'])
        coins = int(letter['coins'])
        key = recover_key(sha3_256(_letter.encode()), _signature)
        if create_address_with_key(key) != payer:
            revert('Errands: signed by somebody else')
        if letter['number'] != self._coins[self.address] or coins <= 0 or self._coins[payer] < coins:
            revert('Errands: not enough coins')
        self._coins[self.address] += 1
        self._coins[payer] -= coins  # ok: A03
        self._coins[self.owner] += coins
        self.Paid(payer, self.owner, coins)

    @external
    def draw(self, _coins: int) -> None:
        if _coins <= 0 or self._coins[self.msg.sender] < _coins:
            revert('Errands: not enough coins')
        self._coins[self.msg.sender] -= _coins
        self.icx.transfer(self.msg.sender, _coins)
