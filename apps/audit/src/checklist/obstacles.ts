import type { Analysis, PackageReport } from '../analyse.ts';
import type { Finding, Stretch, Text } from '../catalogue/finding.ts';
import type { Rule, Where } from '../catalogue/rule.ts';
import { nameOf } from '../domain/model/name-place.ts';
import type { Subject } from '../domain/model/subject.ts';
import type { ChecklistLine } from './lines.ts';
import { counted } from './look.ts';
import type { Evidence } from './verdict.ts';

/** Something that keeps the tool from seeing enough for a verdict. */
export interface Obstacle {
  readonly why: Text;
  readonly open: readonly Evidence[];
}

/** Those that are shown, and those that a baseline or the settings keep from being shown. */
export const allFindings = ({ findings, known, unsure }: PackageReport): Finding[] => [
  ...findings,
  ...known,
  ...unsure,
];

type Place = (where: Where) => Stretch;

/** Rules of the line that were not asked to run. */
export function notRun(ids: readonly string[], ran: readonly Rule[]): Obstacle[] {
  const missing = ids.filter((id) => !ran.some((rule) => rule.id === id));
  if (missing.length === 0) return [];
  const names = missing.join(', ');
  return [{ why: { en: `${names} did not run.`, ko: `${names} 규칙을 실행하지 않았습니다.` }, open: [] }];
}

/** Why even that a line does not apply is not sure. */
export function obstaclesTo(
  line: ChecklistLine,
  ids: readonly string[],
  { report, subject }: Analysis,
  place: Place,
): Obstacle[] {
  return [
    ...failed(ids, report),
    ...unread(report),
    ...(line.reads === 'flow'
      ? [...cut(subject, place), ...unknownBases(subject, place), ...noContract(subject)]
      : []),
  ];
}

function failed(ids: readonly string[], report: PackageReport): Obstacle[] {
  const names = report.failed.filter((id) => ids.includes(id)).join(', ');
  return names === ''
    ? []
    : [
        {
          why: { en: `${names} failed on this package.`, ko: `${names} 규칙이 이 패키지에서 실패했습니다.` },
          open: [],
        },
      ];
}

function unread(report: PackageReport): Obstacle[] {
  const faults = allFindings(report).filter(({ rule }) => rule === 'X001');
  if (faults.length === 0) return [];
  return [
    {
      why: {
        en: `${counted(faults.length, 'place')} could not be read as Python.`,
        ko: `파이썬으로 읽을 수 없는 곳이 ${faults.length}곳 있습니다.`,
      },
      open: faults.map(({ message, at }) => ({ text: message, at: [at] })),
    },
  ];
}

function cut(subject: Subject, place: Place): Obstacle[] {
  const flows = [...subject.contracts.flatMap((contract) => contract.flows), ...subject.loose].filter(
    (flow) => flow.cut,
  );
  if (flows.length === 0) return [];
  const names = [...new Set(flows.map(({ entry }) => `\`${entry.fn.name}\``))].join(', ');
  return [
    {
      why: {
        en: `${names} does too much to be followed to its end.`,
        ko: `${names} 메서드가 하는 일이 너무 많아 끝까지 따라가지 못했습니다.`,
      },
      open: [
        {
          text: { en: 'What lies beyond was not seen', ko: '그 뒤는 보지 못했습니다' },
          at: flows.map(({ entry }) => place(nameOf(entry.fn))),
        },
      ],
    },
  ];
}

function unknownBases({ contracts }: Subject, place: Place): Obstacle[] {
  return contracts
    .filter(({ cls }) => cls.unknownBase)
    .map(({ cls }) => ({
      why: {
        en: `\`${cls.name}\` derives from a class that is not in the package.`,
        ko: `\`${cls.name}\` 클래스의 상위 클래스가 패키지에 없습니다.`,
      },
      open: [
        {
          text: { en: 'What it inherits was not seen', ko: '물려받는 내용은 보지 못했습니다' },
          at: [place(nameOf(cls))],
        },
      ],
    }));
}

/** With a manifest there should be one; without, the files are a library. */
const noContract = ({ contracts, program }: Subject): Obstacle[] =>
  contracts.length > 0 || program.package.manifest.state === 'absent'
    ? []
    : [
        {
          why: { en: 'No contract was found in the package.', ko: '패키지에서 컨트랙트를 찾지 못했습니다.' },
          open: [],
        },
      ];
