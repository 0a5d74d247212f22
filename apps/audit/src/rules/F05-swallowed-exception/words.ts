import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A failed call is passed over', ko: '실패한 호출을 그냥 지나칩니다' },
  advice: {
    en: 'Remove the try, revert in the handler, or store what is owed.',
    ko: 'try를 없애거나, except에서 revert하거나, 갚아야 할 금액을 저장하세요.',
  },
  says: {
    swallowed: {
      en: ({ call }) => `${call} may fail here, and the method goes on as if it had not.`,
      ko: ({ call }) => `\`${call}\` 호출이 실패해도 메서드는 성공한 것처럼 계속됩니다.`,
    },
    onlyTold: {
      en: ({ call }) => `When ${call} fails, only a log line or an event is left.`,
      ko: ({ call }) => `\`${call}\` 호출이 실패하면 로그나 이벤트만 남습니다.`,
    },
  },
} satisfies RuleWords<{ swallowed: { call: string }; onlyTold: { call: string } }>;
