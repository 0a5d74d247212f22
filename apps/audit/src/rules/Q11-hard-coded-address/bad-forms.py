from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, VarDB, Address
from iconservice import external, eventlog, interface, revert


class Oracle(InterfaceScore):

    @interface
    def rate(self, pair: str) -> int:
        pass


def oracle_of(network: int) -> str:
    if network == 1:
        return 'cx5d81a7f03c9e2b64180fd7c35ea9264b0f7d3e18'  # expect: Q11
    return 'cxe7102b9d46f5c8a31b7e90d42c6f583a1d0e97b4'  # expect: Q11


class OracleUser(IconScoreBase):

    @eventlog(indexed=1)
    def NetworkSet(self, network: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._network = VarDB('network', db, int)

    def on_install(self, network: int) -> None:
        super().on_install()
        self._network.set(network)

    def on_update(self) -> None:
        super().on_update()

    def _is_root(self, who: Address) -> bool:
        return f'{who}' == 'hx0c94b7e12f8d3a5667e1c0d98b4f2a735d6e8019'  # expect: Q11

    @external(readonly=True)
    def rate(self, pair: str) -> int:
        oracle = self.create_interface_score(Address.from_string(oracle_of(self._network.get())), Oracle)
        return oracle.rate(pair)

    @external(readonly=True)
    def rate_of(self, pair: str, source: str = 'cx2f6e0d81b94c7a35d1e8f06b72c943ad580e1f7b') -> int:  # expect: Q11
        oracle = self.create_interface_score(Address.from_string(source), Oracle)
        return oracle.rate(pair)

    @external
    def set_network(self, network: int) -> None:
        if not self._is_root(self.msg.sender):
            revert('user: root only')
        self._network.set(network)
        self.NetworkSet(network)
