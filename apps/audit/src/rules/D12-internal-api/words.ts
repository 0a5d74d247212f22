import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'Reaches into the engine or rewrites itself',
    ko: '엔진 내부에 손대거나 스스로를 고쳐 씁니다',
  },
  advice: {
    en: 'Use the documented properties and plain methods; choose between methods with `if`, not by a name put together at run time.',
    ko: '문서에 있는 속성과 평범한 메서드를 쓰세요. 메서드는 실행 중에 만든 이름이 아니라 `if`로 고르세요.',
  },
  says: {
    dynamic: {
      en: ({ call }) =>
        `\`${call}\` picks a member by a name known at run time only: nobody can say what it reaches.`,
      ko: ({ call }) =>
        `\`${call}\` 호출은 실행해야 알 수 있는 이름으로 멤버를 고릅니다. 어디에 닿을지 아무도 알 수 없습니다.`,
    },
    private: {
      en: ({ code }) =>
        `\`${code}\` is a private part of the engine: it may be gone or mean something else in the next version.`,
      ko: ({ code }) =>
        `\`${code}\` 코드는 엔진의 비공개 부분입니다. 다음 버전에서 사라지거나 뜻이 바뀔 수 있습니다.`,
    },
    own: {
      en: ({ code }) => `\`${code}\` takes whatever attributes the object has; name those that are meant.`,
      ko: ({ code }) => `\`${code}\` 코드는 객체의 모든 속성을 가져옵니다. 뜻하는 속성을 직접 적으세요.`,
    },
    class: {
      en: ({ code }) =>
        `\`${code}\` makes a class at run time: neither the loader nor an auditor sees its methods.`,
      ko: ({ code }) =>
        `\`${code}\` 코드는 실행 중에 클래스를 만듭니다. 로더도 심사자도 그 메서드를 볼 수 없습니다.`,
    },
    interface: {
      en: ({ code }) =>
        `\`${code}\` makes the class of an interface at run time, outside the package: nobody sees which methods it calls.`,
      ko: ({ code }) =>
        `\`${code}\` 코드는 인터페이스 클래스를 실행 중에 패키지 밖에서 만듭니다. 어떤 메서드를 호출하는지 아무도 볼 수 없습니다.`,
    },
    foreign: {
      en: ({ code }) =>
        `\`${code}\` reaches for the database of another contract: no container passes between contracts, and the engine refuses this.`,
      ko: ({ code }) =>
        `\`${code}\` 코드는 다른 컨트랙트의 데이터베이스에 손을 댑니다. 컨테이너는 컨트랙트 사이에서 주고받을 수 없으며 엔진이 거부합니다.`,
    },
    annotations: {
      en: ({ code }) =>
        `\`${code}\` reads or rewrites annotations: what the API shows is no longer what the code takes.`,
      ko: ({ code }) =>
        `\`${code}\` 코드는 애너테이션을 읽거나 고칩니다. API에 보이는 것과 코드가 받는 것이 달라집니다.`,
    },
  },
} satisfies RuleWords<{
  dynamic: { call: string };
  private: { code: string };
  own: { code: string };
  class: { code: string };
  interface: { code: string };
  foreign: { code: string };
  annotations: { code: string };
}>;
