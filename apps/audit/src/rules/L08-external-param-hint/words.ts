import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'External parameter has no usable type', ko: '외부 메서드의 매개변수 타입을 쓸 수 없습니다' },
  advice: {
    en: 'Use int, str, bytes, bool or Address; `List[...]` or a TypedDict where the network supports them.',
    ko: 'int, str, bytes, bool, Address를 쓰세요. 네트워크가 지원하면 `List[...]`나 TypedDict도 됩니다.',
  },
  says: {
    untyped: {
      en: ({ method, parameter }) =>
        `\`${parameter}\` of \`${method}\` has no type: one engine refuses it, the other hands over text.`,
      ko: ({ method, parameter }) =>
        `\`${method}\` 메서드의 \`${parameter}\` 매개변수에 타입이 없습니다. 한 엔진은 거부하고 다른 엔진은 문자열로 넘깁니다.`,
    },
    type: {
      en: ({ method, parameter, type }) =>
        `\`${parameter}\` of \`${method}\` is declared \`${type}\`, which a transaction cannot carry.`,
      ko: ({ method, parameter, type }) =>
        `\`${method}\` 메서드의 \`${parameter}\` 매개변수는 \`${type}\` 타입인데, 트랜잭션에 담을 수 없는 타입입니다.`,
    },
    kind: {
      en: ({ method, parameter }) =>
        `\`${method}\` takes \`${parameter}\`: external methods take plain named parameters only.`,
      ko: ({ method, parameter }) =>
        `\`${method}\` 메서드에 \`${parameter}\` 매개변수가 있습니다. 외부 메서드는 이름이 정해진 평범한 매개변수만 받습니다.`,
    },
  },
} satisfies RuleWords<{
  untyped: { method: string; parameter: string };
  type: { method: string; parameter: string; type: string };
  kind: { method: string; parameter: string };
}>;
