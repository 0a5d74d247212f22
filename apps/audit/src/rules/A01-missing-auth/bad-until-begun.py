from iconservice import *

TAG = 'Letters'


class Letters(IconScoreBase):
    """A post office: what its clerks settle, everybody settles as long as no letter was sent."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._clerks = DictDB('clerks', db, value_type=bool)
        self._free = DictDB('free', db, value_type=bool)
        self._rates = DictDB('rates', db, value_type=int)
        self._routes = ArrayDB('routes', db, value_type=str)
        self._count = VarDB('count', db, value_type=int)
        self._text = DictDB('text', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()
        self._clerks[self.msg.sender] = True

    def on_update(self) -> None:
        super().on_update()

    def _is_clerk(self) -> bool:
        return self._clerks[self.msg.sender]

    @external
    def free_of_charge(self, _who: Address) -> None:
        if self._count.get() == 0 or self._is_clerk():  # expect: A01 as high
            self._free[_who] = True
        else:
            revert('Letters: clerks only')

    @external
    def set_rate(self, _place: str, _rate: int) -> None:
        if self._count.get() != 0 and not self._is_clerk():  # expect: A01 as high
            revert('Letters: clerks only')
        self._rates[_place] = _rate

    @external
    def add_route(self, _route: str) -> None:
        if self._count.get() == 0 and self._is_clerk():
            self._routes.put(_route)  # ok: A01

    @external
    @payable
    def send(self, _place: str, _text: str) -> None:
        if not self._free[self.msg.sender] and self.msg.value < self._rates[_place]:
            revert('Letters: stamp')
        letter = self._count.get() + 1
        self._count.set(letter)
        self._text[letter] = _text  # ok: A01

    @external(readonly=True)
    def routes(self) -> list:
        return [route for route in self._routes]
