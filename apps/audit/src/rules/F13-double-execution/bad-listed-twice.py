from iconservice import *

TAG = 'Regatta'
OPEN, STAMPED, PAID = 1, 2, 3
MOST = 20


class Regatta(IconScoreBase):
    """Boats enter a race for a fee; skippers draw refunds for their stamped tickets."""

    @eventlog(indexed=1)
    def Drawn(self, skipper: Address, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._field = ArrayDB('field', db, value_type=int)
        self._fee = VarDB('fee', db, value_type=int)
        self._skipper = DictDB('skipper', db, value_type=Address)
        self._purse = DictDB('purse', db, value_type=int)
        self._refund = DictDB('refund', db, value_type=int)
        self._state = DictDB('state', db, value_type=int)
        self._sheet = DictDB('sheet', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()
        self._fee.set(10**18)

    def on_update(self) -> None:
        super().on_update()

    def _book(self, who: Address, amount: int) -> None:
        self._purse[who] += amount

    @external
    @payable
    def enter(self, boat: int) -> None:
        if self.msg.value != self._fee.get() or self._skipper[boat] != self.msg.sender:
            revert(f'{TAG}: wrong fee')
        if len(self._field) >= MOST or boat in self._field:
            revert(f'{TAG}: full, or entered already')
        self._field.put(boat)

    @external
    def scratch(self, boat: int) -> None:
        if self._skipper[boat] != self.msg.sender:
            revert(f'{TAG}: not yours')
        found = False
        for other in self._field:
            if other == boat:
                found = True
        if not found:
            revert(f'{TAG}: not entered')
        self._book(self.msg.sender, self._fee.get())  # expect: F13

    @external
    def leave(self, boat: int) -> None:
        if self._skipper[boat] != self.msg.sender or boat not in self._field:
            revert(f'{TAG}: not entered')
        last = self._field.pop()
        for place in range(len(self._field)):
            if self._field[place] == boat:
                self._field[place] = last
        self._book(self.msg.sender, self._fee.get())  # ok: F13

    @external
    def cash(self, amount: int) -> None:
        if not 0 < amount <= self._purse[self.msg.sender]:
            revert(f'{TAG}: bad amount')
        self._book(self.msg.sender, -amount)
        self.icx.transfer(self.msg.sender, amount)

    @external
    def drawAll(self, tickets: List[int]) -> None:
        total = 0
        for ticket in tickets:
            if self._skipper[ticket] == self.msg.sender and self._state[ticket] == STAMPED:
                total += self._refund[ticket]  # expect: F13
        for ticket in tickets:
            if self._skipper[ticket] == self.msg.sender:
                self._state[ticket] = PAID
        self.icx.transfer(self.msg.sender, total)
        self.Drawn(self.msg.sender, total)

    @external
    def drawEach(self, tickets: List[int]) -> None:
        total = 0
        for ticket in tickets:
            if self._skipper[ticket] == self.msg.sender and self._state[ticket] == STAMPED:
                total += self._refund[ticket]  # ok: F13
                self._state[ticket] = PAID
        self.icx.transfer(self.msg.sender, total)
        self.Drawn(self.msg.sender, total)

    @external
    def drawDifferent(self, tickets: List[int]) -> None:
        seen = []
        total = 0
        for ticket in tickets:
            if ticket not in seen and self._skipper[ticket] == self.msg.sender and self._state[ticket] == STAMPED:
                total += self._refund[ticket]  # ok: F13
                seen.append(ticket)
        for ticket in seen:
            self._state[ticket] = PAID
        self.icx.transfer(self.msg.sender, total)
        self.Drawn(self.msg.sender, total)

    def _sheet_of(self, number: int) -> dict:
        if self._sheet[number] == '':
            revert(f'{TAG}: no such sheet')
        return json_loads(self._sheet[number])

    @external
    def settle(self, number: int) -> None:
        sheet = self._sheet_of(number)
        sheet['state'] = PAID
        self._sheet[number] = json_dumps(sheet)
        self.icx.transfer(Address.from_string(sheet['skipper']), sheet['prize'])  # expect: F13

    @external
    def settleOnce(self, number: int) -> None:
        sheet = self._sheet_of(number)
        if sheet['state'] != STAMPED:
            revert(f'{TAG}: not stamped')
        sheet['state'] = PAID
        self._sheet[number] = json_dumps(sheet)
        self.icx.transfer(Address.from_string(sheet['skipper']), sheet['prize'])  # ok: F13

    @external
    def settleWhole(self, number: int) -> None:
        sheet = self._sheet_of(number)
        prize = sheet['prize']
        sheet['prize'] = 0
        self._sheet[number] = json_dumps(sheet)
        self.icx.transfer(Address.from_string(sheet['skipper']), prize)  # ok: F13
