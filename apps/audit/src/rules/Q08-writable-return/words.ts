import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A writable method returns a value', ko: '상태를 바꾸는 메서드가 값을 반환합니다' },
  advice: {
    en: 'Emit an event with the value. Keep the return only where calling contracts use it.',
    ko: '값은 이벤트로 남기세요. 호출하는 컨트랙트가 결과를 사용할 때만 반환값을 그대로 두세요.',
  },
  says: {
    value: {
      en: ({ method, value }) =>
        `${method} changes state and returns ${value}: the sender of a transaction never sees it.`,
      ko: ({ method, value }) =>
        `\`${method}\` 메서드가 상태를 바꾸면서 \`${value}\` 값을 반환합니다. 트랜잭션을 보낸 사람은 이 값을 볼 수 없습니다.`,
    },
    call: {
      en: ({ method, value }) =>
        `${method} calls another contract and returns ${value}: the sender of a transaction never sees it.`,
      ko: ({ method, value }) =>
        `\`${method}\` 메서드가 다른 컨트랙트를 부르고 \`${value}\` 값을 반환합니다. 트랜잭션을 보낸 사람은 이 값을 볼 수 없습니다.`,
    },
  },
} satisfies RuleWords<{
  value: { method: string; value: string };
  call: { method: string; value: string };
}>;
