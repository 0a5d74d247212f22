import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Stored balance may fall below zero', ko: '저장된 잔액이 0 아래로 내려갈 수 있습니다' },
  advice: {
    en: 'Before the subtraction revert if the stored value is smaller than the amount, both in the same unit.',
    ko: '빼기 전에 저장된 값이 금액보다 작으면 revert하세요. 두 값의 단위는 같아야 합니다.',
  },
  says: {
    unchecked: {
      en: ({ item, amount }) =>
        `${amount} is taken from ${item}, and nothing makes sure that ${item} is at least that much.`,
      ko: ({ item, amount }) =>
        `\`${item}\` 항목에서 \`${amount}\` 값을 빼지만, 항목의 값이 그보다 크거나 같은지 확인하지 않습니다.`,
    },
    rest: {
      en: ({ amount, entry }) =>
        `${entry} counts ${amount}, which the caller names, and nothing makes sure that self.msg.value is at least that much.`,
      ko: ({ amount, entry }) =>
        `\`${entry}\` 메서드는 호출자가 정한 \`${amount}\` 값을 그대로 반영하지만, self.msg.value가 그만큼 되는지 확인하지 않습니다.`,
    },
    otherValue: {
      en: ({ item, amount, checked }) =>
        `${amount} is taken from ${item}, but what was compared with it is ${checked}.`,
      ko: ({ item, amount, checked }) =>
        `\`${item}\` 항목에서 \`${amount}\` 값을 빼지만, 이 항목과 비교한 것은 \`${checked}\` 값입니다.`,
    },
  },
} satisfies RuleWords<{
  unchecked: { item: string; amount: string };
  rest: { amount: string; entry: string };
  otherValue: { item: string; amount: string; checked: string };
}>;
