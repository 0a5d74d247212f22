import { definePhrases } from '../phrase/define-phrases.ts';

export const s12 = definePhrases('s12', {
  terminatedOne: {
    en: '{arm}: when its back-end was terminated, {failures}; {answer}, {rate}.',
    ko: '‘{arm}’: 백엔드를 끊자 {failures}. {answer}. {rate}.',
  },
  terminatedAll: {
    en: '{arm}: when all {count} back-ends were terminated, {failures}; {answer}, {rate}.',
    ko: '‘{arm}’: 백엔드 {count}개를 모두 끊자 {failures}. {answer}. {rate}.',
  },
  restarted: {
    en: '{arm}: when the server was restarted, which took {seconds} s, {failures}; {answer}, {rate}.',
    ko: '‘{arm}’: 서버를 {seconds}초 걸려 다시 띄우자 {failures}. {answer}. {rate}.',
  },
  silent: { en: 'no answer came any more', ko: '그 뒤로 답이 오지 않았습니다' },
  steady: { en: 'no {ms} ms were without an answer', ko: '답이 {ms} ms 넘게 끊긴 적이 없습니다' },
  answered: {
    en: 'the first answer came within {ms} ms of its beginning',
    ko: '시작한 뒤 {ms} ms 안에 첫 답이 왔습니다',
  },
  notBack: {
    en: 'and the rate did not come back while it was watched',
    ko: '지켜보는 동안 처리량은 돌아오지 않았습니다',
  },
  back: { en: 'and the rate was back after {ms} ms', ko: '처리량은 {ms} ms 뒤에 돌아왔습니다' },

  notRestarted: {
    en: 'The server was not restarted under load, since it is not ours. Leave out --dsn to measure that.',
    ko: '부하를 건 채 서버를 다시 띄우는 측정은 뺐습니다. 우리 서버가 아니기 때문입니다. 재려면 --dsn을 빼세요.',
  },
  settled: {
    en: 'No operation hung: each of {offered} was answered or failed, in {cells} disturbed cells.',
    ko: '결과 없이 남은 연산이 없습니다. 방해를 준 셀 {cells}개에서 연산 {offered}건이 모두 답을 받거나 실패했습니다.',
  },
  hung: {
    en: '{hung} of {offered} operations neither answered nor failed after their connection was lost.',
    ko: '연결을 잃은 뒤 연산 {offered}건 가운데 {hung}건이 답도 실패도 받지 못했습니다.',
  },
});
