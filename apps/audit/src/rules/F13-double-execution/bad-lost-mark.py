from iconservice import *

TAG = 'Ferry'


class Ferry(IconScoreBase):
    """Passengers who were left behind get their fare back, with a bonus out of the captain's chest."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tickets = DictDB('tickets', db, value_type=str)
        self._chest = VarDB('chest', db, value_type=int)
        self._taken = DictDB('taken', db, value_type=bool)
        self._landed = DictDB('landed', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def fill_chest(self) -> None:
        self._chest.set(self._chest.get() + self.msg.value)

    @external
    @payable
    def buy(self, _number: int) -> None:
        if self._tickets[_number] != '':
            revert(f'{TAG}: sold')
        self._tickets[_number] = json_dumps(
            {'holder': str(self.msg.sender), 'fare': self.msg.value, 'back': False, 'bonus': 0}
        )

    def _ticket(self, number: int) -> dict:
        ticket = json_loads(self._tickets[number])
        if ticket['holder'] != str(self.msg.sender):
            revert(f'{TAG}: not your ticket')
        return ticket

    @external
    def take_fare(self, _number: int) -> None:
        ticket = self._ticket(_number)
        if ticket['back']:
            revert(f'{TAG}: taken before')
        ticket['back'] = True  # expect: F13
        self.icx.transfer(self.msg.sender, ticket['fare'])

    @external
    def take_fare_once(self, _number: int) -> None:
        ticket = self._ticket(_number)
        if ticket['back']:
            revert(f'{TAG}: taken before')
        ticket['back'] = True  # ok: F13
        self._tickets[_number] = json_dumps(ticket)
        self.icx.transfer(self.msg.sender, ticket['fare'])

    @external
    def take_bonus(self, _number: int) -> None:
        ticket = self._ticket(_number)
        if ticket['bonus'] > 0:
            revert(f'{TAG}: taken before')
        bonus = min(ticket['fare'] // 10, self._chest.get())
        ticket['bonus'] = bonus  # expect: F13
        self._chest.set(self._chest.get() - bonus)
        self.icx.transfer(self.msg.sender, bonus)

    # the captain hands out a share of the chest for each trip
    @external
    def take_share(self, _trip: int, _seat: int) -> None:
        if self._taken[f'{_trip}/{_seat}/{self.msg.sender}'] or self._chest.get() < 100:
            revert(f'{TAG}: no share')
        self._taken[f'{_trip}/{_seat}'] = True  # expect: F13
        self.icx.transfer(self.msg.sender, 100)

    @external
    def land(self, _trip: int, _pier: int) -> None:
        if self._landed[f'{_trip}:open:{_pier}']:
            revert(f'{TAG}: landed')
        self._landed[f'{_trip}:done:{_pier}'] = True
        self._landed[f'{_trip}:open:{_pier}'] = True
