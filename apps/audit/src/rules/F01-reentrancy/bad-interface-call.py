from iconservice import *

TAG = 'AuctionBarn'


class Token(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


class Gallery(InterfaceScore):
    @interface
    def on_sold(self, lot: int) -> None:
        pass


class Lot:
    def __init__(self, db: IconScoreDatabase, number: int) -> None:
        self.seller = VarDB(f'lot{number}_seller', db, Address)
        self.token = VarDB(f'lot{number}_token', db, Address)
        self.amount = VarDB(f'lot{number}_amount', db, int)
        self.state = VarDB(f'lot{number}_state', db, int)


class AuctionBarn(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._db = db
        self._count = VarDB('count', db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _lot(self, number: int) -> Lot:
        return Lot(self._db, number)

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if _value <= 0:
            revert('nothing sent')
        number = self._count.get() + 1
        self._count.set(number)
        lot = self._lot(number)
        lot.seller.set(_from)
        lot.token.set(self.msg.sender)
        lot.amount.set(_value)
        lot.state.set(1)

    # the token came with the lot: whoever made the lot chose it
    @external
    def cancel(self, number: int) -> None:
        lot = self._lot(number)
        if lot.seller.get() != self.msg.sender:
            revert('not yours')
        if lot.state.get() != 1:
            revert('not open')
        token = self.create_interface_score(lot.token.get(), Token)
        token.transfer(self.msg.sender, lot.amount.get())  # expect: F01
        lot.state.set(2)

    # ICX travels along with a call of a contract that the caller names
    @external
    @payable
    def buy(self, number: int, gallery: Address) -> None:
        lot = self._lot(number)
        if lot.state.get() != 1 or self.msg.value <= 0:
            revert('not for sale')
        shop = self.create_interface_score(gallery, Gallery)
        shop.icx(self.msg.value).on_sold(number)  # expect: F01
        lot.state.set(3)
