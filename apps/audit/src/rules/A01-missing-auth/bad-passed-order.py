from iconservice import *

TAG = 'Harbour'
CHAIN = Address.from_string('cx0000000000000000000000000000000000000000')


class ChainInterface(InterfaceScore):

    @interface
    def setStepPrice(self, price: int):
        pass

    @interface
    def blockScore(self, address: Address):
        pass

    @interface
    def getStepPrice(self) -> int:
        pass


class PierInterface(InterfaceScore):

    @interface
    def set_fee(self, _fee: int) -> None:
        pass

    @interface
    def add_boat(self, _boat: str, _owner: Address) -> None:
        pass

    @interface
    def update_boat(self, _boat: str, _value: int) -> None:
        pass

    @interface
    def remove_boat(self, _boat: str) -> None:
        pass


class Harbour(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pier = VarDB('pier', db, value_type=Address)
        self._guest_pier = VarDB('guest_pier', db, value_type=Address)
        self._paid = DictDB('paid', db, value_type=bool)

    def on_install(self, _pier: Address) -> None:
        super().on_install()
        self._pier.set(_pier)

    def on_update(self) -> None:
        super().on_update()

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: not the owner')

    def _chain(self) -> ChainInterface:
        return self.create_interface_score(CHAIN, ChainInterface)

    def _pier_of(self, _address: Address) -> PierInterface:
        return self.create_interface_score(_address, PierInterface)

    # the chain hears the harbour, whoever asked it
    @external
    def set_price(self, _price: int) -> None:
        self._chain().setStepPrice(_price)  # expect: A01

    @external
    def block(self, _score: Address) -> None:
        self._only_owner()
        self._chain().blockScore(_score)  # ok: A01

    @external(readonly=True)
    def price(self) -> int:
        return self._chain().getStepPrice()

    @external
    def set_fee(self, _fee: int) -> None:
        pier = self._pier_of(self._pier.get())
        pier.set_fee(_fee)  # expect: A01 as high

    # the pier is told who it was
    @external
    def moor(self, _boat: str) -> None:
        self._pier_of(self._pier.get()).add_boat(_boat, self.msg.sender)  # ok: A01

    # whoever calls has paid
    @payable
    @external
    def revalue(self, _boat: str, _value: int) -> None:
        if self.msg.value < 10 ** 18:
            revert(f'{TAG}: too little')
        self._pier_of(self._pier.get()).update_boat(_boat, _value)  # ok: A01

    # something is kept of the caller
    @external
    def leave(self, _boat: str) -> None:
        if self._paid[self.msg.sender]:
            self._pier_of(self._pier.get()).remove_boat(_boat)  # ok: A01

    # whoever may put another pier in its place needs no order
    @external
    def set_guest_pier(self, _pier: Address) -> None:
        self._guest_pier.set(_pier)  # expect: A01

    @external
    def unmoor(self, _boat: str) -> None:
        self._pier_of(self._guest_pier.get()).remove_boat(_boat)  # ok: A01
