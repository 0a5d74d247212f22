from iconservice import *

TAG = 'Numbers'
MOST = 40


class Numbers(IconScoreBase):

    @eventlog
    def Drawn(self, sum: int):
        pass

    @eventlog(indexed=1)
    def Joined(self, who: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._ticket = VarDB('ticket', db, value_type=str)
        self._limit = VarDB('limit', db, value_type=int)
        self._guests = ArrayDB('guests', db, value_type=Address)
        self._members = ArrayDB('members', db, value_type=Address)
        self._points = DictDB('points', db, value_type=int)
        self._heights = ArrayDB('heights', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._limit.set(20)

    def on_update(self) -> None:
        super().on_update()

    def _check_room(self, count: int) -> None:
        if count > MOST or count <= 0:
            revert('full')

    def _pieces(self) -> list:
        text = self._ticket.get()
        pieces = []
        pieces.append(text[:2])
        pieces.append(text[2:4])
        pieces.append(text[4:6])
        return pieces

    @external
    def print_ticket(self, number: int) -> None:
        if number <= 0:
            revert('a number above zero, please')
        self._ticket.set(str(10**8 + number % 10**8))
        pieces = self._pieces()
        total = 0
        for place in range(len(pieces)):  # ok: C01
            total += int(pieces[place])
        self._points[self.msg.sender] = total
        self.Drawn(total)

    @external
    def visit(self) -> None:
        if self._points[self.msg.sender] == 0 or len(self._guests) >= self._limit.get():
            revert('no room')
        self._guests.put(self.msg.sender)
        for guest in self._guests:  # ok: C01
            self._points[guest] += 1
        self.Joined(self.msg.sender)

    @external
    def join(self) -> None:
        if self._points[self.msg.sender] == 0:
            revert('draw first')
        self._check_room(len(self._members) + 1)
        self._members.put(self.msg.sender)
        for member in self._members:  # ok: C01
            self._points[member] += 2
        self.Joined(self.msg.sender)

    @external
    def note(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        self._heights.put(self.block_height)
        self.Drawn(self.block_height)

    @external
    def find(self, height: int) -> None:
        low, high = 0, len(self._heights)
        # Halves the distance in each turn.
        while low < high:  # ok: C01, C02
            middle = (low + high) // 2
            if self._heights[middle] < height:
                low = middle + 1
            else:
                high = middle
        self.Drawn(low)

    @external(readonly=True)
    def points(self, who: Address) -> int:
        return self._points[who]
