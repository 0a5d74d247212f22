from iconservice import IconScoreBase, IconScoreDatabase, VarDB, external, eventlog, revert
from urllib.request import urlopen as fetch
from iconsdk.builder.call_builder import CallBuilder
from iconsdk.providers.http_provider import HTTPProvider
import socket as s


def read_weather(city: str) -> str:
    return fetch('http://example.com/' + city).read().decode()  # expect: D03


def ask_node(score: str) -> object:
    HTTPProvider('http://example.com')  # expect: D03
    # It only builds one.
    return CallBuilder().to(score).method('level').build()  # ok: D03


class Watcher:

    def notify(self, text: str) -> None:
        line = s.create_connection(('example.com', 9000))  # expect: D03
        line.sendall(text.encode())
        line.close()


class CropInsurance(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.weather = VarDB('weather', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Observed(self, weather: str):
        pass

    @external
    def observe(self, city: str) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner observes')
        weather = read_weather(city)
        self.weather.set(weather)
        Watcher().notify(weather)
        self.Observed(weather)

    @external(readonly=True)
    def get_weather(self) -> str:
        import http.client
        link = http.client.HTTPSConnection('example.com')  # expect: D03
        link.request('GET', '/now')
        return link.getresponse().read().decode()
