from iconservice import *

TAG = 'Freight'


class Freight(IconScoreBase):

    @eventlog(indexed=4)
    def Shipped(self, sender: Address, receiver: Address, number: int, weight: int):  # expect: L06
        pass

    @eventlog(indexed=2)
    def Arrived(self, number: int):  # expect: L06
        pass

    @eventlog
    def Weighed(self, number: int, kilograms: float):  # expect: L06
        pass

    @eventlog(indexed=1)
    def Listed(self, number: int, goods: list, marks: dict):  # expect: L06
        pass

    @eventlog(indexed=1)
    def Lost(number: int):  # expect: L06
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=int)
        self._sender = DictDB('sender', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def ship(self, _receiver: Address, _weight: int) -> None:
        if _weight <= 0:
            revert('Freight: weight must be positive')
        number = self._count.get() + 1
        self._count.set(number)
        self._sender[number] = self.msg.sender
        self.Shipped(self.msg.sender, _receiver, number, _weight)

    @external(readonly=True)
    def senderOf(self, _number: int) -> Address:
        return self._sender[_number]
