import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Text that may differ between nodes', ko: '노드마다 달라질 수 있는 글을 결과에 담습니다' },
  advice: {
    en: 'Use a constant message, or build it from numbers, texts and addresses alone.',
    ko: '고정된 메시지를 쓰거나 숫자, 문자열, 주소만으로 만드세요.',
  },
  says: {
    exception: {
      en: ({ name, sink }) =>
        `The text of the exception \`${name}\` reaches ${sink}: it depends on the Python version and on memory addresses.`,
      ko: ({ name, sink }) =>
        `예외 \`${name}\` 객체의 글이 ${sink}에 들어갑니다. 파이썬 버전과 메모리 주소에 따라 달라집니다.`,
    },
    object: {
      en: ({ code, sink }) =>
        `\`${code}\` has no text of its own: what reaches ${sink} holds a memory address.`,
      ko: ({ code, sink }) =>
        `\`${code}\` 객체에는 정해진 글이 없습니다. ${sink}에 메모리 주소가 들어갑니다.`,
    },
    type: {
      en: ({ code, sink }) =>
        `\`${code}\` is the text of a class, which Python words as it likes; it reaches ${sink}. \`__name__\` is the bare name.`,
      ko: ({ code, sink }) =>
        `\`${code}\` 코드는 클래스를 글로 만듭니다. 그 글은 파이썬이 정하는 것인데 ${sink}에 들어갑니다. 이름만 쓰려면 \`__name__\` 속성을 쓰세요.`,
    },
    method: {
      en: ({ code, sink }) =>
        `\`${code}\` is the method itself, not its result: its text, with a memory address, reaches ${sink}. Are the parentheses missing?`,
      ko: ({ code, sink }) =>
        `\`${code}\` 코드는 결과가 아니라 메서드 자체입니다. 메모리 주소가 든 글이 ${sink}에 들어갑니다. 괄호를 빠뜨리지 않았나요?`,
    },
  },
} satisfies RuleWords<{
  exception: { name: string; sink: string };
  object: { code: string; sink: string };
  type: { code: string; sink: string };
  method: { code: string; sink: string };
}>;
