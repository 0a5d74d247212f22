from iconservice import *

TAG = 'Allowances'


class OfficeInterface(InterfaceScore):
    @interface
    def noted(self, _amount: int) -> None:
        pass


class Allowances(IconScoreBase):
    """Amounts come from a contract of ours alone: it knows what it says. The check takes the sender where no account is given."""

    @eventlog(indexed=1)
    def Noted(self, _member: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._office = VarDB('office', db, value_type=Address)
        self._noted = DictDB('noted', db, value_type=int)

    def on_install(self, _office: Address) -> None:
        super().on_install()
        self._office.set(_office)

    def on_update(self) -> None:
        super().on_update()

    def _only_office(self, _account: Address = None) -> None:
        if _account is None:
            _account = self.msg.sender
        if _account != self._office.get():
            revert('only the office')

    @external
    def note(self, _member: Address, _amount: int) -> None:
        self._only_office()
        self._noted[_member] += _amount  # ok: N05
        self.Noted(_member, _amount)
        self.create_interface_score(self._office.get(), OfficeInterface).noted(_amount)
