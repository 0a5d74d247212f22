from iconservice import *

TAG = 'Barns'


class Barns(IconScoreBase):
    """What lies in each barn is kept as JSON, and both texts are read before either is written."""

    @eventlog
    def Moved(self, _from: int, _to: int, _bales: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._barns = ArrayDB('barns', db, value_type=str)
        self._fields = DictDB('fields', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def move(self, _from: int, _to: int, _bales: int) -> None:
        if self.msg.sender != self.owner or _bales <= 0:
            revert('Barns: not possible')
        source = json_loads(self._barns[_from])
        target = json_loads(self._barns[_to])
        if source['bales'] < _bales:
            revert('Barns: not that many')
        source['bales'] = source['bales'] - _bales
        target['bales'] = target['bales'] + _bales
        self._barns[_from] = json_dumps(source)
        self._barns[_to] = json_dumps(target)  # expect: T13
        self.Moved(_from, _to, _bales)

    @external
    def carry(self, _from: int, _to: int, _bales: int) -> None:
        if self.msg.sender != self.owner or _bales <= 0:
            revert('Barns: not possible')
        source = json_loads(self._barns[_from])
        self._put(_to, _bales)
        self._take(_from, source, _bales)  # expect: T13
        self.Moved(_from, _to, _bales)

    def _put(self, number: int, bales: int) -> None:
        barn = json_loads(self._barns[number])
        barn['bales'] = barn['bales'] + bales
        self._barns[number] = json_dumps(barn)

    def _take(self, number: int, barn: dict, bales: int) -> None:
        if barn['bales'] < bales:
            revert('Barns: not that many')
        barn['bales'] = barn['bales'] - bales
        self._barns[number] = json_dumps(barn)

    # Each text is read again right before it is written.
    @external
    def shift(self, _from: int, _to: int, _bales: int) -> None:
        if self.msg.sender != self.owner or _bales <= 0:
            revert('Barns: not possible')
        source = json_loads(self._barns[_from])
        if source['bales'] < _bales:
            revert('Barns: not that many')
        source['bales'] = source['bales'] - _bales
        self._barns[_from] = json_dumps(source)
        target = json_loads(self._barns[_to])
        target['bales'] = target['bales'] + _bales
        self._barns[_to] = json_dumps(target)  # ok: T13
        self.Moved(_from, _to, _bales)

    @external
    def haul(self, _from: int, _to: int, _bales: int) -> None:
        if self.msg.sender != self.owner or _bales <= 0 or _from == _to:
            revert('Barns: not possible')
        source = json_loads(self._barns[_from])
        target = json_loads(self._barns[_to])
        if source['bales'] < _bales:
            revert('Barns: not that many')
        source['bales'] = source['bales'] - _bales
        target['bales'] = target['bales'] + _bales
        self._barns[_from] = json_dumps(source)
        self._barns[_to] = json_dumps(target)  # ok: T13
        self.Moved(_from, _to, _bales)

    # Barns and fields are kept apart.
    @external
    def harvest(self, _field: int, _barn: int, _bales: int) -> None:
        if self.msg.sender != self.owner or _bales <= 0:
            revert('Barns: not possible')
        field = json_loads(self._fields[_field])
        barn = json_loads(self._barns[_barn])
        field['bales'] = field['bales'] - _bales
        barn['bales'] = barn['bales'] + _bales
        self._fields[_field] = json_dumps(field)
        self._barns[_barn] = json_dumps(barn)  # ok: T13
        self.Moved(_field, _barn, _bales)
