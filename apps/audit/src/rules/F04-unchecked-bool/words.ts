import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'The answer of a check is not looked at', ko: '확인한 결과를 보지 않습니다' },
  advice: {
    en: 'Revert when the answer is not the wanted one, or let the check revert by itself.',
    ko: '원하는 답이 아니면 revert하거나, 검사 메서드가 스스로 revert하게 하세요.',
  },
  says: {
    dropped: {
      en: ({ call }) => `${call} answers with a bool and has no effect; here the answer is dropped.`,
      ko: ({ call }) => `\`${call}\` 호출은 bool로 답할 뿐 다른 효과가 없는데, 여기서 그 답을 버립니다.`,
    },
    removal: {
      en: ({ call }) => `${call} says whether anything was removed; nobody looks at it.`,
      ko: ({ call }) => `\`${call}\` 호출은 제거했는지를 알려 주지만 아무도 보지 않습니다.`,
    },
  },
} satisfies RuleWords<{ dropped: { call: string }; removal: { call: string } }>;
