from iconservice import *

TAG = 'Bakeoff'


class Guild(InterfaceScore):
    @interface
    def is_baker(self, who: Address) -> bool:
        pass

    @interface
    def rank(self, who: Address) -> int:
        pass


class Bakeoff(IconScoreBase):
    """The guild says who may taste; who it is that tastes is asked of nobody."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._guild = VarDB('guild', db, value_type=Address)
        self._points = DictDB('points', db, value_type=int, depth=2)
        self._words = DictDB('words', db, value_type=str, depth=2)
        self._guess = DictDB('guess', db, value_type=int)
        self._bakers = DictDB('bakers', db, value_type=bool)
        self._jury = DictDB('jury', db, value_type=bool)
        self._stalls = DictDB('stalls', db, value_type=int)
        self._counted = VarDB('counted', db, value_type=int)

    def on_install(self, guild: Address) -> None:
        super().on_install()
        self._guild.set(guild)

    def on_update(self) -> None:
        super().on_update()

    def _ask(self) -> Guild:
        return self.create_interface_score(self._guild.get(), Guild)

    @external
    def taste(self, _from: Address, cake: str, points: int, words: str) -> None:
        if not self._ask().is_baker(_from) or not 0 <= points <= 10:
            revert('Bakeoff: not of the guild')
        self._points[cake][_from] = points  # expect: A03
        self._words[cake][_from] = words  # ok: A03

    @external
    def submit_guess(self, member: Address, grams: int) -> None:
        if self._ask().rank(member) < 2 or self._guess[member] != 0:
            revert('Bakeoff: too low')
        self._guess[member] = grams  # expect: A03

    @external
    def judge(self, voter: Address, cake: str, points: int) -> None:
        if not self._jury[voter] or not 0 <= points <= 10:
            revert('Bakeoff: not of the jury')
        self._points[cake][voter] = points  # expect: A03

    @external
    def taste_myself(self, cake: str, points: int) -> None:
        if not self._ask().is_baker(self.msg.sender) or not 0 <= points <= 10:
            revert('Bakeoff: not of the guild')
        self._points[cake][self.msg.sender] = points  # ok: A03

    @external
    def taste_for(self, _from: Address, cake: str, points: int) -> None:
        if self.msg.sender != self._guild.get() or not self._ask().is_baker(_from) or not 0 <= points <= 10:
            revert('Bakeoff: only through the guild')
        self._points[cake][_from] = points  # ok: A03

    @external
    def admit(self, user: Address) -> None:
        if not self._ask().is_baker(user):
            revert('Bakeoff: not of the guild')
        self._bakers[user] = True  # ok: A03

    @external
    def allot(self, user: Address, stall: int) -> None:
        if not self._ask().is_baker(user) or self._stalls[user] != 0 or stall <= 0:
            revert('Bakeoff: not of the guild, or has one')
        self._stalls[user] = stall  # ok: A03

    @external(readonly=True)
    def tasted(self, cake: str, who: Address) -> list:
        return [self._points[cake][who], self._words[cake][who], self._bakers[who], self._stalls[who]]

    @external
    def appoint(self, who: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Bakeoff: only the owner')
        self._jury[who] = True
