from iconservice import *


class Owned(IconScoreBase):

    def require_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')
