from iconservice import *

TAG = 'Rates'


class Rates(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._rates = DictDB('rates', db, value_type=int)
        self._weights = DictDB('weights', db, value_type=int)
        self._pause = VarDB('pause', db, value_type=int)
        self._closed = DictDB('closed', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def post(self, pair: str, rate: int) -> None:
        if rate <= 0:
            revert('No such rate')
        self._rates[pair] = rate  # expect: A01

    @external
    def wait(self, blocks: int) -> None:
        self._pause = blocks * 2  # expect: A01

    @external
    def weigh(self, packed: bytes) -> None:
        self._keep(Address.from_bytes(packed[:21]), int.from_bytes(packed[21:], 'big'))  # expect: A01

    def _keep(self, voter: Address, weight: int) -> None:
        self._weights[voter] = weight

    @external
    def close(self, pair: str) -> None:
        self._closed[pair] = True  # expect: A01

    @external
    def trade(self, pair: str) -> None:
        if self._closed[pair]:
            revert('Closed')
        self._weights[self.msg.sender] += 1

    @external(readonly=True)
    def rate(self, pair: str) -> int:
        return self._rates[pair]

    @external(readonly=True)
    def weight(self, voter: Address) -> int:
        return self._weights[voter]
