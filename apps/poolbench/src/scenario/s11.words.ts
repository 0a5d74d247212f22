import { definePhrases } from '../phrase/define-phrases.ts';

export const s11 = definePhrases('s11', {
  driver: {
    en: '{workload}: {arm} serves {times} what {against} does.',
    ko: '{workload}: ‘{arm}’의 처리량은 ‘{against}’의 {times}입니다.',
  },
  sameText: {
    en: 'The server knows {known} of the {texts} statements by their very text, whichever driver sent them.',
    ko: '어느 드라이버가 보냈든, 서버는 문장 {texts}개 가운데 {known}개를 글자까지 같은 문장으로 압니다.',
  },
});
