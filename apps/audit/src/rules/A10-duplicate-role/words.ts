import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A role can be given twice and taken once', ko: '역할은 두 번 주고 한 번만 거둡니다' },
  advice: {
    en: 'Keep the role in a DictDB of bool, or refuse an account that is in the array already.',
    ko: '역할을 bool 값의 DictDB에 두거나, 이미 배열에 있는 계정은 거부하세요.',
  },
  says: {
    duplicate: {
      en: ({ item, removal }) =>
        `${item} takes the same account twice, and ${removal} removes one entry only.`,
      ko: ({ item, removal }) =>
        `\`${item}\` 배열에 같은 계정이 두 번 들어갈 수 있는데, \`${removal}\` 메서드는 한 항목만 지웁니다.`,
    },
  },
} satisfies RuleWords<{ duplicate: { item: string; removal: string } }>;
