from iconservice import IconScoreBase, IconScoreDatabase, Address, DictDB, external, eventlog, revert

TAG = 'Scores'


class Board:

	def __init__(self, prefix: str, db: IconScoreDatabase) -> None:
		self._prefix = prefix
		self._points = DictDB(f'{prefix}_points', db, int, depth=3)

	def season(self, number: int) -> DictDB:
		return self._points[number]

	def best(self, number: int, league: str) -> int:
		return max(self._points[number][league].values())  # expect: S05


class Base(IconScoreBase):

	@property
	def names(self) -> DictDB:
		return DictDB('names', self.db, str)

	def on_install(self) -> None:
		super().on_install()

	@eventlog(indexed=1)
	def Scored(self, player: Address, points: int):
		pass


class Scores(Base):

	def __init__(self, db: IconScoreDatabase) -> None:
		super().__init__(db)
		self._board = Board('board', db)

	@external(readonly=True)
	def best(self, season: int, league: str) -> int:
		return self._board.best(season, league)

	@external(readonly=True)
	def league(self, season: int, league: str) -> dict:
		table = self._board.season(season)[league]
		return table  # expect: S05

	@external(readonly=True)
	def tables(self, season: int, league: str) -> dict:
		return {'season': season, 'league': self._board.season(season)[league]}  # expect: S05

	@external(readonly=True)
	def entry(self, season: int, league: str, player: str) -> dict:
		league_table = self._board.season(season)[league]
		return {'season': season, 'points': league_table[player], 'name': self.names[player]}  # ok: S05

	@external(readonly=True)
	def all_names(self) -> list:
		names = self.names
		return [names[key] for key in names]  # expect: S05

	@external(readonly=True)
	def has_league(self, season: int, league: str) -> bool:
		return league in self._board.season(season)  # expect: S05

	@external(readonly=True)
	def ranking(self) -> str:
		return ','.join(sorted(self.names))  # expect: S05

	@external
	def rename(self, name: str) -> None:
		if not 0 < len(name) <= 20:
			revert('1 to 20 characters')
		self.names[str(self.msg.sender)] = name
		self.Scored(self.msg.sender, 0)
