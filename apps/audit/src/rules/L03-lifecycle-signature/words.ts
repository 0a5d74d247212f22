import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'Signature of on_install or on_update is refused',
    ko: 'on_install, on_update의 매개변수가 허용되지 않습니다',
  },
  advice: {
    en: 'Name every parameter and give it one of the types int, str, bytes, bool or Address.',
    ko: '매개변수마다 이름을 적고 int, str, bytes, bool, Address 가운데 하나를 타입으로 적으세요.',
  },
  says: {
    kind: {
      en: ({ method, parameter }) =>
        `\`${method}\` takes \`${parameter}\`: deployment parameters must be plain named ones.`,
      ko: ({ method, parameter }) =>
        `\`${method}\` 메서드에 \`${parameter}\` 매개변수가 있습니다. 배포 매개변수는 이름이 정해진 평범한 것이어야 합니다.`,
    },
    untyped: {
      en: ({ method, parameter }) =>
        `\`${parameter}\` of \`${method}\` has no type: the engine cannot convert what the deployer sends.`,
      ko: ({ method, parameter }) =>
        `\`${method}\` 메서드의 \`${parameter}\` 매개변수에 타입이 없습니다. 엔진이 배포 값을 변환할 수 없습니다.`,
    },
    type: {
      en: ({ method, parameter, type }) =>
        `\`${parameter}\` of \`${method}\` is a \`${type}\`, which cannot be sent with a deployment.`,
      ko: ({ method, parameter, type }) =>
        `\`${method}\` 메서드의 \`${parameter}\` 매개변수는 \`${type}\` 타입인데, 배포할 때 보낼 수 없는 타입입니다.`,
    },
  },
} satisfies RuleWords<{
  kind: { method: string; parameter: string };
  untyped: { method: string; parameter: string };
  type: { method: string; parameter: string; type: string };
}>;
