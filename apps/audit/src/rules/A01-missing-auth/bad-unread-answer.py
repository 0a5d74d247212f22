from iconservice import *


class Meter(IconScoreBase):
    """Readers report what flats have used; whose flat it is gets the bill."""

    @eventlog(indexed=1)
    def Stranger(self, account: Address):
        pass

    @eventlog(indexed=1)
    def Changed(self, flat: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._reader = VarDB('reader', db, value_type=Address)
        self._used = DictDB('used', db, value_type=int)
        self._last = VarDB('last', db, value_type=int)
        self._helper = DictDB('helper', db, value_type=bool)
        self._wallet = DictDB('wallet', db, value_type=Address)
        self._places = DictDB('places', db, value_type=Address)

    def on_install(self, reader: Address) -> None:
        super().on_install()
        self._reader.set(reader)

    def on_update(self) -> None:
        super().on_update()

    def _is_reader(self) -> bool:
        if self.msg.sender == self._reader.get() or self._helper[self.msg.sender]:
            return True
        self.Stranger(self.msg.sender)
        return False

    @external
    def report(self, flat: int, used: int) -> None:
        self._is_reader()  # expect: A01
        if used < 0:
            revert('Meter: used')
        self._used[flat] = used
        self.Changed(flat)

    @external
    def correct(self, flat: int, used: int) -> None:
        if not self._is_reader():  # ok: A01
            revert('Meter: reader only')
        if used < 0:
            revert('Meter: used')
        self._used[flat] = used
        self.Changed(flat)

    @external
    def take_helper(self, account: Address) -> None:
        if self.msg.sender != self._reader.get():
            revert('Meter: reader only')
        self._helper[account] = True

    @external
    def drop_helper(self, account: Address) -> None:
        """Helpers who have moved away."""
        if not self._helper[account]:
            revert('Meter: no helper')
        self._helper[account] = False  # expect: A01

    @external
    def leave(self) -> None:
        if not self._helper[self.msg.sender]:
            revert('Meter: no helper')
        self._helper[self.msg.sender] = False  # ok: A01

    @external
    def open_flat(self) -> None:
        flat = self._last.get() + 1
        self._last.set(flat)
        self._wallet[flat] = self.msg.sender
        self._places[f'{flat}/tenant'] = self.msg.sender

    @external
    def pay_from(self, flat: int, wallet: Address) -> None:
        if self._used[flat] == 0:
            revert('Meter: nothing used')
        self._wallet[flat] = wallet  # expect: A01

    @external
    def move_in(self, flat: int, tenant: Address) -> None:
        if self._places[f'{flat}/tenant'] != self.msg.sender:
            revert('Meter: tenant only')
        self._places[f'{flat}/tenant'] = tenant  # ok: A01

    @external
    def set_agent(self, flat: int, agent: Address) -> None:
        if self._places[f'{flat}/tenant'] is None:
            revert('Meter: empty flat')
        self._places[f'{flat}/agent'] = agent  # expect: A01
