from iconservice import *

TAG = 'Till'


class Other(InterfaceScore):
    @interface
    def ICXTransfer(self, _from: Address, _to: Address, _amount: int) -> None:  # ok: L07
        pass


class Till(IconScoreBase):

    @eventlog(indexed=3)
    def ICXTransfer(self, _from: Address, _to: Address, _amount: int, _note: str):  # ok: L07
        pass

    @eventlog(indexed=2)
    def IcxTransfer(self, _from: Address, _to: Address, _amount: int):  # ok: L07
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._paid = DictDB('paid', db, value_type=int)
        self._other = VarDB('other', db, value_type=Address)

    def on_install(self, _other: Address) -> None:
        super().on_install()
        self._other.set(_other)

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def pay(self) -> None:
        payer = self.msg.sender
        self._paid[payer] += self.msg.value
        self.IcxTransfer(payer, self.owner, self.msg.value)
        self.ICXTransfer(payer, self.owner, self.msg.value, 'paid')
        self.icx.transfer(self.owner, self.msg.value)

    @external
    def tell(self) -> None:
        if self.msg.sender != self.owner:
            revert('Till: only the owner')
        self.IcxTransfer(self.address, self.owner, 0)
        self.create_interface_score(self._other.get(), Other).ICXTransfer(self.address, self.owner, 0)

    @external(readonly=True)
    def paidBy(self, _payer: Address) -> int:
        return self._paid[_payer]
