from iconservice import IconScoreBase, IconScoreDatabase, VarDB, DictDB, external, eventlog, revert

TAG = 'Rooms'


class Joined:
	"""Names joined by a separator: an old habit from contracts without arrays."""

	def __init__(self, key: str, db: IconScoreDatabase) -> None:
		self._text = VarDB(f'{key}_text', db, str)

	def names(self) -> list:
		return self._text.get().split('|')

	def append(self, name: str) -> None:
		text = self._text.get()
		text = f'{text}|{name}'
		self._text.set(text)  # expect: C05


class Rooms(IconScoreBase):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._rooms = Joined('rooms', db)
		self._guests = DictDB('guests', db, str)
		self._seal = DictDB('seal', db, bytes)

	def on_install(self) -> None:
		super().on_install()

	@eventlog(indexed=1)
	def Opened(self, room: str):
		pass

	@external(readonly=True)
	def rooms(self) -> list:
		return self._rooms.names()

	@external
	def open(self, room: str) -> None:
		if not 0 < len(room) <= 30:
			revert('1 to 30 characters')
		self._rooms.append(room)
		self.Opened(room)

	@external
	def enter(self, room: str) -> None:
		guests = self._guests[room].split(',')
		guests.append(str(self.msg.sender))
		self._guests[room] = ','.join(guests)  # expect: C05

	@external
	def seal(self, room: str, mark: bytes) -> None:
		if len(mark) != 4:
			revert('four bytes')
		self._seal[room] = (self._seal[room] or b'') + mark  # expect: C05
