import type { Lang } from '@madang/web';
import type { BarsProps } from './bars.tsx';
import type { DecompositionProps } from './decomposition.tsx';
import type { FigureWords } from './figure.tsx';
import type { LadderProps } from './ladder.tsx';
import type { PercentileCurveProps } from './percentile-curve.tsx';
import type { RatioPlotProps } from './ratio-plot.tsx';
import type { SweepPlotProps } from './sweep-plot.tsx';
import type { TimelineProps } from './timeline.tsx';
import type { WaterfallProps } from './waterfall.tsx';

/** The words of every chart. */
export interface SvgWords {
  readonly waterfall: WaterfallProps['words'];
  readonly ratio: RatioPlotProps['words'];
  readonly sweep: SweepPlotProps['words'];
  readonly percentile: PercentileCurveProps['words'];
  readonly timeline: TimelineProps['words'];
  readonly ladder: LadderProps['words'];
  readonly decomposition: DecompositionProps['words'];
  readonly bars: BarsProps['words'];
}

const koFigure: FigureWords = {
  asTable: '값을 표로 보기',
  nothing: '그릴 값이 없습니다.',
  log: '로그 눈금',
  everyNth: (step) => `줄이 많아 ${step}줄마다 하나만 싣습니다. 전체는 원자료에 있습니다.`,
};
const enFigure: FigureWords = {
  asTable: 'Show the values as a table',
  nothing: 'No values to draw.',
  log: 'log scale',
  everyNth: (step) => `One row in ${step}; all of them are in the raw data.`,
};

const ko: SvgWords = {
  waterfall: { ...koFigure, stage: '단계', time: '시작부터의 시간', share: '비율', total: '합계' },
  ratio: {
    ...koFigure,
    name: '비교',
    ratio: '비율 (배)',
    low: '하한',
    high: '상한',
    kind: '종류',
    verdict: '판정',
    verdicts: { better: '나음', worse: '못함', same: '같음', undecided: '판정 보류' },
    kinds: { interval: '신뢰 구간', range: '최소~최대' },
    band: (delta) => `의미 없는 차이 (±${delta})`,
  },
  sweep: {
    ...koFigure,
    size: '풀 크기 (연결 수)',
    throughput: '처리량',
    unit: '건/s',
    low: '하한',
    high: '상한',
    measured: '잰 값과 구간',
    curve: 'USL 곡선',
  },
  percentile: { ...koFigure, percentile: '백분위', stretched: '꼬리를 늘인 눈금', time: '응답 시간' },
  timeline: {
    ...koFigure,
    time: '시작부터의 시간',
    rate: '처리량',
    unit: '건/s',
    p50: 'p50',
    p99: '응답 시간 p99',
    response: '응답 시간',
    connections: '연결',
    inUse: '사용 중',
    waiting: '대기 중',
    event: '사건',
    commits: 'PostgreSQL: 커밋',
    perSecond: '번/s',
    active: 'PostgreSQL: 일하는 백엔드',
    parts: { cpu: 'CPU', io: '디스크', lock: '잠금', client: '클라이언트 기다림', other: '그 밖' },
    processors: 'PostgreSQL: 바쁜 프로세서',
  },
  ladder: {
    ...koFigure,
    offered: '건 부하',
    achieved: '처리량',
    unit: '건/s',
    time: '응답 시간',
    short: '부하를 따라가지 못함',
  },
  decomposition: { ...koFigure, arm: '방식', mean: '평균 응답 시간', total: '합계' },
  bars: { ...koFigure, name: '이름', low: '하한', high: '상한' },
};

const en: SvgWords = {
  waterfall: {
    ...enFigure,
    stage: 'Stage',
    time: 'Time since the beginning',
    share: 'Share',
    total: 'Total',
  },
  ratio: {
    ...enFigure,
    name: 'Comparison',
    ratio: 'Ratio (times)',
    low: 'Low',
    high: 'High',
    kind: 'Kind',
    verdict: 'Verdict',
    verdicts: { better: 'better', worse: 'worse', same: 'same', undecided: 'undecided' },
    kinds: { interval: 'Confidence interval', range: 'Least and most seen' },
    band: (delta) => `No difference that matters (±${delta})`,
  },
  sweep: {
    ...enFigure,
    size: 'Pool size (connections)',
    throughput: 'Throughput',
    unit: 'ops/s',
    low: 'Low',
    high: 'High',
    measured: 'Measured, with interval',
    curve: 'USL curve',
  },
  percentile: { ...enFigure, percentile: 'Percentile', stretched: 'tail stretched', time: 'Response time' },
  timeline: {
    ...enFigure,
    time: 'Time since the beginning',
    rate: 'Throughput',
    unit: 'ops/s',
    p50: 'p50',
    p99: 'Response time p99',
    response: 'Response time',
    connections: 'Connections',
    inUse: 'In use',
    waiting: 'Waiting',
    event: 'Event',
    commits: 'PostgreSQL: commits',
    perSecond: 'per second',
    active: 'PostgreSQL: active back-ends',
    parts: { cpu: 'CPU', io: 'Disk', lock: 'Locks', client: 'Waits for client', other: 'Other' },
    processors: 'PostgreSQL: busy processors',
  },
  ladder: {
    ...enFigure,
    offered: 'Offered rate',
    achieved: 'Achieved rate',
    unit: 'ops/s',
    time: 'Response time',
    short: 'Less was done than asked for',
  },
  decomposition: { ...enFigure, arm: 'Arm', mean: 'Mean response time', total: 'Total' },
  bars: { ...enFigure, name: 'Name', low: 'Low', high: 'High' },
};

/** The words of the charts in a language. */
export function svgWords(lang: Lang): SvgWords {
  return lang === 'ko' ? ko : en;
}
