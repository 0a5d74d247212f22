import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A reader that is not readonly', ko: '읽기만 하는 메서드에 readonly가 없습니다' },
  advice: {
    en: 'Write `@external(readonly=True)` and declare the return type.',
    ko: '`@external(readonly=True)`로 바꾸고 반환 타입을 선언하세요.',
  },
  says: {
    reader: {
      en: ({ method }) =>
        `${method} returns a value and changes nothing, yet it can only be called by a transaction.`,
      ko: ({ method }) =>
        `\`${method}\` 메서드는 값을 반환할 뿐 아무것도 바꾸지 않는데, 트랜잭션으로만 호출할 수 있습니다.`,
    },
  },
} satisfies RuleWords<{ reader: { method: string } }>;
