import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Package cannot be loaded', ko: '패키지를 불러올 수 없습니다' },
  advice: {
    en: 'Let package.json name module and class, derive the class from IconScoreBase, and give each folder an __init__.py.',
    ko: 'package.json에 컨트랙트의 모듈과 클래스를 적고, 클래스는 IconScoreBase를 상속하고, 폴더마다 __init__.py를 두세요.',
  },
  says: {
    manifest: {
      en: ({ problem }) => `package.json cannot be used: ${problem}.`,
      ko: ({ problem }) => `package.json을 쓸 수 없습니다: ${problem}`,
    },
    absent: {
      en: ({ key, value }) => `package.json names ${value} as ${key}, but the package has no such thing.`,
      ko: ({ key, value }) => `package.json의 ${key} 값은 \`${value}\`입니다. 패키지에 그런 것이 없습니다.`,
    },
    notScore: {
      en: ({ name }) => `${name} is the main class and does not derive from IconScoreBase.`,
      ko: ({ name }) => `주 클래스인 \`${name}\` 클래스가 IconScoreBase를 상속하지 않습니다.`,
    },
    unfinished: {
      en: ({ name, method }) =>
        `${name} is the main class and does not define ${method}: no object of it can be made.`,
      ko: ({ name, method }) =>
        `주 클래스인 \`${name}\` 클래스에 \`${method}\` 메서드가 없습니다. 객체를 만들 수 없습니다.`,
    },
    bases: {
      en: ({ name, bases }) => `${name} cannot be made: its bases (${bases}) want to come before each other.`,
      ko: ({ name, bases }) =>
        `\`${name}\` 클래스를 만들 수 없습니다. 기반 클래스(\`${bases}\`)의 순서가 서로 어긋납니다.`,
    },
    noInit: {
      en: ({ folder }) => `The folder ${folder} has no __init__.py.`,
      ko: ({ folder }) => `\`${folder}\` 폴더에 __init__.py 파일이 없습니다.`,
    },
  },
} satisfies RuleWords<{
  manifest: { problem: string };
  absent: { key: string; value: string };
  notScore: { name: string };
  unfinished: { name: string; method: string };
  bases: { name: string; bases: string };
  noInit: { folder: string };
}>;
