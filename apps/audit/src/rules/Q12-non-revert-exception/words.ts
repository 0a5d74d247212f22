import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'An exception instead of revert', ko: 'revert 대신 예외를 던집니다' },
  advice: {
    en: 'Call `revert(message, code)` with a constant message.',
    ko: '고정된 메시지로 `revert(message, code)`를 호출하세요.',
  },
  says: {
    raised: {
      en: ({ exception, method }) =>
        `${exception} can leave ${method}: the receipt then holds a general failure without message and code.`,
      ko: ({ exception, method }) =>
        `\`${exception}\` 예외가 \`${method}\` 메서드 밖으로 나갑니다. 영수증에는 메시지와 코드가 없는 일반 오류만 남습니다.`,
    },
  },
} satisfies RuleWords<{ raised: { exception: string; method: string } }>;
