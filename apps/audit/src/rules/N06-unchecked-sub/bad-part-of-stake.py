from iconservice import *

TAG = 'DoubleRace'
LEAST = 10 ** 17


class HouseInterface(InterfaceScore):
    @interface
    def pay(self, _amount: int) -> None:
        pass


class DoubleRace(IconScoreBase):
    """One payment for two races; how much of it is for the second one, the player says."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._house = VarDB('house', db, value_type=Address)
        self._stakes = DictDB('stakes', db, value_type=int)
        self._tips = DictDB('tips', db, value_type=int)

    def on_install(self, _house: Address) -> None:
        super().on_install()
        self._house.set(_house)

    def on_update(self) -> None:
        super().on_update()

    def _pay_from_house(self, amount: int) -> None:
        self.create_interface_score(self._house.get(), HouseInterface).pay(amount)

    @external
    @payable
    def race(self, _horse: int, _second: int) -> None:
        if _second < 0:
            revert(f'{TAG}: not below zero')
        first = self.msg.value - _second  # expect: N06
        if _horse != 0 and first < LEAST:
            revert(f'{TAG}: too little')
        self._stakes[self.msg.sender] = first
        if self._tips[self.msg.sender] == _horse:
            self._pay_from_house(_second * 2)

    @external
    @payable
    def race_checked(self, _horse: int, _second: int) -> None:
        if _second < 0:
            revert(f'{TAG}: not below zero')
        first = self.msg.value - _second  # ok: N06
        if first < LEAST:
            revert(f'{TAG}: too little')
        self._stakes[self.msg.sender] = first
        if self._tips[self.msg.sender] == _horse:
            self._pay_from_house(_second * 2)

    @external
    @payable
    def split(self, _second: int) -> None:
        if _second < 0:
            revert(f'{TAG}: not below zero')
        first = self.msg.value - _second  # ok: N06
        self.icx.transfer(self.owner, first)
        self.icx.transfer(self._house.get(), _second)
