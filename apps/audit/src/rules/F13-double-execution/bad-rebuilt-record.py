from iconservice import *


class Phase:
    OFFERED = 0
    HELD = 1
    OVER = 2


class Pledge:
    """Kept as JSON text."""

    def __init__(self, giver: str, taker: str, held: int, ends: int, phase: int):
        self.giver = giver
        self.taker = taker
        self.held = held
        self.ends = ends
        self.phase = phase

    def to_text(self) -> str:
        return json_dumps(
            {
                'giver': self.giver,
                'taker': self.taker,
                'held': self.held,
                'ends': self.ends,
                'phase': self.phase,
            }
        )

    @staticmethod
    def from_text(text: str) -> 'Pledge':
        data = json_loads(text)
        return Pledge(data['giver'], data['taker'], data['held'], data['ends'], data['phase'])


class PledgeHouse(IconScoreBase):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pledges = DictDB('pledges', db, value_type=str)
        self._credit = DictDB('credit', db, value_type=int)
        self._made = VarDB('made', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _load(self, number: int) -> Pledge:
        text = self._pledges[number]
        if text == '':
            revert('no such pledge')
        return Pledge.from_text(text)

    @external
    @payable
    def pledge(self, taker: Address) -> None:
        number = self._made.get() + 1
        self._made.set(number)
        made = Pledge(
            str(self.msg.sender), str(taker), self.msg.value, self.block_height + 43200, Phase.HELD
        )
        self._pledges[number] = made.to_text()

    def _settle(self, number: int, pledge: Pledge, to: str) -> None:
        pledge.phase = Phase.OVER
        self._pledges[number] = pledge.to_text()
        self._credit[Address.from_string(to)] += pledge.held

    @external
    def hand_over(self, number: int) -> None:
        pledge = self._load(number)
        if pledge.giver != str(self.msg.sender) or pledge.phase != Phase.HELD:
            revert('not possible')
        self._settle(number, pledge, pledge.taker)  # ok: F13

    @external
    def fetch_back(self, number: int) -> None:
        pledge = self._load(number)
        if pledge.giver != str(self.msg.sender) or self.block_height < pledge.ends:
            revert('not possible')
        self._settle(number, pledge, pledge.giver)  # expect: F13

    @external
    def withdraw(self) -> None:
        amount = self._credit[self.msg.sender]
        self._credit[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)
