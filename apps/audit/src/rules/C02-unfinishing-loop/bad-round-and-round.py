from iconservice import *

TAG = 'Porters'
BAYS = 8


class Porters(IconScoreBase):
    """Hands the next load to a porter who has none."""

    @eventlog(indexed=1)
    def Loaded(self, _porter: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._porters = ArrayDB('porters', db, value_type=Address)
        self._loads = DictDB('loads', db, value_type=int)
        self._closed = DictDB('closed', db, value_type=bool)
        self._free = VarDB('free', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: owner only')

    @external
    def hire(self, _porter: Address) -> None:
        self._only_owner()
        self._porters.put(_porter)
        self._free.set(self._free.get() + 1)

    @external
    def close(self, _bay: int, _closed: bool) -> None:
        self._only_owner()
        self._closed[_bay % BAYS] = _closed

    @external
    def load(self) -> None:
        self._only_owner()
        if len(self._porters) == 0:
            revert(f'{TAG}: nobody is here')
        place = 0
        while self._loads[self._porters[place]] > 0:  # expect: C02
            place = (place + 1) % len(self._porters)
        self._loads[self._porters[place]] += 1
        self.Loaded(self._porters[place])

    @external(readonly=True)
    def bayAfter(self, _bay: int) -> int:
        bay = (_bay + 1) % BAYS
        while self._closed[bay]:  # expect: C02
            bay = (bay + 1) % BAYS
        return bay

    @external
    def loadCounted(self) -> None:
        self._only_owner()
        place = 0
        turns = 0
        while self._loads[self._porters[place]] > 0 and turns < BAYS:  # ok: C02
            place = (place + 1) % len(self._porters)  # ok: N03
            turns += 1
        self.Loaded(self._porters[place])

    @external
    def loadFree(self) -> None:
        """Somebody keeps count of those who are free."""
        self._only_owner()
        if self._free.get() <= 0:
            revert(f'{TAG}: all are on their way')
        place = 0
        while self._loads[self._porters[place]] > 0:  # ok: C02
            place = (place + 1) % len(self._porters)
        self._loads[self._porters[place]] += 1
        self._free.set(self._free.get() - 1)

    @external
    def unload(self) -> None:
        """Each turn takes a load from somebody."""
        self._only_owner()
        place = 0
        while self._loads[self._porters[place]] > 0:  # ok: C02
            self._loads[self._porters[place]] -= 1
            place = (place + 1) % len(self._porters)
