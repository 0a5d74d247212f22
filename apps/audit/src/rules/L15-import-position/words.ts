import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Import in the wrong place or to nowhere', ko: 'import 위치나 대상이 잘못되었습니다' },
  advice: {
    en: 'Import at the top of the module, and only iconservice and files of the package.',
    ko: '모듈 맨 위에서, iconservice와 패키지 안의 파일만 가져오세요.',
  },
  says: {
    inside: {
      en: ({ method }) => `This import stands inside ${method}.`,
      ko: ({ method }) => `이 import가 \`${method}\` 함수 안에 있습니다.`,
    },
    late: {
      en: ({ constants }) =>
        `This import comes after ${constants} constants; the loader refuses it after about 256.`,
      ko: ({ constants }) =>
        `이 import 앞에 상수가 ${constants}개 있습니다. 약 256개를 넘으면 엔진이 거절합니다.`,
    },
    outside: {
      en: ({ module }) => `${module} leaves the package.`,
      ko: ({ module }) => `\`${module}\` 모듈은 패키지 밖에 있습니다.`,
    },
    absent: {
      en: ({ module }) => `${module} is not in the package.`,
      ko: ({ module }) => `\`${module}\` 모듈이 패키지에 없습니다.`,
    },
  },
} satisfies RuleWords<{
  inside: { method: string };
  late: { constants: number };
  outside: { module: string };
  absent: { module: string };
}>;
