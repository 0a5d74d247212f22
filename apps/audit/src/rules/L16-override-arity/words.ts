import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Arguments do not fit the parent class', ko: '상위 클래스와 인자가 맞지 않습니다' },
  advice: {
    en: 'Pass exactly the parameters of the parent method, and give added parameters of an override a default.',
    ko: '상위 메서드의 매개변수를 그대로 넘기고, 재정의할 때 더한 매개변수에는 기본값을 주세요.',
  },
  says: {
    parentCall: {
      en: ({ call, parent, takes }) => `${call} does not fit ${parent}, which takes (${takes}).`,
      ko: ({ call, parent, takes }) =>
        `\`${call}\` 호출이 \`${parent}\` 메서드의 매개변수 \`(${takes})\` 목록과 맞지 않습니다.`,
    },
    override: {
      en: ({ method, takes, parent, wants }) =>
        `${method}(${takes}) overrides ${parent}(${wants}) and cannot take the same arguments.`,
      ko: ({ method, takes, parent, wants }) =>
        `\`${method}(${takes})\` 메서드가 \`${parent}(${wants})\` 메서드를 재정의하지만 같은 인자를 받지 못합니다.`,
    },
  },
} satisfies RuleWords<{
  parentCall: { call: string; parent: string; takes: string };
  override: { method: string; takes: string; parent: string; wants: string };
}>;
