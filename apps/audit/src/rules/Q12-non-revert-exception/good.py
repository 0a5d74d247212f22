from iconservice import *

TAG = 'Permits'
MAX_TEXT = 300


class PermitError(IconScoreException):
    """An exception of the engine: its message and code reach the receipt."""


class ParseError(Exception):
    pass


class PermitsBase(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _kind(self) -> str:
        raise NotImplementedError()  # ok: Q12


class Permits(PermitsBase):

    @eventlog(indexed=1)
    def Granted(self, _to: Address, _days: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._days = DictDB('days', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _kind(self) -> str:
        return 'building'

    def _parse(self, _text: str) -> int:
        days = json_loads(_text).get('days')
        if not isinstance(days, int) or isinstance(days, bool):
            raise ParseError('days are missing')  # ok: Q12
        if days <= 0 or days > 3650:
            raise ParseError('1 to 3650 days')  # ok: Q12
        return days

    @external(readonly=True)
    def kind(self) -> str:
        return self._kind()

    @external(readonly=True)
    def days(self, _holder: Address) -> int:
        return self._days[_holder]

    @external(readonly=True)
    def daysIn(self, _text: str) -> int:
        try:
            return self._parse(_text)
        except (ParseError, ValueError):
            return 0

    @external
    def grant(self, _to: Address, _text: str) -> None:
        if self.msg.sender != self.owner:
            raise PermitError('Permits: owner only')  # ok: Q12
        if len(_text) > MAX_TEXT:
            raise IconScoreException('Permits: too long', 3)  # ok: Q12
        try:
            days = self._parse(_text)
        except ParseError:
            revert('Permits: cannot read the text', 4)
        self._days[_to] = days
        self.Granted(_to, days)
