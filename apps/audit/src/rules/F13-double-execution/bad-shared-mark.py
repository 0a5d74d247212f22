from iconservice import *

TAG = 'LostProperty'


class Coins(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


class LostProperty(IconScoreBase):
    """One ticket pays in ICX or in coins, and the one method does not know what the other has paid."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = DictDB('holder', db, value_type=Address)
        self._spent = DictDB('spent', db, value_type=bool)
        self._coins = VarDB('coins', db, value_type=Address)

    def on_install(self, _coins: Address) -> None:
        super().on_install()
        self._coins.set(_coins)

    def on_update(self) -> None:
        super().on_update()

    def _must_hold(self, _number: int) -> None:
        if self._holder[_number] != self.msg.sender:
            revert(f'{TAG}: another one holds it')

    @external
    @payable
    def issue(self, _number: int, _holder: Address) -> None:
        if self.msg.sender != self.owner or self._holder[_number] is not None:
            revert(f'{TAG}: only the owner, and a new number')
        self._holder[_number] = _holder

    @external
    def withdraw(self, _number: int) -> None:
        self._must_hold(_number)
        if self._spent[_number]:
            revert(f'{TAG}: spent')
        self._spent[_number] = True
        self.icx.transfer(self.msg.sender, 5 * 10 ** 18)  # ok: F13

    # marks the ticket, and takes a marked one as well
    @external
    def withdraw_coins(self, _number: int) -> None:
        self._must_hold(_number)
        self._spent[_number] = True
        self._coins_score().transfer(self.msg.sender, 5 * 10 ** 18)  # expect: F13

    # refuses a marked ticket, and marks none
    @external
    def withdraw_half(self, _number: int) -> None:
        self._must_hold(_number)
        if self._spent[_number]:
            revert(f'{TAG}: spent')
        self.icx.transfer(self.msg.sender, 25 * 10 ** 17)  # expect: F13

    def _coins_score(self) -> Coins:
        return self.create_interface_score(self._coins.get(), Coins)
