from iconservice import *

TAG = 'Duel'


class TrophyInterface(InterfaceScore):
    @interface
    def give(self, _to: Address, _trophy: int) -> None:
        pass


class Duel(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fights = DictDB('fights', db, value_type=int)
        self._waiting = VarDB('waiting', db, value_type=Address)
        self._trophies = VarDB('trophies', db, value_type=Address)

    def on_install(self, trophies: Address) -> None:
        super().on_install()
        self._trophies.set(trophies)

    def on_update(self) -> None:
        super().on_update()

    @external
    def fight(self) -> None:
        rival = self._waiting.get()
        if rival is None:
            self._waiting.set(self.msg.sender)
            return
        self._waiting.remove()
        winner = rival if self._strength(rival) > self._strength(self.msg.sender) else self.msg.sender
        self._fights[rival] += 1
        self.create_interface_score(self._trophies.get(), TrophyInterface).give(winner, 1)

    def _strength(self, fighter: Address) -> int:
        seed = str(fighter) + str(self._fights[fighter])
        return int.from_bytes(sha3_256(seed.encode()), 'big') % 1000  # expect: F10
