import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Call does not fit what it calls', ko: '호출이 선언과 맞지 않습니다' },
  advice: {
    en: 'Pass the declared parameters in their order and with their types.',
    ko: '선언된 매개변수를 순서와 타입에 맞게 넘기세요.',
  },
  says: {
    missing: {
      en: ({ call, parameter }) => `${call} is called without ${parameter}.`,
      ko: ({ call, parameter }) => `\`${call}\` 호출에 \`${parameter}\` 인자가 빠졌습니다.`,
    },
    self: {
      en: ({ call }) => `${call} is called without self: the engine before goloop refuses that.`,
      ko: ({ call }) => `\`${call}\` 호출에 self가 빠졌습니다. goloop 이전 엔진은 이 호출을 거부합니다.`,
    },
    surplus: {
      en: ({ call, takes, given }) => `${call} takes ${takes} arguments and gets ${given}.`,
      ko: ({ call, takes, given }) => `\`${call}\` 호출은 인자 ${takes}개를 받는데 ${given}개를 넘깁니다.`,
    },
    keyword: {
      en: ({ call, keyword }) => `${call} has no parameter ${keyword}.`,
      ko: ({ call, keyword }) => `\`${call}\` 호출이 없는 매개변수 \`${keyword}\` 이름을 씁니다.`,
    },
    type: {
      en: ({ call, parameter, want, got }) => `${call} wants ${want} for ${parameter} and gets ${got}.`,
      ko: ({ call, parameter, want, got }) =>
        `\`${call}\` 호출의 \`${parameter}\` 인자 타입은 \`${want}\`입니다. 넘긴 값은 \`${got}\`입니다.`,
    },
    json: {
      en: ({ value, kind }) => `${value} is of type ${kind}: json_dumps cannot write it, and this raises.`,
      ko: ({ value, kind }) =>
        `\`${value}\` 값은 ${kind} 타입이라서 json_dumps가 JSON으로 쓸 수 없고, 여기서 예외가 납니다.`,
    },
    operands: {
      en: ({ expression, operator, left, right }) =>
        `${expression} raises: ${operator} takes no ${left} and ${right}.`,
      ko: ({ expression, operator, left, right }) =>
        `\`${expression}\` 식에서 예외가 납니다. \`${operator}\` 연산자는 ${left}, ${right} 값을 함께 받지 않습니다.`,
    },
    undeclared: {
      en: ({ method, owner }) =>
        `${owner} declares no method ${method}: the call fails here and reaches nobody.`,
      ko: ({ method, owner }) =>
        `\`${owner}\` 인터페이스에는 \`${method}\` 메서드 선언이 없습니다. 호출은 여기서 실패합니다.`,
    },
    similar: {
      en: ({ method, owner, meant }) =>
        `${owner} declares no method ${method}: the call fails here; did you mean ${meant}?`,
      ko: ({ method, owner, meant }) =>
        `\`${owner}\` 인터페이스에는 \`${method}\` 메서드 선언이 없습니다. \`${meant}\` 메서드를 쓰려던 것인가요?`,
    },
    uncalled: {
      en: ({ call, value }) => `${call} raises: ${value} is a method itself and was not called.`,
      ko: ({ call, value }) =>
        `\`${call}\` 호출에서 예외가 납니다. \`${value}\` 자체가 메서드인데 호출하지 않았습니다.`,
    },
    container: {
      en: ({ kind, method }) => `${kind} has no method ${method}: this raises.`,
      ko: ({ kind, method }) => `${kind}에는 \`${method}\` 메서드가 없습니다. 여기서 예외가 납니다.`,
    },
  },
} satisfies RuleWords<{
  missing: { call: string; parameter: string };
  self: { call: string };
  surplus: { call: string; takes: number; given: number };
  keyword: { call: string; keyword: string };
  type: { call: string; parameter: string; want: string; got: string };
  json: { value: string; kind: string };
  operands: { expression: string; operator: string; left: string; right: string };
  undeclared: { method: string; owner: string };
  similar: { method: string; owner: string; meant: string };
  uncalled: { call: string; value: string };
  container: { kind: string; method: string };
}>;
