from iconservice import *

TAG = 'Moorings'


class Moorings(IconScoreBase):
    """Who holds which berth of the harbour; a holder may name an agent who gives it on for him."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = DictDB('holder', db, value_type=Address)
        self._agent = DictDB('agent', db, value_type=Address)
        self._skipper = DictDB('skipper', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Given(self, berth: str, holder: Address):
        pass

    @external
    def lay(self, berth: str, holder: Address) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: harbour master only')
        if self._holder[berth] is not None:
            revert(f'{TAG}: taken')
        self._holder[berth] = holder  # ok: T12
        self.Given(berth, holder)

    @external
    def nameAgent(self, berth: str, agent: Address) -> None:
        if self._holder[berth] != self.msg.sender:
            revert(f'{TAG}: holder only')
        self._agent[berth] = agent

    @external
    def nameSkipper(self, berth: str, skipper: Address) -> None:
        if self._holder[berth] != self.msg.sender:
            revert(f'{TAG}: holder only')
        self._skipper[berth] = skipper

    @external
    def give(self, berth: str, holder: Address) -> None:
        if self.msg.sender not in (self._holder[berth], self._agent[berth]):
            revert(f'{TAG}: not allowed')
        self._holder[berth] = holder  # expect: T12
        self.Given(berth, holder)

    @external
    def leave(self, berth: str, holder: Address) -> None:
        if self.msg.sender != self._holder[berth] and self.msg.sender != self._agent[berth]:
            revert(f'{TAG}: not allowed')
        del self._agent[berth]
        self._enter(berth, holder)  # ok: T12

    @external
    def swap(self, berth: str, holder: Address) -> None:
        if self.msg.sender != self._holder[berth]:
            revert(f'{TAG}: not allowed')
        self._enter(berth, holder)  # expect: T12

    def _enter(self, berth: str, holder: Address) -> None:
        self._holder[berth] = holder  # ok: T12
        self.Given(berth, holder)
