import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Event declaration that the engine refuses', ko: '엔진이 거부하는 이벤트 선언' },
  advice: {
    en: 'Declare `self`, then typed parameters (int, str, bytes, bool, Address), and index at most three of them.',
    ko: '`self` 다음에 타입이 있는 매개변수(int, str, bytes, bool, Address)를 적고, 인덱스는 그중 세 개까지만 두세요.',
  },
  says: {
    indexed: {
      en: ({ event, indexed, limit }) =>
        `\`${event}\` indexes ${indexed} parameters, but at most ${limit} can be indexed here.`,
      ko: ({ event, indexed, limit }) =>
        `\`${event}\` 이벤트가 매개변수 ${indexed}개를 인덱스하는데, 여기서는 ${limit}개까지만 됩니다.`,
    },
    positional: {
      en: ({ event, argument }) =>
        `\`@eventlog(${argument})\` of \`${event}\` does not load: the number must be named, \`indexed=${argument}\`.`,
      ko: ({ event, argument }) =>
        `\`${event}\` 이벤트의 \`@eventlog(${argument})\` 선언은 불러올 수 없습니다. \`indexed=${argument}\`처럼 이름을 적어야 합니다.`,
    },
    self: {
      en: ({ event }) => `The first parameter of \`${event}\` is not \`self\`.`,
      ko: ({ event }) => `\`${event}\` 이벤트의 첫 매개변수가 \`self\`가 아닙니다.`,
    },
    type: {
      en: ({ event, parameter, type }) =>
        `\`${parameter}\` of \`${event}\` is declared \`${type}\`, which an event cannot carry.`,
      ko: ({ event, parameter, type }) =>
        `\`${event}\` 이벤트의 \`${parameter}\` 매개변수는 \`${type}\` 타입으로 선언되었는데, 이벤트에 담을 수 없는 타입입니다.`,
    },
    untyped: {
      en: ({ event, parameter }) => `\`${parameter}\` of \`${event}\` has no type.`,
      ko: ({ event, parameter }) => `\`${event}\` 이벤트의 \`${parameter}\` 매개변수에 타입이 없습니다.`,
    },
  },
} satisfies RuleWords<{
  indexed: { event: string; indexed: number | string; limit: number };
  positional: { event: string; argument: string };
  self: { event: string };
  type: { event: string; parameter: string; type: string };
  untyped: { event: string; parameter: string };
}>;
