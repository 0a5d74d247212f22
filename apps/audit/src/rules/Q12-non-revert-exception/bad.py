from iconservice import *

TAG = 'Coupons'


class CouponError(Exception):
    pass


class Coupons(IconScoreBase):

    @eventlog(indexed=2)
    def Issued(self, _to: Address, _coupon: int):
        pass

    @eventlog(indexed=2)
    def Used(self, _by: Address, _coupon: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holders = DictDB('holders', db, value_type=Address)
        self._used = DictDB('used', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def holder(self, _coupon: int) -> Address:
        if _coupon <= 0:
            raise ValueError('wrong coupon')  # expect: Q12
        return self._holders[_coupon]

    @external
    def issue(self, _to: Address, _coupon: int) -> None:
        if self.msg.sender != self.owner:
            raise CouponError('owner only')  # expect: Q12
        if self._holders[_coupon] is not None:
            revert('Coupons: the number is taken')
        self._holders[_coupon] = _to
        self.Issued(_to, _coupon)

    @external
    def use(self, _coupon: int) -> None:
        if self._holders[_coupon] != self.msg.sender:
            raise CouponError  # expect: Q12
        if self._used[_coupon]:
            raise Exception('used before')  # expect: Q12
        self._used[_coupon] = True
        self.Used(self.msg.sender, _coupon)
