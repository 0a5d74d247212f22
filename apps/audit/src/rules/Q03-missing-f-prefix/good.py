from iconservice import *

TAG = 'Printery'
GREETING = 'Dear {name}, you have {count} books'  # ok: Q03
OPEN, CLOSE = '{', '}'
SCHEMA = '{"name": "book", "count": 1}'  # ok: Q03


def fill(text: str, **values) -> str:
    return text.format(**values)


class Printery(IconScoreBase):
    """
    Keeps books. {count} in a docstring is only a word.
    """

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._books = DictDB('books', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Bound(self, _who: Address, _text: str):
        pass

    @external(readonly=True)
    def greeting(self, _name: str) -> str:
        count = self._books[self.msg.sender]
        return GREETING.format(name=_name, count=count)

    @external(readonly=True)
    def label(self, _who: Address) -> str:
        count = self._books[_who]
        return '{count} books'.format(count=count)  # ok: Q03

    @external(readonly=True)
    def note(self, _who: Address) -> str:
        count = self._books[_who]
        return fill('{count} books', count=count)  # ok: Q03

    @external(readonly=True)
    def slogan(self, _who: Address) -> str:
        count = self._books[_who]
        return '{count} books'.replace('{count}', str(count))  # ok: Q03

    @external(readonly=True)
    def braces(self, _who: Address) -> str:
        count = self._books[_who]
        return f'{{count}} is {count}'  # ok: Q03

    @external(readonly=True)
    def schema(self) -> str:
        return SCHEMA

    @external
    def bind(self, _count: int) -> None:
        if _count <= 0 or _count > 100:
            revert('Count is 1 to 100')
        self._books[self.msg.sender] += _count
        self.Bound(self.msg.sender, f'{_count} ' + '{} books {unknown} {0}')  # ok: Q03
