import { defineWords } from '@madang/web';

export const watchWords = defineWords({
  live: { ko: '지금 재는 모습', en: 'Live' },
  running: { ko: '재는 중', en: 'running' },
  over: { ko: '끝난 측정', en: 'over' },
  lost: { ko: '연결이 끊겨 다시 잇는 중', en: 'Connection lost, trying again' },
  none: {
    ko: '보관한 측정이 없습니다. 재기 시작하면 여기에 나타납니다.',
    en: 'No run is kept here. One that begins shows up by itself.',
  },
  noPoints: { ko: '아직 잰 값이 없습니다.', en: 'Nothing has been measured yet.' },
  round: { ko: '{scenario}, {round}회차', en: '{scenario}, round {round}' },
  found: { ko: '방금 알아낸 것:', en: 'Found last:' },
  clientSide: { ko: '클라이언트 쪽', en: "The client's side" },
  serverSide: { ko: 'PostgreSQL 쪽', en: "PostgreSQL's side" },
  time: { ko: '시작부터 (초)', en: 'Since the start (s)' },
  perSecond: { ko: '건/s', en: 'per second' },
  count: { ko: '개', en: 'count' },
  rate: { ko: '처리량', en: 'Operations' },
  response: { ko: '응답 시간', en: 'Response time' },
  p99: { ko: '응답 시간 p99', en: 'Response p99' },
  connections: { ko: '연결', en: 'Connections' },
  inUse: { ko: '사용 중', en: 'In use' },
  waiting: { ko: '대기 중', en: 'Waiting' },
  eventLoop: { ko: '이벤트 루프', en: 'Event loop' },
  cells: { ko: '잰 셀', en: 'Cells' },
  failed: { ko: '실패', en: 'Failed' },
  active: { ko: '일하는 백엔드', en: 'Active back-ends' },
  onCpu: { ko: 'CPU', en: 'CPU' },
  onIo: { ko: '디스크', en: 'Disk' },
  onLock: { ko: '잠금', en: 'Locks' },
  onClient: { ko: '클라이언트', en: 'Client' },
  onOther: { ko: '그 밖', en: 'Other' },
  processors: { ko: '바쁜 프로세서', en: 'Busy processors' },
  commits: { ko: '커밋', en: 'Commits' },
  rateAnswer: { ko: '지금 초마다 {rate}건', en: '{rate} operations per second now' },
  p99Answer: { ko: '지금 100건 가운데 99건이 {ms} ms 안에', en: '99 of 100 answers within {ms} ms now' },
  poolAnswer: {
    ko: '연결 {inUse}개 사용 중, {waiting}건 대기 중',
    en: 'Connections in use: {inUse}, waiting for one: {waiting}',
  },
  loopAnswer: {
    ko: '이 프로세스의 이벤트 루프가 {share} 바쁨',
    en: "This client's event loop is {share} busy",
  },
  activeAnswer: {
    ko: '지난 셀에서 평균 {count}개의 백엔드가 일함',
    en: '{count} back-ends active on average in the last cell',
  },
  processorsAnswer: {
    ko: '지난 셀에서 서버가 프로세서 {count}개만큼 바쁨',
    en: 'The server kept {count} processors busy in the last cell',
  },
  commitsAnswer: { ko: '지난 셀에서 초마다 커밋 {rate}번', en: '{rate} commits per second in the last cell' },
});

export type SayWatch = ReturnType<typeof watchWords>;
