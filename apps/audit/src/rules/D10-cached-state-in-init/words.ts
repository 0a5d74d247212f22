import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Constructor keeps a value that will change', ko: '바뀔 값을 생성자에서 붙잡아 둡니다' },
  advice: {
    en: 'Read the value where it is used: in a method or a property, not in `__init__`.',
    ko: '값은 `__init__`이 아니라 쓰는 곳, 곧 메서드나 프로퍼티에서 읽으세요.',
  },
  says: {
    state: {
      en: ({ attribute, source }) =>
        `\`${attribute}\` holds what \`${source}\` was when this node made the object; later changes do not reach it.`,
      ko: ({ attribute, source }) =>
        `\`${attribute}\` 속성은 노드가 객체를 만들 때의 \`${source}\` 값을 담습니다. 이후의 변경이 반영되지 않습니다.`,
    },
    context: {
      en: ({ attribute, source }) =>
        `\`${attribute}\` keeps \`${source}\` of the first call after a node's start: it differs from node to node.`,
      ko: ({ attribute, source }) =>
        `\`${attribute}\` 속성은 노드가 시작한 뒤 첫 호출의 \`${source}\` 값을 담습니다. 노드마다 다릅니다.`,
    },
    interface: {
      en: ({ attribute, source }) =>
        `\`${attribute}\` is bound to the address in \`${source}\` at construction: a later address does not reach it.`,
      ko: ({ attribute, source }) =>
        `\`${attribute}\` 속성은 생성할 때 \`${source}\` 항목의 주소에 묶입니다. 주소를 바꿔도 객체를 다시 만들기 전에는 반영되지 않습니다.`,
    },
  },
} satisfies RuleWords<{
  state: { attribute: string; source: string };
  context: { attribute: string; source: string };
  interface: { attribute: string; source: string };
}>;
