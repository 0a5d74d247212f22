import { definePhrases } from '../phrase/define-phrases.ts';
import { STAGES, type Stage } from '../prober/stages.ts';
import { STAGE_NAMES } from '../report/html/terms.words.ts';

type StageMessage = Readonly<Record<'en' | 'ko', `${string} {ms}`>>;

/** `tcp 0.21` and `소켓 연결 0.21`. */
const stages = Object.fromEntries(
  STAGES.map((stage): [string, StageMessage] => [
    stage,
    { en: `${stage} {ms}`, ko: `${STAGE_NAMES[stage].ko} {ms}` },
  ]),
) as Readonly<Record<Stage, StageMessage>>;

export const s1 = definePhrases('s1', {
  ...stages,
  costs: {
    en: 'A new connection{way} costs {ms} ms before it can be used ({authentication}, {tls}, median of {count}): {stages} ms.',
    ko: '새 연결{way} 하나를 쓸 수 있게 되기까지 {ms} ms 걸립니다({authentication}, {tls}, {count}번의 중앙값). 단계마다 {stages} ms입니다.',
  },
  over: { en: ' over {route}', ko: '({route})' },
  noTls: { en: 'no TLS', ko: 'TLS 없음' },
  sums: {
    en: 'The stages of each of {count} connections add up to its whole time within {worst} %.',
    ko: '연결 {count}개 모두에서, 단계를 더한 시간과 전체 시간의 차이는 {worst}% 안에 듭니다.',
  },
  entrances: {
    en: 'The server let {right} of {count} connections in by the authentication and the TLS that their cells are named by.',
    ko: '연결 {count}개 가운데 {right}개가 셀 이름대로의 인증과 TLS로 서버에 들어갔습니다.',
  },

  overPlain: {
    en: 'TLS 1.3 adds {more} to a new connection ({times}×){doubt}.',
    ko: 'TLS 1.3을 쓰면 새 연결은 {more} 더 걸립니다({times}배){doubt}.',
  },
  overTrust: {
    en: 'SCRAM costs a new connection {more} more than trust ({times}×){doubt}.',
    ko: 'SCRAM으로 여는 새 연결은 trust보다 {more} 더 걸립니다({times}배){doubt}.',
  },
  overMd5: {
    en: 'SCRAM costs a new connection {more} more than MD5 ({times}×){doubt}.',
    ko: 'SCRAM으로 여는 새 연결은 MD5보다 {more} 더 걸립니다({times}배){doubt}.',
  },
  binding: {
    en: 'Binding SCRAM to the TLS connection adds {more} ({times}×){doubt}.',
    ko: 'SCRAM을 TLS 연결에 묶으면(채널 바인딩) {more} 더 걸립니다({times}배){doubt}.',
  },
  overSocket: {
    en: 'A Unix socket in place of TCP saves a new connection {more} ({times}×){doubt}.',
    ko: 'TCP로 여는 새 연결은 유닉스 소켓보다 {more} 더 걸립니다({times}배){doubt}.',
  },
  more: { en: '{ms} ms [{low} to {high}]', ko: '{ms} ms [{low}~{high}]' },
  moreInRange: { en: '{ms} ms [range {low} to {high}]', ko: '{ms} ms [범위 {low}~{high}]' },
  noMatter: { en: ', which makes no difference that matters', ko: '. 의미 있는 차이는 아닙니다' },
  noise: { en: ', which is not told from noise', ko: '. 잡음과 가릴 수 없습니다' },
});
