/** A contract with so many entry points, each of which takes a while to follow: 1,200 of them take a fast machine 10 s. */
export function longContract(entryPoints: number): string {
  const variables = range(40).map((at) => `        self._v${at} = VarDB('v${at}', db, value_type=int)`);
  return [
    'from iconservice import *\n\n',
    'class Long(IconScoreBase):',
    '    def __init__(self, db: IconScoreDatabase) -> None:',
    '        super().__init__(db)',
    ...variables,
    ...range(entryPoints).map(entryPoint),
    ...range(50).map(helpers),
    '',
  ].join('\n');
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

const entryPoint = (at: number): string => `
    @external
    def m${at}(self, a: int, b: Address) -> None:
${range(8)
  .map(
    (step) => `        if a > ${step} and self._v${(at + step) % 40}.get() > a:
            self._h${at % 50}(a + ${step}, b)
            self._v${step}.set(a)`,
  )
  .join('\n')}`;

const helpers = (at: number): string => `
    def _h${at}(self, a: int, b: Address) -> None:
        if a > ${at}:
            self._v${at % 40}.set(a)
            self._g${at}(a, b)

    def _g${at}(self, a: int, b: Address) -> None:
        for k in range(a):
            self.icx.transfer(b, a)
            self._v${at % 40}.set(self._v${(at + 1) % 40}.get() + k)`;
