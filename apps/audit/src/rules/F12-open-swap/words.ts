import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Anyone may start a swap at any price', ko: '누구나 아무 가격에나 스왑을 시작할 수 있습니다' },
  advice: {
    en: 'Name a least amount to receive that the caller does not choose, and check the caller.',
    ko: '호출자가 고르지 않는 최소 수령량을 정하고, 호출자를 확인하세요.',
  },
  says: {
    none: {
      en: ({ entry, call }) => `${entry} lets any caller start ${call}, and no least amount is named.`,
      ko: ({ entry, call }) =>
        `\`${entry}\` 메서드로 누구나 \`${call}\` 호출을 시작할 수 있고 최소 수령량이 없습니다.`,
    },
    callerChooses: {
      en: ({ entry, call, parameter }) =>
        `${entry} lets any caller start ${call} and choose the least amount in ${parameter}.`,
      ko: ({ entry, call, parameter }) =>
        `\`${entry}\` 메서드로 누구나 \`${call}\` 호출을 시작하고 \`${parameter}\` 매개변수로 최소 수령량까지 고를 수 있습니다.`,
    },
    lost: {
      en: ({ entry, parameter }) =>
        `The caller of ${entry} names a least amount in ${parameter}, but this test is never true: less is paid all the same.`,
      ko: ({ entry, parameter }) =>
        `\`${entry}\` 메서드의 호출자가 \`${parameter}\` 매개변수로 최소 수령량을 정하지만 이 조건은 참이 될 수 없어 그보다 적게 지급됩니다.`,
    },
    unread: {
      en: ({ method, parameter }) =>
        `${method} takes a least amount in ${parameter} and never looks at it: less is paid all the same.`,
      ko: ({ method, parameter }) =>
        `\`${method}\` 메서드는 \`${parameter}\` 매개변수로 최소 수령량을 받지만 한 번도 보지 않아 그보다 적게 지급됩니다.`,
    },
  },
} satisfies RuleWords<{
  none: { entry: string; call: string };
  callerChooses: { entry: string; call: string; parameter: string };
  lost: { entry: string; parameter: string };
  unread: { method: string; parameter: string };
}>;
