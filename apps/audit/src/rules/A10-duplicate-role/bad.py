from iconservice import *

TAG = 'NewsDesk'


class NewsDesk(IconScoreBase):
    _EDITORS = 'editors'
    _HEADLINE = 'headline'

    @eventlog(indexed=1)
    def EditorAdded(self, _editor: Address):
        pass

    @eventlog(indexed=1)
    def EditorRemoved(self, _editor: Address):
        pass

    @eventlog(indexed=1)
    def HeadlineSet(self, _editor: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._editors = ArrayDB(self._EDITORS, db, Address)
        self._headline = VarDB(self._HEADLINE, db, str)

    def on_install(self) -> None:
        super().on_install()
        self._editors.put(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @external
    def addEditor(self, _editor: Address) -> None:
        if self.msg.sender != self.owner:
            revert('NewsDesk: only the owner')
        self._editors.put(_editor)  # expect: A10
        self.EditorAdded(_editor)

    @external
    def removeEditor(self, _editor: Address) -> None:
        if self.msg.sender != self.owner:
            revert('NewsDesk: only the owner')
        for i in range(len(self._editors)):
            if self._editors[i] == _editor:
                last = self._editors.pop()
                if i < len(self._editors):
                    self._editors[i] = last
                self.EditorRemoved(_editor)
                return
        revert('NewsDesk: not an editor')

    @external
    def setHeadline(self, _text: str) -> None:
        if self.msg.sender not in self._editors:
            revert('NewsDesk: only an editor')
        if len(_text) > 100:
            revert('NewsDesk: too long')
        self._headline.set(_text)
        self.HeadlineSet(self.msg.sender)
