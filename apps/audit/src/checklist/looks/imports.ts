import type { Where } from '../../catalogue/rule.ts';
import { meaningOf } from '../../domain/model/meaning.ts';
import type { ImportTarget } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { counted, listed, nothing, places, seen, type Look, type Looker, type Seen } from '../look.ts';

interface Imported {
  readonly target: ImportTarget;
  readonly at: Where;
}

const importsOf = ({ program }: Subject): Imported[] =>
  program.package.modules.flatMap((module) =>
    (program.scopes.get(module)?.imports ?? []).flatMap(({ node, targets }) =>
      targets.map((target) => ({ target, at: { module, node } })),
    ),
  );

/** CL-C03: what is imported from where. */
export const lookAtImports: Looker = (subject) => {
  const all = importsOf(subject);
  if (all.length === 0) return nothing('Nothing is imported.', '가져오는 것이 없습니다.');
  const own = all.filter(({ target }) => target.found === 'package');
  const platform = all.filter(({ target }) => target.found === 'platform');
  return {
    seen: [
      ...group(platform, 'of `iconservice`', '`iconservice` 가져오기'),
      ...group(own, 'of files of the package', '패키지 안의 파일 가져오기'),
      ...group(outsideOf(all), 'of something else', '그 밖의 가져오기'),
    ],
  };
};

function group(imports: readonly Imported[], en: string, ko: string): Seen[] {
  if (imports.length === 0) return [];
  const names = listed(imports.map(({ target }) => target.name));
  const at = places(imports.map((each) => each.at));
  return [
    seen(`${counted(imports.length, 'import')} ${en}: ${names}`, `${ko} ${imports.length}개: ${names}`, at),
  ];
}

const outsideOf = (all: readonly Imported[]): Imported[] =>
  all.filter(({ target }) => target.found !== 'package' && target.found !== 'platform');

/** Modules of Python's library that only compute. */
const HARMLESS: ReadonlySet<string> = new Set(
  'abc base64 binascii bisect collections copy dataclasses decimal enum fractions functools hashlib heapq inspect itertools json math numbers operator re string struct textwrap types typing typing_extensions'.split(
    ' ',
  ),
);

/** Modules of which nobody here knows what they reach. */
function strangers(subject: Subject): Seen[] {
  const unknown = importsOf(subject).filter(
    ({ target }) => target.found === 'outside' && !HARMLESS.has(target.name.split('.')[0] ?? ''),
  );
  if (unknown.length === 0) return [];
  const names = listed(unknown.map(({ target }) => target.name));
  return [
    seen(
      `What ${names} reaches is not in the package.`,
      `${names} 모듈이 어디에 닿는지는 패키지에 없습니다.`,
      places(unknown.map(({ at }) => at)),
    ),
  ];
}

/** CL-C04: the functions of Python that are called. */
export const lookAtSystemCalls: Looker = (subject): Look => {
  const calls = subject.facts.of('Call').flatMap((found) => {
    const meaning = meaningOf(subject.program, found, found.node.callee);
    return meaning.kind === 'builtin' ? [meaning.name] : [];
  });
  const open = strangers(subject);
  if (calls.length === 0)
    return {
      ...nothing('No function of Python itself is called.', '파이썬 내장 함수를 호출하지 않습니다.'),
      open,
    };
  return {
    seen: [
      seen(
        `${counted(calls.length, 'call')} of functions of Python itself: ${listed(calls.toSorted(), 30)}`,
        `파이썬 내장 함수 호출 ${calls.length}개: ${listed(calls.toSorted(), 30)}`,
      ),
    ],
    open,
  };
};

/** CL-C05: only an import could reach the network. */
export const lookAtNetwork: Looker = (subject): Look => {
  const all = importsOf(subject);
  const outside = outsideOf(all).length;
  return {
    seen: [
      seen(
        `${counted(all.length, 'import')}, ${outside} of them of modules outside the package and \`iconservice\``,
        `가져오기 ${all.length}개 가운데 패키지와 \`iconservice\` 밖의 모듈은 ${outside}개`,
        places(outsideOf(all).map(({ at }) => at)),
      ),
    ],
    open: strangers(subject),
  };
};
