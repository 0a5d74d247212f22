import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'Decorator returns a function without @wraps',
    ko: '데코레이터가 @wraps 없는 함수를 돌려줍니다',
  },
  advice: {
    en: 'Put @wraps(func) above the inner function; wraps comes with the star import of iconservice.',
    ko: '내부 함수 위에 @wraps(func)를 붙이세요. wraps는 iconservice의 * 가져오기에 들어 있습니다.',
  },
  says: {
    below: {
      en: ({ decorator, inner, method }) =>
        `${decorator} hands ${inner} without @wraps to the API decorator of ${method}: the contract does not load.`,
      ko: ({ decorator, inner, method }) =>
        `\`${decorator}\` 데코레이터가 @wraps 없는 \`${inner}\` 함수를 \`${method}\` 메서드의 API 데코레이터에 넘깁니다. 불러올 수 없습니다.`,
    },
    nested: {
      en: ({ method }) =>
        `${method} is not a method of a class at the top of a module: the API decorator does not load there.`,
      ko: ({ method }) =>
        `\`${method}\` 함수는 모듈 맨 위 클래스의 메서드가 아닙니다. 여기서는 API 데코레이터를 불러올 수 없습니다.`,
    },
    above: {
      en: ({ decorator, inner, method }) =>
        `${decorator} replaces ${method} by ${inner} without @wraps: the method drops out of the API.`,
      ko: ({ decorator, inner, method }) =>
        `\`${decorator}\` 데코레이터가 \`${method}\` 메서드를 @wraps 없는 \`${inner}\` 함수로 바꿉니다. 메서드가 API에서 빠집니다.`,
    },
  },
} satisfies RuleWords<{
  below: { decorator: string; inner: string; method: string };
  nested: { method: string };
  above: { decorator: string; inner: string; method: string };
}>;
