from iconservice import *

TAG = 'Fund'


class OfficeInterface(InterfaceScore):
    @interface
    def report(self, _amount: int) -> None:
        pass


class Fund(IconScoreBase):
    """A check that takes an account, or the sender where none is given; one method hands on what the caller says."""

    @eventlog(indexed=1)
    def Returned(self, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._office = VarDB('office', db, value_type=Address)
        self._spent = VarDB('spent', db, value_type=int)

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
    def spend(self, _amount: int) -> None:
        self._only_office()
        self._spent.set(self._spent.get() + _amount)  # ok: A03
        self.create_interface_score(self._office.get(), OfficeInterface).report(_amount)

    @external
    @payable
    def giveBack(self, _amount: int, _account: Address = None) -> None:
        self._only_office(_account)  # expect: A03
        if self.msg.value != _amount:
            revert('another amount')
        self._spent.set(self._spent.get() - _amount)
        self.Returned(self.msg.sender, _amount)

    @external
    def close(self) -> None:
        self._only_office()
        self.icx.transfer(self._office.get(), self.icx.get_balance(self.address))  # ok: A03
