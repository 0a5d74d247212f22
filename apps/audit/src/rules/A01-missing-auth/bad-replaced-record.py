from iconservice import *

TAG = 'LeftLuggage'


class LeftLuggage(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._bags = DictDB('bags', db, value_type=str)
        self._owners = DictDB('owners', db, value_type=Address)
        self._deposits = DictDB('deposits', db, value_type=int)
        self._boxes = DictDB('boxes', db, value_type=Address)
        self._open = DictDB('open', db, value_type=bool)
        self._own = DictDB('own', db, value_type=int, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def leave(self, ticket: str) -> None:
        bag = {'by': str(self.msg.sender), 'paid': self.msg.value}
        self._bags[ticket] = json_dumps(bag)  # expect: A01

    @external
    def fetch(self, ticket: str) -> None:
        bag = json_loads(self._bags[ticket])
        if bag['by'] != str(self.msg.sender):
            revert('LeftLuggage: not yours')
        del self._bags[ticket]
        self.icx.transfer(self.msg.sender, bag['paid'])

    @external
    @payable
    def leave_safely(self, ticket: str) -> None:
        if self._owners[ticket] is not None:
            revert('LeftLuggage: taken')
        self._owners[ticket] = self.msg.sender  # ok: A01
        self._deposits[ticket] = self.msg.value  # ok: A01
        self._own[self.msg.sender][ticket] = self.msg.value  # ok: A01

    @external
    @payable
    def take_box(self, number: int) -> None:
        if not self._open[number]:
            revert('LeftLuggage: in use')
        self._open[number] = False
        self._boxes[number] = self.msg.sender  # ok: A01

    @external
    def fetch_safely(self, ticket: str) -> None:
        if self._owners[ticket] != self.msg.sender:
            revert('LeftLuggage: not yours')
        amount = self._deposits[ticket]
        self._owners.remove(ticket)
        self._deposits.remove(ticket)
        self._own[self.msg.sender].remove(ticket)
        self.icx.transfer(self.msg.sender, amount)

    @external
    def leave_box(self, number: int) -> None:
        if self._boxes[number] != self.msg.sender:
            revert('LeftLuggage: not your box')
        self._open[number] = True
