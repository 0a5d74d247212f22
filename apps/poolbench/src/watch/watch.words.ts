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
  roundOf: { ko: '{scenario}, {rounds}회차 가운데 {round}회차', en: '{scenario}, round {round} of {rounds}' },
  left: { ko: '약 {time} 남음', en: 'about {time} left' },
  minutes: { ko: '{minutes}분 {seconds}초', en: '{minutes} min {seconds} s' },
  seconds: { ko: '{seconds}초', en: '{seconds} s' },
  found: { ko: '방금 알아낸 것:', en: 'Found last:' },
  bothSides: { ko: '클라이언트와 PostgreSQL, 지난 2분', en: 'Client and PostgreSQL, the last two minutes' },
  rate: { ko: '처리량', en: 'Operations' },
  p99: { ko: '응답 시간 p99', en: 'Response p99' },
  inUse: { ko: '사용 중', en: 'In use' },
  waiting: { ko: '대기 중', en: 'Waiting' },
  eventLoop: { ko: '이벤트 루프', en: 'Event loop' },
  cells: { ko: '잰 셀', en: 'Cells' },
  failed: { ko: '실패', en: 'Failed' },
  clientAnswer: {
    ko: '초마다 {rate}건, 100건 가운데 99건이 {ms} ms 안에',
    en: '{rate} operations per second, 99 of 100 within {ms} ms',
  },
  serverAnswer: {
    ko: 'PostgreSQL은 초마다 커밋 {commits}번, 일하는 백엔드 {active}개',
    en: 'PostgreSQL: {commits} commits per second, {active} back-ends active',
  },
});

export type SayWatch = ReturnType<typeof watchWords>;
