import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Signature differs from IRC2', ko: 'IRC2와 시그니처가 다릅니다' },
  advice: {
    en: 'Use the names, the order and the types of IRC2: callers pass parameters by name.',
    ko: 'IRC2의 이름, 순서, 타입을 그대로 쓰세요. 호출하는 쪽은 매개변수를 이름으로 넘깁니다.',
  },
  says: {
    order: {
      en: ({ method, got, want }) => `${method} takes (${got}); IRC2 takes (${want}).`,
      ko: ({ method, got, want }) =>
        `\`${method}\` 메서드의 매개변수는 \`(${got})\`입니다. IRC2의 매개변수는 \`(${want})\`입니다.`,
    },
    name: {
      en: ({ method, got, want }) => `${method} calls its parameter ${got}; IRC2 calls it ${want}.`,
      ko: ({ method, got, want }) =>
        `\`${method}\` 메서드의 매개변수 이름은 \`${got}\`입니다. IRC2의 이름은 \`${want}\`입니다.`,
    },
    absent: {
      en: ({ method, want }) => `${method} has no parameter ${want}, which IRC2 callers may pass.`,
      ko: ({ method, want }) => `\`${method}\` 메서드에 IRC2 매개변수 \`${want}\` 항목이 없습니다.`,
    },
    type: {
      en: ({ method, part, got, want }) => `${method} declares ${got} for ${part}; IRC2 has ${want}.`,
      ko: ({ method, part, got, want }) =>
        `\`${method}\` 메서드의 ${part} 타입은 \`${got}\`입니다. IRC2의 타입은 \`${want}\`입니다.`,
    },
  },
} satisfies RuleWords<{
  order: { method: string; got: string; want: string };
  name: { method: string; got: string; want: string };
  absent: { method: string; want: string };
  type: { method: string; part: string; got: string; want: string };
}>;
