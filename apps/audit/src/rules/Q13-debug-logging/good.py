from iconservice import *

TAG = 'ShipLog'
MAX_TEXT = 200


class ShipLog(IconScoreBase):

    @eventlog(indexed=1)
    def Log(self, _captain: Address, _entry: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._logger = ArrayDB('logger', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def entry(self, _position: int) -> str:
        if _position < 0 or _position >= len(self._logger):
            revert('ShipLog: no such entry')
        Logger.debug(f'entry {_position} is read', TAG)  # ok: Q13
        return self._logger[_position]

    @external
    def write(self, _entry: str) -> None:
        if self.msg.sender != self.owner:
            revert('ShipLog: captain only')
        if len(_entry) > MAX_TEXT:
            revert('ShipLog: too long')
        # Logger.debug('write', TAG)
        self._logger.put(_entry)  # ok: Q13
        self.Log(self.msg.sender, _entry)  # ok: Q13
