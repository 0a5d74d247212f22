import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'Builtin that is blocked or reaches the host',
    ko: '막혀 있거나 호스트에 닿는 내장 기능을 씁니다',
  },
  advice: {
    en: 'Write the logic as plain code, and give a method or attribute another name than exec, eval, compile or __import__.',
    ko: '평범한 코드로 바꾸어 쓰세요. 메서드와 속성에는 exec, eval, compile, __import__가 아닌 이름을 붙이세요.',
  },
  says: {
    blocked: {
      en: ({ name }) =>
        `\`${name}\` is on the loader's list of blocked names: the package is refused, whatever the name stands for.`,
      ko: ({ name }) =>
        `\`${name}\` 이름은 로더의 차단 목록에 있습니다. 무엇을 가리키든 패키지가 거부됩니다.`,
    },
    host: {
      en: ({ call }) => `\`${call}\` reaches the machine of the node, and nodes are not alike.`,
      ko: ({ call }) => `\`${call}\` 호출은 노드가 도는 컴퓨터에 닿습니다. 노드마다 환경이 다릅니다.`,
    },
  },
} satisfies RuleWords<{ blocked: { name: string }; host: { call: string } }>;
