import { definePhrases } from '../phrase/define-phrases.ts';

/** What is said of a run as a whole. */
export const ofRun = definePhrases('run', {
  notCounted: {
    en: 'The server does not count statements, so what was sent could not be compared with it. Add pg_stat_statements to shared_preload_libraries and create the extension.',
    ko: '서버가 문장을 세지 않아, 보낸 것과 견줄 수 없었습니다. shared_preload_libraries에 pg_stat_statements를 넣고 확장을 만드세요.',
  },
  counted: {
    en: 'The server counted exactly the {count} statements that were answered.',
    ko: '서버가 센 문장은 답을 받은 {count}건과 정확히 같습니다.',
  },
  miscounted: {
    en: 'The server counted other statements than were answered: {differences}.',
    ko: '서버가 센 문장은 답을 받은 것과 다릅니다: {differences}.',
  },
  difference: {
    en: '"{statement}" was answered {answered} times, but the server counted {served}',
    ko: '"{statement}"의 답은 {answered}건, 서버가 센 것은 {served}건',
  },

  notMeasured: {
    en: '{arm} {workload} was not measured, so it missed its threshold.',
    ko: '‘{arm}’ {workload}: 재지 않았으므로 기준에 미치지 못했습니다.',
  },
  rate: {
    en: '{cell}: {rate} operations per second; at least {asked} are asked for.',
    ko: '{cell}: 초당 {rate}건을 처리했습니다. 기준은 {asked}건 이상입니다.',
  },
  p99: {
    en: '{cell}: 99 % of the responses within {ms} ms; at most {asked} ms are asked for.',
    ko: '{cell}: 응답의 99%가 {ms} ms 안에 왔습니다. 기준은 {asked} ms 이하입니다.',
  },
  p99Unknown: {
    en: '{cell}: too few samples to tell its p99; at most {asked} ms are asked for.',
    ko: '{cell}: p99를 말하기에는 표본이 모자랍니다. 기준은 {asked} ms 이하입니다.',
  },

  logBroken: {
    en: 'The log of this run is not whole: {message}',
    ko: '이 측정의 기록이 온전하지 않습니다: {message}',
  },
});
