from iconservice import *

TAG = 'Lighthouse'


def only_keeper(func):
    @wraps(func)
    def wrapper(self, *args, **kwargs):
        if self.msg.sender != self._keeper.get():
            revert(f'{TAG}: the keeper only')
        return func(self, *args, **kwargs)

    return wrapper


class Lighthouse(IconScoreBase):
    """Guards that were taken out to try something, and never put back."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper = VarDB('keeper', db, value_type=Address)
        self._lit = VarDB('lit', db, value_type=bool)
        self._colour = VarDB('colour', db, value_type=str)
        self._logs = DictDB('logs', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()
        self._keeper.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @external
    @only_keeper
    def light(self) -> None:
        self._lit.set(True)

    @external
    # @only_keeper
    def put_out(self) -> None:  # expect: A06
        self._lit.set(False)

    # Sailors know it by its colour.
    #@only_keeper
    @external
    def paint(self, _colour: str) -> None:  # expect: A06
        self._colour.set(_colour)

    @external
    # @only_keeper
    def hand_over(self, _keeper: Address) -> None:  # ok: A06
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner only')
        self._keeper.set(_keeper)

    # @only_keeper
    @external(readonly=True)
    def colour(self) -> str:  # ok: A06
        return self._colour.get()

    # @only_keeper
    # def whistle(self) -> None:
    #     self._lit.set(True)
    @external
    def log(self, _day: str, _text: str) -> None:  # ok: A06
        self._logs[_day] = _text
