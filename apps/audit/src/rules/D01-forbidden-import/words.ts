import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Module that a SCORE cannot import', ko: 'SCORE가 가져올 수 없는 모듈을 가져옵니다' },
  advice: {
    en: 'Import `iconservice` alone, with a star for names it does not export, and move other code into the package as `.module`.',
    ko: '`iconservice`만 가져오고 내보내지 않는 이름은 별표로 받으세요. 다른 코드는 패키지 안에 두고 `.module`로 가져오세요.',
  },
  says: {
    module: {
      en: ({ module }) =>
        `\`${module}\` is not on the network's import list: the loader refuses the whole package.`,
      ko: ({ module }) =>
        `\`${module}\` 모듈은 네트워크의 허용 목록에 없습니다. 로더가 패키지 전체를 거부합니다.`,
    },
    name: {
      en: ({ name }) =>
        `\`${name}\` comes with the star import only: \`iconservice\` does not export it by name.`,
      ko: ({ name }) =>
        `\`${name}\` 이름은 별표 가져오기로만 들어옵니다. \`iconservice\`가 이름으로는 내보내지 않습니다.`,
    },
    own: {
      en: ({ module }) =>
        `\`${module}\` is a file of this package, but an absolute import looks for it outside: write \`.${module}\`.`,
      ko: ({ module }) =>
        `\`${module}\` 파일은 이 패키지 안에 있지만 절대 경로로 가져오면 밖에서 찾습니다. \`.${module}\` 형태로 쓰세요.`,
    },
  },
} satisfies RuleWords<{ module: { module: string }; name: { name: string }; own: { module: string } }>;
