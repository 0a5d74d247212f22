import { shortNumber } from '../../judge/comparison.ts';
import { isClientBound, type Series } from '../../judge/series.ts';
import type { CellStart } from '../../record/schema/cell.schema.ts';
import type { Verdict } from '../../record/schema/verdict.schema.ts';
import { formatMs } from '../svg/number.ts';
import { surroundingsOf, type Pair } from './surroundings.ts';

/** What a sentence takes from beyond its verdict. */
export interface Context {
  /** The cells that a comparison is of. */
  readonly pair: Pair | undefined;
  /** The cell that was measured last before the verdict. */
  readonly cell: CellStart | undefined;
}

/** A verdict as a Korean sentence; null for what only its recorded sentence can tell. */
export function koreanSentence(verdict: Verdict, context: Context): string | null {
  if (verdict.subject === 'comparison') return comparison(verdict, context);
  if (verdict.subject === 'size') return advice(verdict);
  if (verdict.subject === 'finding') return FINDINGS[verdict.scenario]?.(verdict, context) ?? null;
  return null;
}

type Finding = (verdict: Verdict, context: Context) => string | null;

function comparison(verdict: Verdict, { pair }: Context): string | null {
  const { arm, against, value, workload } = verdict;
  if (value === null) return null;
  if (verdict.scenario === 'S15') return sameBesideItself(verdict, value);
  const [way, other] = [wayOf(pair?.arm), wayOf(pair?.against)];
  const where = way === other ? way : '';
  const [one, two] = [named(arm, where === '' ? way : ''), named(against, where === '' ? other : '')];
  const faster = value >= 1 ? pair?.arm : undefined;
  const least = faster !== undefined && isClientBound(faster) ? '적어도 ' : '';
  return `${headOf(workload, where)}${two}에 견준 ${one}의 처리량은 ${least}${timesOf(value)}${boundsOf(verdict)}입니다.`;
}

function sameBesideItself({ workload, floor, ...verdict }: Verdict, value: number): string {
  const least =
    floor === null
      ? ''
      : ` 이 기계에서 ${(floor * 100).toFixed(1)}%보다 작은 차이는 잡음과 가릴 수 없습니다.`;
  return `${headOf(workload)}같은 풀끼리 견주니 처리량의 비가 ${timesOf(value)}${boundsOf(verdict)}입니다.${least}`;
}

function advice({ workload, value, low, high }: Verdict): string | null {
  if (value === null) return null;
  const redrawn =
    low === null || high === null
      ? ''
      : low === high
        ? ' 회차를 다시 뽑아도 같습니다.'
        : ` 회차를 다시 뽑으면 ${low}~${high}입니다.`;
  return `${headOf(workload)}연결 ${value}개짜리 풀이면 가장 나은 처리량의 95% 안에 듭니다.${redrawn}`;
}

const FINDINGS: Readonly<Record<string, Finding>> = {
  S1: ({ value }, { cell }) =>
    value === null
      ? null
      : `${headOf(cell === undefined ? null : cell.cell.replace(/^anatomy ?/, ''))}새 연결을 쓸 수 있게 되기까지 ${inMs(value)} 걸립니다 (중앙값).`,
  S3: (verdict) => (verdict.method === 'usl' ? peakOfLaw(verdict) : instances(verdict)),
  S4: (verdict) => (verdict.metric === 'load.target_rate' ? highestRate(verdict) : null),
  S5: stalled,
  S6: ({ arm, value }) =>
    value === null
      ? null
      : `${named(arm)}: 연결을 얻지 못한 연산은 늦어도 ${inMs(value)} 만에 실패를 알았습니다.`,
  S8: (verdict) =>
    verdict.value === null
      ? null
      : `쉬다가 한꺼번에 몰릴 때, 가장 오래 기다린 시간은 ${named(verdict.arm)} 쪽이 ${named(verdict.against)} 쪽의 ${timesOf(verdict.value)}${boundsOf(verdict)}입니다.`,
  S9: ({ arm, value, workload }) =>
    workload === null || value === null
      ? null
      : `${workload}: ${named(arm)}에서 이름 있는 문장을 PgBouncer 트랜잭션 모드로 보내면 ${(value * 100).toFixed(1)}%가 답을 받습니다.`,
  S12: recovered,
  S13: grown,
};

function peakOfLaw(verdict: Verdict): string | null {
  const { workload, value } = verdict;
  return value === null
    ? `${headOf(workload)}보편 확장성 법칙(USL)으로는 꼭대기를 찾지 못했습니다.`
    : `${headOf(workload)}보편 확장성 법칙(USL)의 꼭대기는 크기 ${shortNumber(value)}${boundsOf(verdict)}입니다.`;
}

function instances({ workload, value }: Verdict): string | null {
  return value === null
    ? null
    : `${headOf(workload)}서버에 남은 연결이면 권하는 크기의 풀을 가진 인스턴스가 ${value}개까지 들어갑니다.`;
}

function highestRate({ workload, value, method }: Verdict): string | null {
  const [objective] = /[\d.]+/.exec(method?.replace(/^p99/, '') ?? '') ?? [];
  if (objective === undefined) return null;
  return value === null
    ? `${headOf(workload)}응답의 99%가 ${objective} ms 안에 오는 요청률을 찾지 못했습니다.`
    : `${headOf(workload)}초마다 ${value}건까지는 응답의 99%가 ${objective} ms 안에 옵니다.`;
}

function stalled(verdict: Verdict): string | null {
  const { arm, against, value, low, high } = verdict;
  if (value === null || low === null || high === null) return null;
  const p99 = `p99 ${inMs(value)} [${inMs(low)}~${inMs(high)}]`;
  return against === null
    ? `${named(arm)}: 서버가 멈춘 동안 이용자가 겪는 응답은 ${p99}입니다. 열린 루프로 잰 값이며, 닫힌 루프의 값은 멈춘 동안 올 사람들이 빠져 안전하지 않습니다.`
    : `백엔드 하나가 멈추면, 연결 하나를 같이 쓰는 ${named(arm)}의 응답은 ${p99}입니다. 견준 것은 ${named(against)}입니다.`;
}

function recovered({ arm, value }: Verdict, { cell }: Context): string {
  const where = cell === undefined ? '' : surroundingsOf(cell);
  const what = where === 'restarted' ? '서버를 다시 띄웠을 때' : '백엔드를 끊었을 때';
  const back =
    value === null ? '처리량은 지켜본 동안 돌아오지 않았습니다' : `처리량은 ${inMs(value)} 뒤에 돌아왔습니다`;
  return `${named(arm)}: ${what} ${back}.`;
}

const SOAKED: Readonly<Record<string, readonly [name: string, unit: string]>> = {
  'soak.resident_mb_per_minute': ['이 프로세스의 메모리', ' MB'],
  'soak.heap_mb_per_minute': ['힙', ' MB'],
  'soak.connections_per_minute': ['연결 수', '개'],
  'soak.p99_ms_per_minute': ['응답 p99', ' ms'],
};

function grown({ metric, value, low, high }: Verdict): string | null {
  const [name, unit] = SOAKED[metric ?? ''] ?? [];
  if (name === undefined || unit === undefined || value === null || low === null || high === null)
    return null;
  return `${name}: 1분에 ${signed(value)}${unit} [${signed(low)}~${signed(high)}] 달라졌습니다.`;
}

function headOf(...parts: readonly (string | null)[]): string {
  const head = parts.filter((part) => part !== null && part !== '').join(' ');
  return head === '' ? '' : `${head}: `;
}

function named(arm: string | null, way = ''): string {
  return `‘${[arm, way].filter((part) => part !== '').join(' ')}’`;
}

function wayOf(series: Series | undefined): string {
  return series === undefined ? '' : surroundingsOf(series.start);
}

function timesOf(value: number): string {
  return `${shortNumber(value)}배`;
}

function boundsOf({ low, high, method }: Pick<Verdict, 'low' | 'high' | 'method'>): string {
  if (low === null || high === null) return '';
  return ` [${method === 'range' ? '범위 ' : ''}${shortNumber(low)}~${shortNumber(high)}]`;
}

function inMs(seconds: number): string {
  return formatMs(seconds * 1000);
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${Number(value.toPrecision(3))}`;
}
