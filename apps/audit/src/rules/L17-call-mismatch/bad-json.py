from iconservice import *

TAG = 'Couriers'


class Depot(InterfaceScore):
    @interface
    def arrived(self, _from: Address, _parcel: int) -> None:
        pass


class Couriers(IconScoreBase):
    """Addresses that go into JSON or come out of it without a word between."""

    @eventlog
    def Noted(self, _round: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._rounds = ArrayDB('rounds', db, value_type=str)
        self._seals = DictDB('seals', db, value_type=bytes)
        self._driver = VarDB('driver', db, value_type=Address)
        self._words = DictDB('slips', db, value_type=str)
        self._guests = DictDB('slips', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def plan(self, _to: Address, _parcels: int) -> None:
        self._rounds.put(json_dumps({'to': _to, 'parcels': _parcels}))  # expect: L17
        self._rounds.put(json_dumps({'to': str(_to), 'parcels': _parcels}))  # ok: L17
        self._rounds.put(json_dumps([_parcels, self._seals[_to]]))  # expect: L17
        self._rounds.put(json_dumps([_parcels, self._seals[_to].hex()]))  # ok: L17
        self._rounds.put(json_dumps({_to: _parcels}))  # expect: L17
        self._rounds.put(json_dumps({'driver': self._driver.get}))  # expect: L17

    @external(readonly=True)
    def round(self, _number: int) -> str:
        found = {'driver': None}
        if _number > 0:
            found['driver'] = str(self._driver.get())
        found['slip'] = self._words[str(_number)]  # ok: L17
        return json_dumps(found)  # ok: L17

    @external
    def pay(self, _number: int) -> None:
        if self.msg.sender != self.owner:
            revert('Couriers: only the owner')
        trip = json_loads(self._rounds[_number])
        self.icx.transfer(trip['driver'], trip['fee'])  # expect: L17
        self.icx.transfer(Address.from_string(trip['driver']), trip['fee'])  # ok: L17
        trip['helper'] = Address.from_string(trip['helper'])
        self.icx.transfer(trip['helper'], trip['fee'])  # ok: L17

    @external
    def deliver(self, _depot: str, _number: int) -> None:
        depot = self.create_interface_score(_depot, Depot)
        depot.arrived(self.msg.sender, _number)  # expect: L17
        there = self.create_interface_score(Address.from_string(_depot), Depot)
        there.arrived(self.msg.sender, _number)  # ok: L17

    @external
    def change(self, _round: str) -> None:
        if self.msg.sender != self.owner:
            revert('Couriers: only the owner')
        trip = json_loads(_round)
        self._rounds[trip['id']] = json_dumps(trip)
        self.Noted(trip)  # expect: L17
        self.Noted(_round)  # ok: L17

    @external
    def note(self, _round: str) -> None:
        words = json_loads(_round)
        # Text has places, and no names.
        if words[0] != 'a':
            revert('Couriers: not a note')
        self.Noted(words)  # ok: L17

    @external(readonly=True)
    def guests(self) -> str:
        found = []
        # This ends at the walk already: a DictDB does not know its keys.
        for guest in self._guests:
            found.append(guest)
        return json_dumps(found)  # ok: L17

    def _stop(self, _number: int) -> dict:
        stop = json_loads(self._rounds[_number])
        if stop[0] == 'parcel':
            return {'kind': stop[0], 'to': Address.from_string(stop[1]), 'fee': {'icx': int(stop[2], 16)}}
        return {'kind': stop[0], 'text': stop[1]}

    @external
    def drop(self, _number: int) -> None:
        if self.msg.sender != self.owner:
            revert('Couriers: only the owner')
        stop = self._stop(_number)
        self.icx.transfer(stop['to'], stop['fee']['icx'])  # ok: L17

    @external
    def drop_unread(self, _number: int) -> None:
        if self.msg.sender != self.owner:
            revert('Couriers: only the owner')
        stop = json_loads(self._rounds[_number])
        stop['seen'] = True
        if _number > 3:
            stop['note'] = 'late'
        self.icx.transfer(stop['to'], 1)  # expect: L17
