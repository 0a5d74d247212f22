from iconservice import *

TAG = 'Tollgate'


class Tollgate(IconScoreBase):
    """Whose word counts is called a SCORE where its address is kept, and by nothing else."""

    _BRIDGE_SCORE = 'bridge_score'

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._bridge_score = VarDB(self._BRIDGE_SCORE, db, value_type=Address)
        self._tolls = DictDB('tolls', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def BridgeChanged(self, _bridge: Address):
        pass

    @eventlog(indexed=1)
    def Tolled(self, _driver: Address, _toll: int):
        pass

    @external
    def set_bridge_score(self, _bridge: Address) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner only')
        self._bridge_score.set(_bridge)
        self.BridgeChanged(_bridge)

    # the bridge reads the answer
    @external
    def toll(self, _driver: Address, _toll: int) -> int:
        if self.msg.sender != self._bridge_score.get():
            revert(f'{TAG}: the bridge only')
        self._tolls[_driver] += _toll  # ok: N05
        self.Tolled(_driver, _toll)
        return self._tolls[_driver]
