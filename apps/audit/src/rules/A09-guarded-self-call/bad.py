from iconservice import *

TAG = 'CourseShop'


class CourseShop(IconScoreBase):
    _SEATS = 'seats'
    _PAUSED = 'paused'

    @eventlog(indexed=1)
    def SeatGiven(self, _pupil: Address, _seats: int):
        pass

    @eventlog
    def Paused(self, _paused: bool):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._seats = DictDB(self._SEATS, db, int)
        self._paused = VarDB(self._PAUSED, db, bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def giveSeat(self, _pupil: Address) -> None:
        if self.msg.sender != self.owner:
            revert('CourseShop: only the owner')
        seats = self._seats[_pupil] + 1
        self._seats[_pupil] = seats
        self.SeatGiven(_pupil, seats)

    @external
    def giveTwo(self, _pupil: Address) -> None:
        if self.msg.sender != self.owner:
            revert('CourseShop: only the owner')
        self.giveSeat(_pupil)  # ok: A09
        self.giveSeat(_pupil)  # ok: A09

    # a pupil pays, and always fails: the sender is not the owner
    @external
    @payable
    def buySeat(self) -> None:
        if self.msg.value != 5 * 10 ** 18:
            revert('CourseShop: a seat costs 5 ICX')
        self.giveSeat(self.msg.sender)  # expect: A09

    @external
    def collect(self) -> None:
        if self.msg.sender != self.owner:
            revert('CourseShop: only the owner')
        self.icx.transfer(self.owner, self.icx.get_balance(self.address))
