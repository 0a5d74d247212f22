from iconservice import *

TAG = 'Lighthouse'
HOUR = 3600 * 10 ** 6


class Lighthouse(IconScoreBase):
    """Keepers are paid for each hour of their watch; a failed payment must not cost them the hours."""

    @eventlog(indexed=1)
    def Failed(self, watch: int, amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper = DictDB('keeper', db, value_type=Address)
        self._since = DictDB('since', db, value_type=int)
        self._wage = DictDB('wage', db, value_type=int)
        self._earned = DictDB('earned', db, value_type=int)
        self._paid = DictDB('paid', db, value_type=int)
        self._calls = DictDB('calls', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def hire(self, watch: int, keeper: Address, wage: int) -> None:
        if self.msg.sender != self.owner or wage <= 0 or self._keeper[watch] is not None:
            revert(f'{TAG}: only the owner')
        self._keeper[watch] = keeper
        self._wage[watch] = wage
        self._since[watch] = self.now()

    def _require_keeper(self, watch: int) -> None:
        if self.msg.sender != self._keeper[watch]:
            revert(f'{TAG}: not your watch')

    def _due(self, watch: int) -> int:
        hours = (self.now() - self._since[watch]) // HOUR
        if hours <= 0:
            return 0
        self._since[watch] = self._since[watch] + hours * HOUR
        return hours * self._wage[watch]

    @external
    def draw(self, watch: int) -> None:
        self._require_keeper(watch)
        due = self._due(watch)
        try:
            self.icx.transfer(self.msg.sender, due)
        except BaseException:  # expect: F06
            self.Failed(watch, due)

    @external
    def draw_or_owe(self, watch: int) -> None:
        self._require_keeper(watch)
        due = self._due(watch)
        try:
            self.icx.transfer(self.msg.sender, due)  # ok: F01
        except BaseException:  # ok: F06
            self._earned[watch] += due

    @external
    def draw_rest(self, watch: int) -> None:
        self._require_keeper(watch)
        rest = self._earned[watch] - self._paid[watch]
        if rest <= 0:
            revert(f'{TAG}: nothing')
        self._paid[watch] += rest
        if not self.icx.send(self.msg.sender, rest):  # expect: F06
            self.Failed(watch, rest)

    @external
    def draw_counted(self, watch: int) -> None:
        self._require_keeper(watch)
        rest = self._earned[watch]
        if rest <= 0 or self._calls[watch] > 100:
            revert(f'{TAG}: nothing, or too often')
        self._calls[watch] += 1
        try:
            self.icx.transfer(self.msg.sender, rest)  # ok: F01
            self._earned[watch] = 0
        except BaseException:  # ok: F06
            self.Failed(watch, rest)
