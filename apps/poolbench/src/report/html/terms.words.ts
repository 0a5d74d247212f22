import type { Lang } from '@madang/web';
import type { Verdict } from '../../record/schema/verdict.schema.ts';
import type { Stage } from '../../prober/stages.ts';

/** A word in both languages. */
export type Word = Readonly<Record<Lang, string>>;

/** Columns of the table of cells: the head, and what it means. */
export const COLUMNS = {
  cell: {
    head: { ko: '셀', en: 'Cell' },
    meaning: {
      ko: '한 방식을 한 작업, 한 부하로 잰 것. ×10은 열이 저마다 답을 기다렸다가 다시 묻는 닫힌 루프, 300/s는 답을 기다리지 않고 초마다 300건이 오는 열린 루프입니다.',
      en: 'One arm under one workload at one load. ×10: ten ask, each waiting for its answer (closed loop); 300/s: so many come each second, whether answered or not (open loop).',
    },
  },
  rate: {
    head: { ko: '건/s', en: 'ops/s' },
    meaning: {
      ko: '초마다 제시간에 끝난 연산. 회차들의 중앙값입니다.',
      en: 'Operations finished in time, each second: the median of the rounds.',
    },
  },
  p50: {
    head: { ko: 'p50', en: 'p50' },
    meaning: { ko: '응답의 절반이 이보다 빠릅니다.', en: 'Half of the responses are faster.' },
  },
  p99: {
    head: { ko: 'p99', en: 'p99' },
    meaning: {
      ko: '응답의 99%가 이보다 빠릅니다. 표본이 10,000개에 못 미치면 쓰지 않습니다.',
      en: '99% of the responses are faster; not told for fewer than 10,000 samples.',
    },
  },
  failed: {
    head: { ko: '실패', en: 'Failed' },
    meaning: {
      ko: '오류, 시간 초과, 답 없음으로 끝난 연산의 수.',
      en: 'Operations that ended in an error, timed out or hung.',
    },
  },
  wait: {
    head: { ko: '대기', en: 'Wait' },
    meaning: {
      ko: '평균 응답 시간 가운데 연결을 기다린 몫. 연결을 새로 여는 시간도 듭니다.',
      en: 'Share of the mean response that went into waiting for a connection, opening one included.',
    },
  },
  opens: {
    head: { ko: '열기/건', en: 'Opens/op' },
    meaning: {
      ko: '연산 하나에 새로 연 연결의 수.',
      en: 'Connections opened for each operation.',
    },
  },
  client: {
    head: { ko: 'CPU 클라이언트', en: 'CPU client' },
    meaning: {
      ko: '연산 하나에 이 프로세스가 쓴 CPU 시간.',
      en: 'CPU time of this process for each operation.',
    },
  },
  pooler: {
    head: { ko: 'CPU 풀러', en: 'CPU pooler' },
    meaning: { ko: '연산 하나에 PgBouncer가 쓴 CPU 시간.', en: 'CPU time of PgBouncer for each operation.' },
  },
  server: {
    head: { ko: 'CPU 서버', en: 'CPU server' },
    meaning: { ko: '연산 하나에 서버가 쓴 CPU 시간.', en: 'CPU time of the server for each operation.' },
  },
  loop: {
    head: { ko: '이벤트 루프', en: 'Event loop' },
    meaning: {
      ko: '이 프로세스의 이벤트 루프가 바빴던 시간의 몫. 90%를 넘으면 한계는 이 프로세스입니다.',
      en: "Share of the time in which this process's event loop was busy; from 90% on this process is the limit.",
    },
  },
  foreign: {
    head: { ko: '남의 CPU', en: 'Foreign CPU' },
    meaning: {
      ko: '다른 프로그램이 쓴 프로세서. 100%가 하나입니다.',
      en: 'Processors that other programs kept busy; 100% is one.',
    },
  },
  limit: {
    head: { ko: '한계', en: 'Limit' },
    meaning: {
      ko: '더 빠르지 못하게 한 것, 회차의 절반 넘게.',
      en: 'What kept it from being faster, in more than half of the rounds.',
    },
  },
  flags: {
    head: { ko: '표시', en: 'Flags' },
    meaning: {
      ko: '판정의 근거로 삼지 않는 까닭, 회차의 절반 넘게.',
      en: 'Why no verdict should rest on it, in more than half of the rounds.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly head: Word; readonly meaning: Word }>>;

/** What each flag of a cell means. */
export const FLAGS: ReadonlyMap<string, Word> = new Map([
  [
    'generator-bound',
    {
      ko: '부하를 만드는 쪽이 늦어서, 지연 시간을 판정에 쓰지 않습니다.',
      en: 'the generator itself was late, so its latency carries no verdict.',
    },
  ],
  [
    'saturated',
    {
      ko: '들어온 만큼 제때 끝내지 못해 줄이 계속 길어졌습니다.',
      en: 'less was done than came in, so the queue only grew.',
    },
  ],
  [
    'foreign-cpu',
    {
      ko: '다른 프로그램이 프로세서를 썼습니다. 처리량보다 비율이 덜 흔들립니다.',
      en: 'other programs used the processors. Ratios suffer less than rates.',
    },
  ],
  [
    'clocks-disagree',
    {
      ko: '리틀의 법칙과 어긋납니다. 잰 시간을 믿기 어렵습니다.',
      en: "Little's law does not hold: the times are doubtful.",
    },
  ],
  [
    'coordinated-omission',
    {
      ko: '닫힌 루프라서 멈춘 동안 올 사람들이 빠졌습니다. 지연 시간은 안전하지 않은 값입니다.',
      en: 'a closed loop leaves out those who would have come while it waited: its latency is unsafe.',
    },
  ],
  ['interrupted', { ko: '도중에 멈췄습니다.', en: 'it was broken off.' }],
  ['imported', { ko: '다른 프로그램이 남긴 기록입니다.', en: 'it was recorded by another program.' }],
]);

/** What was the limit, in a word or two. */
export const LIMITS: ReadonlyMap<string, Word> = new Map([
  ['client', { ko: '클라이언트', en: 'client' }],
  ['server-cpu', { ko: '프로세서', en: 'processors' }],
  ['disk', { ko: '디스크', en: 'disk' }],
  ['locks', { ko: '잠금', en: 'locks' }],
]);

/** Answers of verdicts, each with a sign. */
export const ANSWERS: Readonly<Record<Verdict['answer'], Word & { readonly sign: string }>> = {
  better: { sign: '▲', ko: '나음', en: 'better' },
  worse: { sign: '▼', ko: '못함', en: 'worse' },
  same: { sign: '=', ko: '같음', en: 'same' },
  undecided: { sign: '?', ko: '판정 보류', en: 'undecided' },
  advised: { sign: '→', ko: '권하는 크기', en: 'advised' },
  stated: { sign: '·', ko: '잰 값', en: 'measured' },
  passed: { sign: '✓', ko: '검사 통과', en: 'check passed' },
  failed: { sign: '✕', ko: '검사 실패', en: 'check failed' },
};

/** Stages of a connection. */
export const STAGE_NAMES: Readonly<Record<Stage, Word>> = {
  lookup: { ko: '이름 찾기', en: 'Name lookup' },
  tcp: { ko: '소켓 연결', en: 'Socket connect' },
  sslAnswer: { ko: 'SSL 응답', en: 'SSL answer' },
  tls: { ko: 'TLS 협상', en: 'TLS handshake' },
  startup: { ko: '시작 요청', en: 'Start-up' },
  challenge: { ko: '인증 질문', en: 'Challenge' },
  derivation: { ko: '키 만들기', en: 'Key derivation' },
  backend: { ko: '백엔드 준비', en: 'Back-end' },
  firstQuery: { ko: '첫 질의', en: 'First query' },
  secondQuery: { ko: '두 번째 질의', en: 'Second query' },
  close: { ko: '닫기', en: 'Close' },
};

/** Parts of a mean response. */
export const PARTS = {
  acquire: { ko: '연결 기다림', en: 'Acquire' },
  query: { ko: '질의', en: 'Query' },
  client: { ko: '쥔 채 클라이언트가 쓴 시간', en: 'Client, holding it' },
  other: { ko: '나머지', en: 'Other' },
} as const satisfies Readonly<Record<string, Word>>;
