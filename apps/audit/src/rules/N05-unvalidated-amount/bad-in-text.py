from iconservice import *

TAG = 'Regatta'


class PearlInterface(InterfaceScore):
    @interface
    def lock(self, _owner: Address, _pearls: int):
        pass

    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class Race:
    def __init__(self, host: str, entry_fee: int, length: int, crews: list):
        self.host = host
        self.entry_fee = entry_fee
        self.length = length
        self.crews = crews

    def __str__(self):
        return json_dumps(
            {'host': self.host, 'entry_fee': self.entry_fee, 'length': self.length, 'crews': self.crews}
        )


class Regatta(IconScoreBase):
    """What a race costs is kept in a text with all else that is known of it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pearl = VarDB('pearl', db, value_type=Address)
        self._races = DictDB('races', db, value_type=str)
        self._cups = DictDB('cups', db, value_type=str)

    def on_install(self, _pearl: Address) -> None:
        super().on_install()
        if not _pearl.is_contract:
            revert('Regatta: no contract')
        self._pearl.set(_pearl)

    def on_update(self) -> None:
        super().on_update()

    def _race(self, host: Address) -> Race:
        kept = json_loads(self._races[host])
        return Race(kept['host'], kept['entry_fee'], kept['length'], kept['crews'])

    @external
    def announce(self, _entryFee: int, _length: int) -> None:
        race = Race(str(self.msg.sender), _entryFee, _length, [])
        self._races[self.msg.sender] = str(race)  # expect: N05

    @external
    def announce_small(self, _entryFee: int) -> None:
        if _entryFee < 0 or _entryFee > 100:
            revert('Regatta: no such fee')
        race = Race(str(self.msg.sender), _entryFee, 1, [])
        self._races[self.msg.sender] = str(race)  # ok: N05

    @external
    def found_cup(self, _prize: int, _laps: int) -> None:
        self._cups[self.msg.sender] = json_dumps({'prize': _prize, 'laps': _laps})  # ok: N05

    @external
    def enter(self, _host: Address) -> None:
        race = self._race(_host)
        pearl = self.create_interface_score(self._pearl.get(), PearlInterface)
        pearl.lock(self.msg.sender, race.entry_fee)

    @external
    def award(self, _winner: Address) -> None:
        cup = json_loads(self._cups[self.msg.sender])
        if cup['prize'] <= 0:
            revert('Regatta: nothing to win')
        pearl = self.create_interface_score(self._pearl.get(), PearlInterface)
        pearl.lock(self.msg.sender, cup['prize'])
