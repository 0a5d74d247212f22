import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'Supply changes without a Transfer from or to zero',
    ko: '영 주소 Transfer 없이 발행량이 바뀝니다',
  },
  advice: {
    en: 'Emit Transfer from the zero address for a mint and to the zero address for a burn.',
    ko: '발행할 때는 영 주소에서, 소각할 때는 영 주소로 보내는 Transfer를 내세요.',
  },
  says: {
    none: {
      en: ({ item, method }) => `${method} changes the supply ${item} and emits no Transfer.`,
      ko: ({ item, method }) =>
        `\`${method}\` 메서드가 발행량 \`${item}\` 항목을 바꾸면서 Transfer 이벤트를 내지 않습니다.`,
    },
    notZero: {
      en: ({ item, method }) =>
        `${method} changes the supply ${item}, but its Transfer neither comes from nor goes to the zero address.`,
      ko: ({ item, method }) =>
        `\`${method}\` 메서드가 발행량 \`${item}\` 항목을 바꾸는데, Transfer 이벤트의 어느 쪽도 영 주소가 아닙니다.`,
    },
    install: {
      en: ({ item }) =>
        `The first allocation sets the supply ${item} without a Transfer from the zero address.`,
      ko: ({ item }) =>
        `처음 배분할 때 발행량 \`${item}\` 항목을 정하면서 영 주소에서 보내는 Transfer 이벤트를 내지 않습니다.`,
    },
  },
} satisfies RuleWords<{
  none: { item: string; method: string };
  notZero: { item: string; method: string };
  install: { item: string };
}>;
