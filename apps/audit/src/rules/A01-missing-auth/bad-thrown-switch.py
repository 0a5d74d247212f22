from iconservice import *

TAG = 'FerryLanding'


class FerryLanding(IconScoreBase):
    """Each switch is looked at before it is thrown, and nobody looks at who throws it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._house = VarDB('house', db, value_type=Address)
        self._open = VarDB('open', db, value_type=bool)
        self._night = VarDB('night', db, value_type=bool)
        self._allowed = DictDB('allowed', db, value_type=bool)
        self._ferries = ArrayDB('ferries', db, value_type=str)
        self._cargo = DictDB('cargo', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: not the owner')

    @external
    def set_house(self, _house: Address) -> None:
        self._only_owner()
        self._house.set(_house)

    # there is a house, whoever calls
    @external
    def open_gate(self) -> None:
        if not self._open.get() and self._house.get() is not None:
            self._open.set(True)  # expect: A01 as high

    @external
    def close_gate(self) -> None:
        self._only_owner()
        if self._open.get():
            self._open.set(False)  # ok: A01

    @external
    def change_shift(self) -> None:
        if self._house.get() is not None:
            self._night.set(not self._night.get())  # expect: A01

    @external
    def allow(self, _goods: str) -> None:
        if not self._allowed[_goods]:
            self._allowed[_goods] = True  # expect: A01 as high

    @external
    def forbid(self, _goods: str) -> None:
        self._only_owner()
        if self._allowed[_goods]:
            self._allowed[_goods] = False  # ok: A01

    @external
    def add_ferry(self, _ferry: str) -> None:
        self._only_owner()
        if _ferry not in self._ferries:
            self._ferries.put(_ferry)  # ok: A01

    @external
    def remove_ferry(self, _ferry: str) -> None:
        if _ferry not in self._ferries:
            revert(f'{TAG}: no such ferry')
        last = self._ferries.pop()  # expect: A01 as high
        if last == _ferry:
            return
        for at in range(len(self._ferries)):
            if self._ferries[at] == _ferry:
                self._ferries[at] = last
                return

    @external
    def load(self, _ferry: str, _goods: str) -> None:
        if self._night.get() or not self._open.get():
            revert(f'{TAG}: closed')
        if not self._allowed[_goods] or _ferry not in self._ferries:
            revert(f'{TAG}: not with us')
        self._cargo[self.msg.sender] += 1

    @external(readonly=True)
    def cargo(self, _who: Address) -> int:
        return self._cargo[_who]
