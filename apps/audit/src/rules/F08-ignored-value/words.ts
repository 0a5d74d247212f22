import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A payable path keeps ICX without a word', ko: 'payable 경로가 ICX를 말없이 가져갑니다' },
  advice: {
    en: 'Revert on that path when self.msg.value is not 0, send it back, or take the method apart.',
    ko: '그 경로에서 self.msg.value가 0이 아니면 revert하거나 돌려주고, 또는 메서드를 나누세요.',
  },
  says: {
    never: {
      en: ({ entry }) => `${entry} is payable and never looks at self.msg.value.`,
      ko: ({ entry }) => `\`${entry}\` 메서드는 payable인데 self.msg.value를 전혀 보지 않습니다.`,
    },
    path: {
      en: ({ entry, condition }) => `When ${condition}, ${entry} ends without using self.msg.value.`,
      ko: ({ entry, condition }) =>
        `\`${condition}\` 경로에서 \`${entry}\` 메서드가 self.msg.value를 쓰지 않고 끝납니다.`,
    },
    surplus: {
      en: ({ entry }) =>
        `What is paid above the price in ${entry} is neither booked nor sent back, and no method pays it out.`,
      ko: ({ entry }) =>
        `\`${entry}\` 메서드에서 값보다 더 낸 ICX를 적지도 돌려주지도 않고, 내보내는 메서드도 없습니다.`,
    },
    nothing: {
      en: ({ entry }) => `${entry} takes every amount, and only some of them buy anything.`,
      ko: ({ entry }) => `\`${entry}\` 메서드는 어떤 금액이든 받지만, 일부 금액에만 대가를 줍니다.`,
    },
  },
} satisfies RuleWords<{
  never: { entry: string };
  path: { entry: string; condition: string };
  surplus: { entry: string };
  nothing: { entry: string };
}>;
