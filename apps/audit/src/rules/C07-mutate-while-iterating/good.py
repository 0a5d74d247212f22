from iconservice import *

TAG = 'Reservations'
MOST = 40


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
        self._former = ArrayDB('former', db, value_type=Address)
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
        if self._until[self.msg.sender] > 0 or len(self._guests) >= MOST:
            revert('Not possible')
        self._until[self.msg.sender] = self.block_height + 43200
        self._guests.put(self.msg.sender)
        self.Reserved(self.msg.sender)

    def _remove(self, _guest: Address):
        last = self._guests.pop()
        if last != _guest:
            for i in range(len(self._guests)):  # ok: C07
                if self._guests[i] == _guest:
                    self._guests[i] = last
                    break
        self._until[_guest] = 0
        self.Removed(_guest)

    @external
    def leave(self):
        for guest in self._guests:  # ok: C07
            if guest == self.msg.sender:
                self._remove(guest)
                break

    @external
    def clean(self):
        for i in range(len(self._guests) - 1, -1, -1):  # ok: C07
            guest = self._guests[i]
            if self._until[guest] < self.block_height:
                last = self._guests.pop()
                if last != guest:
                    self._guests[i] = last
                self._until[guest] = 0
                self.Removed(guest)

    @external
    def extend(self):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        for i in range(len(self._guests)):  # ok: C07
            self._until[self._guests[i]] += 100
            self.Reserved(self._guests[i])

    @external
    def close(self):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        for guest in self._guests:  # ok: C07
            self._former.put(guest)
            self._until[guest] = 0
        while len(self._guests) > 0:  # ok: C07
            self._guests.pop()
        self.Removed(self.owner)
