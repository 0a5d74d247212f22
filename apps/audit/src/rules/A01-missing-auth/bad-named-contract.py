from iconservice import *

TAG = 'Stamps'


class Stamps(IconScoreBase):
    """Printers print stamps; a contract becomes one without the owner."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._printers = DictDB('printers', db, value_type=bool)
        self._cutters = DictDB('cutters', db, value_type=bool)
        self._stamps = DictDB('stamps', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    # the account that is named is asked, and not the one who calls
    @external
    def set_printer(self, _who: Address, _is: bool) -> None:
        if not _who.is_contract and self.msg.sender != self.owner:
            revert('Stamps: people are named by the owner')
        self._printers[_who] = _is  # expect: A01

    @external
    def set_cutter(self, _who: Address, _is: bool) -> None:
        if not _who.is_contract or self.msg.sender != self.owner:
            revert('Stamps: contracts, and by the owner')
        self._cutters[_who] = _is  # ok: A01

    @external
    def print_stamps(self, _to: Address, _count: int) -> None:
        if not self._printers[self.msg.sender] or _count <= 0:
            revert('Stamps: printers only')
        self._stamps[_to] += _count  # ok: A01

    @external
    def cut(self, _of: Address, _count: int) -> None:
        if not self._cutters[self.msg.sender] or not 0 < _count <= self._stamps[_of]:
            revert('Stamps: cutters only')
        self._stamps[_of] -= _count  # ok: A01
