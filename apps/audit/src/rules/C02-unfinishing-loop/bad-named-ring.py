from iconservice import *

TAG = 'Proxies'


class Proxies(IconScoreBase):
    """Who speaks for whom is followed to its end; three who name each other have none."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._speaker = DictDB('speaker', db, value_type=Address)
        self._chief = DictDB('chief', db, value_type=Address)
        self._voices = DictDB('voices', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def name(self, _who: Address) -> None:
        if _who == self.msg.sender or self._speaker[_who] == self.msg.sender:
            revert('Proxies: you would speak for yourself')
        self._speaker[self.msg.sender] = _who

    def _last(self, _who: Address) -> Address:
        while self._speaker[_who] is not None:  # expect: C02
            _who = self._speaker[_who]
        return _who

    @external
    def speak(self) -> None:
        self._voices[self._last(self.msg.sender)] += 1

    # the owner makes a chain once, and follows it first
    @external
    def place(self, _who: Address, _chief: Address) -> None:
        if self.msg.sender != self.owner or self._chief[_who] is not None:
            revert('Proxies: owner only, and once')
        above = _chief
        for _ in range(20):
            if above == _who:
                revert('Proxies: a ring')
            above = self._chief[above]
            if above is None:
                break
        self._chief[_who] = _chief

    @external
    def shout(self, _who: Address) -> None:
        while self._chief[_who] is not None:  # ok: C02
            _who = self._chief[_who]
        self._voices[_who] += 10
