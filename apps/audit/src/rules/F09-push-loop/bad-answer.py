from iconservice import *

TAG = 'Chorus'


class RollInterface(InterfaceScore):
    @interface
    def singers(self) -> str:
        pass


class Chorus(IconScoreBase):
    """What comes in is handed on at once to the singers whom another contract names."""

    @eventlog(indexed=1)
    def Shared(self, _to: str, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._roll = VarDB('roll', db, value_type=Address)

    def on_install(self, _roll: Address) -> None:
        super().on_install()
        self._roll.set(_roll)

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:
        roll = self.create_interface_score(self._roll.get(), RollInterface)
        singers = json_loads(roll.singers())[:8]
        if len(singers) == 0:
            revert('Chorus: nobody sings')
        share = self.msg.value // len(singers)
        for singer in singers:
            try:
                self.icx.transfer(Address.from_string(singer), share)  # expect: F09
                self.Shared(singer, share)
            except BaseException:
                revert('Chorus: not paid')
