import { definePhrases } from '../phrase/define-phrases.ts';

export const s7 = definePhrases('s7', {
  everyQuery: {
    en: '{workload}: one connect per {uses} query serves {times} what kept connections do.',
    ko: '{workload}: 질의 {uses}건마다 새로 연결하면 처리량은 연결을 두고 쓸 때의 {times}입니다.',
  },
  everyQueries: {
    en: '{workload}: one connect per {uses} queries serves {times} what kept connections do.',
    ko: '{workload}: 질의 {uses}건마다 새로 연결하면 처리량은 연결을 두고 쓸 때의 {times}입니다.',
  },
  connects: {
    en: '{arm}: {opened} connections were opened, {expected} by its rule.',
    ko: '‘{arm}’: 새로 연 연결은 {opened}개, 규칙대로라면 {expected}개입니다.',
  },
});
