import { definePhrases } from '../phrase/define-phrases.ts';

export const s15 = definePhrases('s15', {
  same: {
    en: '{workload}: the same pool beside itself serves {times}; no difference below {floor} % is told from noise here.',
    ko: '{workload}: 같은 풀끼리 견준 처리량의 비는 {times}입니다. 여기서 {floor}%보다 작은 차이는 잡음과 가릴 수 없습니다.',
  },
  nothingFound: {
    en: '{workload}: nothing different was found where nothing is.',
    ko: '{workload}: 다를 것이 없는 둘 사이에서 차이가 나오지 않았습니다.',
  },
  somethingFound: {
    en: '{workload}: a difference was found where there is none.',
    ko: '{workload}: 다를 것이 없는 둘 사이에서 차이가 나왔습니다.',
  },
});
