from iconservice import IconScoreBase, IconScoreDatabase, VarDB, external, eventlog, revert

MAX_TAGS = 10


def without_doubles(words: list) -> list:
    return list(dict.fromkeys(words))  # ok: D07


class TagBoard(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.tags = VarDB('tags', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Tagged(self, tags: str):
        pass

    @external
    def tag(self, words: str) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner tags')
        tags = without_doubles(words.split(' '))
        if len(tags) > MAX_TAGS or len(words) > 200:
            revert('too many tags')
        counts = {}
        for word in tags:
            counts[word] = len(word)
        self.tags.set(' '.join(counts))  # ok: D07
        self.Tagged(' '.join(tags))

    @external(readonly=True)
    def longest(self) -> int:
        return max({len(word) for word in self.tags.get().split(' ')})  # ok: D07
