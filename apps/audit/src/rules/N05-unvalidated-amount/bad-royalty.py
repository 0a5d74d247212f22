from iconservice import *

TAG = 'SongShelf'
MOST = 20


class SongShelf(IconScoreBase):
    """Singers set what part of a sale is theirs; the shop that sold the song gets the rest."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._singer = DictDB('singer', db, value_type=Address)
        self._part = DictDB('part', db, value_type=int)
        self._tip = DictDB('tip', db, value_type=int)
        self._discount = DictDB('discount', db, value_type=int)
        self._fee = VarDB('fee', db, value_type=int)
        self._credit = DictDB('credit', db, value_type=int)
        self._songs = VarDB('songs', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._fee.set(2)

    def on_update(self) -> None:
        super().on_update()

    @external
    def sing(self) -> None:
        song = self._songs.get() + 1
        self._songs.set(song)
        self._singer[song] = self.msg.sender

    def _require_singer(self, song: int) -> None:
        if self.msg.sender != self._singer[song]:
            revert(f'{TAG}: not your song')

    @external
    def set_part(self, song: int, part: int) -> None:
        self._require_singer(song)
        if part > MOST:
            revert(f'{TAG}: too large a part')
        self._part[song] = part  # expect: N05

    @external
    def set_tip(self, song: int, tip: int) -> None:
        self._require_singer(song)
        if not 0 <= tip <= MOST:
            revert(f'{TAG}: too large a tip')
        self._tip[song] = tip  # ok: N05

    @external
    def set_discount(self, song: int, discount: int) -> None:
        self._require_singer(song)
        if discount > MOST:
            revert(f'{TAG}: too large a discount')
        self._discount[song] = discount  # ok: N05

    @external
    def set_fee(self, fee: int) -> None:
        if self.msg.sender != self.owner or fee > MOST:
            revert(f'{TAG}: only the owner, and not too much')
        self._fee.set(fee)  # ok: N05

    @external
    @payable
    def buy(self, song: int, shop: Address) -> None:
        price = self.msg.value
        part = price * self._part[song] // 100
        tip = price * self._tip[song] // 100
        fee = price * self._fee.get() // 100
        self._credit[self.owner] += fee
        if part > 0:
            self._credit[self._singer[song]] += part + tip
        self._credit[shop] += price - part - tip - fee

    @external
    @payable
    def buy_cheaply(self, song: int, shop: Address) -> None:
        back = self.msg.value * self._discount[song] // 100
        if back < 0:
            revert(f'{TAG}: no discount')
        self._credit[self.msg.sender] += back
        self._credit[shop] += self.msg.value - back

    @external
    def take(self) -> None:
        amount = self._credit[self.msg.sender]
        self._credit[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)
