from iconservice import *

TAG = 'CouponWallet'


class CouponWallet(IconScoreBase):
    """Coupons may be handed on; a note in _data is passed along."""

    _COUPONS = 'coupons'

    @eventlog(indexed=2)
    def HandedOn(self, _from: Address, _to: Address, _count: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._coupons = DictDB(self._COUPONS, db, int)

    def on_install(self, _count: int) -> None:
        super().on_install()
        if _count <= 0:
            revert('CouponWallet: count must be positive')
        self._coupons[self.address] = _count

    def on_update(self) -> None:
        super().on_update()

    @external
    def handOn(self, _to: Address, _count: int, _data: bytes = None) -> None:
        giver = self.msg.sender
        if _data == b'from-the-house':
            giver = self.address  # expect: A12
        if _count <= 0 or self._coupons[giver] < _count:
            revert('CouponWallet: not enough coupons')
        self._coupons[giver] -= _count
        self._coupons[_to] += _count
        self.HandedOn(giver, _to, _count)

    @external(readonly=True)
    def couponsOf(self, _account: Address) -> int:
        return self._coupons[_account]
