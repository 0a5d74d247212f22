from iconservice import *

TAG = 'PrizeTable'

# the prize of each number, in ICX
PRIZES = [
    1000, 1007, 1014, 1021, 1028, 1035, 1042, 1049, 1056, 1063, 1070, 1077, 1084, 1091, 1098, 1105,
    1112, 1119, 1126, 1133, 1140, 1147, 1154, 1161, 1168, 1175, 1182, 1189, 1196, 1203, 1210, 1217,
    1224, 1231, 1238, 1245, 1252, 1259, 1266, 1273, 1280, 1287, 1294, 1301, 1308, 1315, 1322, 1329,
    1336, 1343, 1350, 1357, 1364, 1371, 1378, 1385, 1392, 1399, 1406, 1413, 1420, 1427, 1434, 1441,
    1448, 1455, 1462, 1469, 1476, 1483, 1490, 1497, 1504, 1511, 1518, 1525, 1532, 1539, 1546, 1553,
    1560, 1567, 1574, 1581, 1588, 1595, 1602, 1609, 1616, 1623, 1630, 1637, 1644, 1651, 1658, 1665,
    1672, 1679, 1686, 1693, 1700, 1707, 1714, 1721, 1728, 1735, 1742, 1749, 1756, 1763, 1770, 1777,
    1784, 1791, 1798, 1805, 1812, 1819, 1826, 1833, 1840, 1847, 1854, 1861, 1868, 1875, 1882, 1889,
    1896, 1903, 1910, 1917, 1924, 1931, 1938, 1945, 1952, 1959, 1966, 1973, 1980, 1987, 1994, 2001,
    2008, 2015, 2022, 2029, 2036, 2043, 2050, 2057, 2064, 2071, 2078, 2085, 2092, 2099, 2106, 2113,
    2120, 2127, 2134, 2141, 2148, 2155, 2162, 2169, 2176, 2183, 2190, 2197, 2204, 2211, 2218, 2225,
    2232, 2239, 2246, 2253, 2260, 2267, 2274, 2281, 2288, 2295, 2302, 2309, 2316, 2323, 2330, 2337,
    2344, 2351, 2358, 2365, 2372, 2379, 2386, 2393, 2400, 2407, 2414, 2421, 2428, 2435, 2442, 2449,
    2456, 2463, 2470, 2477, 2484, 2491, 2498, 2505, 2512, 2519, 2526, 2533, 2540, 2547, 2554, 2561,
    2568, 2575, 2582, 2589, 2596, 2603, 2610, 2617, 2624, 2631, 2638, 2645, 2652, 2659, 2666, 2673,
    2680, 2687, 2694, 2701, 2708, 2715, 2722, 2729, 2736, 2743, 2750, 2757, 2764, 2771, 2778, 2785,
    2792, 2799, 2806, 2813, 2820, 2827, 2834, 2841, 2848, 2855, 2862, 2869, 2876, 2883, 2890, 2897,
    2904, 2911, 2918, 2925, 2932, 2939, 2946, 2953, 2960, 2967, 2974, 2981, 2988, 2995, 3002, 3009,
    3016, 3023, 3030, 3037, 3044, 3051, 3058, 3065, 3072, 3079, 3086, 3093, 3100, 3107, 3114, 3121,
]

from iconservice import ZERO_SCORE_ADDRESS  # expect: L15


class PrizeTable(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._winner = DictDB('winner', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=2)
    def Entered(self, _who: Address, _number: int):
        pass

    @external(readonly=True)
    def prizeOf(self, _number: int) -> int:
        if _number < 0 or _number >= len(PRIZES):
            revert('No such number')
        return PRIZES[_number]

    @external(readonly=True)
    def winnerOf(self, _number: int) -> Address:
        winner = self._winner[_number]
        return ZERO_SCORE_ADDRESS if winner is None else winner

    @external
    def enter(self, _number: int) -> None:
        if _number < 0 or _number >= len(PRIZES) or self._winner[_number] is not None:
            revert('Number is out of range or taken')
        self._winner[_number] = self.msg.sender
        self.Entered(self.msg.sender, _number)
