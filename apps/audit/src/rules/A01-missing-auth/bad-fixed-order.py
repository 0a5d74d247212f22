from iconservice import *

TAG = 'WindFarm'
NETWORK = Address.from_string('cx0000000000000000000000000000000000000000')


class NetworkInterface(InterfaceScore):

    @interface
    def setStake(self, value: int) -> None:
        pass

    @interface
    def setDelegation(self, delegations: list) -> None:
        pass

    @interface
    def disableScore(self, address: Address) -> None:
        pass

    @interface
    def enableScore(self, address: Address) -> None:
        pass


class WindFarm(IconScoreBase):
    """What the farm tells the network is the same each time, but anybody may choose the time."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._mast = VarDB('mast', db, value_type=Address)

    def on_install(self, _mast: Address) -> None:
        super().on_install()
        self._mast.set(_mast)

    def on_update(self) -> None:
        super().on_update()

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: not the owner')

    @external
    def calm(self) -> None:
        system = self.create_interface_score(NETWORK, NetworkInterface)
        system.setStake(0)  # expect: A01 as critical

    @external
    def drop_votes(self) -> None:
        system = self.create_interface_score(ZERO_SCORE_ADDRESS, NetworkInterface)
        system.setDelegation([])  # expect: A01 as critical

    # whatever name the address is kept under
    @external
    def wind_down(self) -> None:
        mast = self.create_interface_score(self._mast.get(), NetworkInterface)
        mast.setDelegation([])  # expect: A01
        mast.setStake(0)  # expect: A01

    @external
    def stop_mill(self, _mill: Address) -> None:
        system = self.create_interface_score(ZERO_SCORE_ADDRESS, NetworkInterface)
        system.disableScore(_mill)  # expect: A01 as critical

    @external
    def start_mill(self, _mill: Address) -> None:
        system = self.create_interface_score(ZERO_SCORE_ADDRESS, NetworkInterface)
        system.enableScore(_mill)  # expect: A01 as critical

    @external
    def still(self) -> None:
        self._only_owner()
        self.create_interface_score(ZERO_SCORE_ADDRESS, NetworkInterface).setStake(0)  # ok: A01
