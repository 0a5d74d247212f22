from iconservice import *

TAG = 'Granary'


class Granary(IconScoreBase):
    """Its books are moved by the mill alone, which is a contract and knows what it says."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._mill = VarDB('mill', db, value_type=Address)
        self._sacks = DictDB('sacks', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Stored(self, _farmer: Address, _sacks: int):
        pass

    @eventlog(indexed=1)
    def MillChanged(self, _mill: Address):
        pass

    def _must_be_contract(self, address: Address) -> None:
        if not address.is_contract:
            revert(f'{TAG}: not a contract')

    @external
    def set_mill(self, _mill: Address) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner only')
        self._must_be_contract(_mill)
        self._mill.set(_mill)
        self.MillChanged(_mill)

    @external
    def store(self, _farmer: Address, _sacks: int) -> None:
        if self.msg.sender != self._mill.get():
            revert(f'{TAG}: the mill only')
        self._sacks[_farmer] += _sacks  # ok: N05
        self.Stored(_farmer, _sacks)
