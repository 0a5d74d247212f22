import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'The returned type is not the declared one', ko: '반환값의 타입이 선언과 다릅니다' },
  advice: {
    en: 'Declare the type that is returned, or convert the value to the declared one.',
    ko: '실제로 반환하는 타입을 선언하거나, 값을 선언한 타입으로 바꾸어 반환하세요.',
  },
  says: {
    type: {
      en: ({ method, declared, returned }) => `${method} declares ${declared} and returns ${returned}.`,
      ko: ({ method, declared, returned }) =>
        `\`${method}\` 메서드의 선언은 \`${declared}\` 타입인데 반환값은 \`${returned}\` 타입입니다.`,
    },
    container: {
      en: ({ method, container }) =>
        `${method} returns the container ${container} itself; it cannot be encoded.`,
      ko: ({ method, container }) =>
        `\`${method}\` 메서드가 \`${container}\` 컨테이너 자체를 반환합니다. 컨테이너는 인코딩할 수 없습니다.`,
    },
    uncalled: {
      en: ({ method, value }) =>
        `${method} returns ${value} itself and not what it gives; it cannot be encoded.`,
      ko: ({ method, value }) =>
        `\`${method}\` 메서드가 호출한 결과가 아니라 \`${value}\` 자체를 반환합니다. 함수나 타입은 인코딩할 수 없습니다.`,
    },
  },
} satisfies RuleWords<{
  type: { method: string; declared: string; returned: string };
  container: { method: string; container: string };
  uncalled: { method: string; value: string };
}>;
