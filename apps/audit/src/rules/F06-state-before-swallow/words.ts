import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'The entry is cleared although the payment failed', ko: '지급이 실패해도 장부는 지워집니다' },
  advice: {
    en: 'Put the entry back when the call fails, or let the failure revert everything.',
    ko: '호출이 실패하면 항목을 되돌리거나, 실패가 전체를 revert하게 하세요.',
  },
  says: {
    handler: {
      en: ({ item, call }) =>
        `${item} is written before ${call}; when the call fails, this handler leaves it so.`,
      ko: ({ item, call }) =>
        `\`${item}\` 항목을 \`${call}\` 호출 전에 씁니다. 호출이 실패해도 여기서 되돌리지 않습니다.`,
    },
    send: {
      en: ({ item, call }) =>
        `${item} is written before ${call}; when it returns False, nothing puts it back.`,
      ko: ({ item, call }) =>
        `\`${item}\` 항목을 \`${call}\` 호출 전에 씁니다. False가 돌아와도 되돌리는 곳이 없습니다.`,
    },
  },
} satisfies RuleWords<{ handler: { item: string; call: string }; send: { item: string; call: string } }>;
