from iconservice import *

TAG = 'Reservations'


class Reservations(IconScoreBase):

    @eventlog(indexed=1)
    def Reserved(self, _guest: Address):
        pass

    @eventlog(indexed=1)
    def Removed(self, _guest: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._guests = ArrayDB('guests', db, value_type=Address)
        self._until = DictDB('until', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def until(self, _guest: Address) -> int:
        return self._until[_guest]

    @external
    def reserve(self):
        if self._until[self.msg.sender] > 0 or len(self._guests) >= 40:
            revert('Not possible')
        self._until[self.msg.sender] = self.block_height + 43200
        self._guests.put(self.msg.sender)
        self.Reserved(self.msg.sender)

    @external
    def clean(self):
        for i in range(len(self._guests)):  # expect: C07
            guest = self._guests[i]
            if self._until[guest] < self.block_height:
                last = self._guests.pop()
                if last != guest:
                    self._guests[i] = last
                self._until[guest] = 0
                self.Removed(guest)

    @external
    def clear(self):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        for guest in self._guests:  # expect: C07
            self._until[guest] = 0
            self.Removed(self._guests.pop())

    @external
    def double(self):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        for guest in self._guests:  # expect: C07
            self._guests.put(guest)
            self.Reserved(guest)
