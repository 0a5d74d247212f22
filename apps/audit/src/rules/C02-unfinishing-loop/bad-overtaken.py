from iconservice import *

TAG = 'Watch'


class Watch(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._guards = ArrayDB('guards', db, value_type=Address)
        self._awake = DictDB('awake', db, value_type=bool)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def OnDuty(self, guard: Address):
        pass

    @external
    def change(self) -> None:
        last = self._last.get()
        place = last
        count = len(self._guards)
        awake = False
        while not awake:  # expect: C02
            place += 1
            if place == last:
                revert('All of them sleep')
            if place >= count:
                place = 0
            awake = self._awake[self._guards[place]]
        self._last.set(place)
        self.OnDuty(self._guards[place])

    @external
    def change_in_one(self) -> None:
        place = self._last.get()
        first = place
        awake = False
        while not awake:  # expect: C02
            place = place + 1
            if first == place:
                revert('All of them sleep')
            elif place == len(self._guards):
                place = 0
            awake = self._awake[self._guards[place]]
        self._last.set(place)
        self.OnDuty(self._guards[place])

    @external
    def change_safely(self) -> None:
        last = self._last.get()
        place = last
        awake = False
        while not awake:  # ok: C02
            place += 1
            if place >= len(self._guards):
                place = 0
            if place == last:
                revert('All of them sleep')
            awake = self._awake[self._guards[place]]
        self._last.set(place)
        self.OnDuty(self._guards[place])

    @external
    def change_in_time(self) -> None:
        last = self._last.get()
        place = last
        turns = 0
        awake = False
        while not awake:  # ok: C02
            place += 1
            turns += 1
            if place == last:
                revert('All of them sleep')
            if turns > 20:
                revert('Too many')
            if place >= len(self._guards):
                place = 0
            awake = self._awake[self._guards[place]]
        self._last.set(place)
        self.OnDuty(self._guards[place])
