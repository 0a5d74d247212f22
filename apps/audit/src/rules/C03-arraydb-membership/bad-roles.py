from iconservice import *

TAG = 'Archive'


def writer_only(method):
    @wraps(method)
    def checked(self, *args, **kwargs):
        if self.msg.sender not in self.writers:  # expect: C03
            revert('writers only')
        return method(self, *args, **kwargs)
    return checked


class Roles(IconScoreBase):

    @property
    def writers(self) -> ArrayDB:
        return ArrayDB('writers', self.db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()
        self.writers.put(self.owner)

    @eventlog(indexed=1)
    def WriterChanged(self, writer: Address, added: bool):
        pass

    @external
    def add_writer(self, writer: Address) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        people = self.writers
        if writer in people:  # expect: C03
            revert('is a writer')
        people.put(writer)
        self.WriterChanged(writer, True)

    @external
    def remove_writer(self, writer: Address) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        place = list(self.writers).index(writer)  # expect: C03
        last = self.writers.pop()
        if place < len(self.writers):
            self.writers[place] = last
        self.WriterChanged(writer, False)


class Archive(Roles):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pages = DictDB('pages', db, value_type=str)

    @eventlog(indexed=1)
    def Written(self, title: str):
        pass

    @external(readonly=True)
    def page(self, title: str) -> str:
        return self._pages[title]

    @writer_only
    @external
    def write(self, title: str, text: str) -> None:
        self._pages[title] = text
        self.Written(title)
