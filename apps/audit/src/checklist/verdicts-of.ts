import type { PackageReport } from '../analyse.ts';
import { stretchOf } from '../collector.ts';
import type { Finding, Text } from '../catalogue/finding.ts';
import type { Where } from '../catalogue/rule.ts';
import type { Subject } from '../domain/model/subject.ts';
import { rules } from '../rules/index.ts';
import { checklistLines, type ChecklistLine } from './lines.ts';
import { counted, type Look, type Seen } from './look.ts';
import { lookers } from './looks/index.ts';
import { allFindings, notRun, obstaclesTo, type Obstacle } from './obstacles.ts';
import type { Evidence, LineVerdict, Verdict } from './verdict.ts';

/** Ids of the rules that bear on a line. */
export const rulesFor = ({ id }: ChecklistLine): string[] =>
  rules.filter(({ checklist }) => checklist.includes(id)).map((rule) => rule.id);

/**
 * A verdict for each line of the official checklist, with what it rests on.
 *
 * What is found for sure decides. A critical line does not fail by what weighs little, and no line by what is uncertain or taken out by
 * a comment: a person decides about those, and about all that was not seen. A prohibition is kept where there is nothing of the kind;
 * a duty does not apply there. Neither a baseline nor the confidence that is asked for changes a verdict.
 */
export function verdictsOf(report: PackageReport, subject: Subject): LineVerdict[] {
  return checklistLines.map((line) => verdictOn(line, report, subject));
}

function verdictOn(line: ChecklistLine, report: PackageReport, subject: Subject): LineVerdict {
  const ids = rulesFor(line);
  const place = ({ module, node }: Where) => stretchOf(report.package, module)(node);
  const look: Look = lookers.get(line.id)?.(subject) ?? { seen: [] };
  const findings = allFindings(report).filter(({ rule }) => ids.includes(rule));
  const deciding = findings.filter((finding) => decides(line, finding));
  const given: Given = {
    line,
    ids,
    look,
    deciding,
    doubtful: findings.filter((finding) => !decides(line, finding) && weighs(finding, report)),
    suppressed: report.suppressed.filter(
      ({ finding }) => ids.includes(finding.rule) && weighs(finding, report),
    ),
    obstacles: obstaclesTo(line, ids, { report, subject }, place),
    missing: notRun(ids, report.rules),
    isLibrary: subject.contracts.length === 0 && line.reads === 'flow',
  };
  const evidence = (all: readonly Seen[]): Evidence[] =>
    all.map(({ text, at }) => ({ text, at: at.map(place) }));
  const { verdict, why, obstacles } = judge(given);
  return {
    line,
    verdict,
    why,
    seen: evidence(look.seen),
    open: [...obstacles.flatMap(({ open }) => open), ...evidence(look.open ?? [])],
    findings: [...deciding, ...findings.filter((finding) => !deciding.includes(finding))],
    suppressed: given.suppressed,
  };
}

interface Given {
  readonly line: ChecklistLine;
  readonly ids: readonly string[];
  readonly look: Look;
  readonly deciding: readonly Finding[];
  readonly doubtful: readonly Finding[];
  readonly suppressed: PackageReport['suppressed'];
  readonly obstacles: readonly Obstacle[];
  readonly missing: readonly Obstacle[];
  /** There is no contract whose behaviour could be judged. */
  readonly isLibrary: boolean;
}

/** What is only noted decides nothing, unless it is only noted because the settings say so. */
const weighs = ({ rule, severity }: Finding, { settings }: PackageReport): boolean =>
  severity !== 'info' || settings.severities.has(rule);

const decides = ({ kind }: ChecklistLine, { severity, confidence }: Finding): boolean =>
  confidence !== 'low' && severity !== 'info' && (kind === 'warning' || severity !== 'low');

interface Judgement {
  readonly verdict: Verdict;
  readonly why: Text;
  readonly obstacles: readonly Obstacle[];
}

function judge(given: Given): Judgement {
  const { line, look, deciding, obstacles, isLibrary } = given;
  const told = (verdict: Verdict, why: Text): Judgement => ({ verdict, why, obstacles });
  if (deciding.length > 0) return told(line.kind === 'critical' ? 'fail' : 'warning', foundBy(deciding));
  if (obstacles.length === 0 && look.absent !== undefined) return told('absent', look.absent);
  const reasons = [...obstacles, ...given.missing].map(({ why }) => why).concat(doubts(given));
  if (reasons.length > 0) return told('human', joined(reasons));
  if (isLibrary) return told('absent', NO_CONTRACT);
  return told('pass', foundNothing(given.ids));
}

const NO_CONTRACT: Text = {
  en: 'There is no contract here, only files that one may use.',
  ko: '컨트랙트가 없고, 컨트랙트가 쓸 수 있는 파일만 있습니다.',
};

/** What the tool found and leaves to a person. */
function doubts({ doubtful, suppressed, look, ids }: Given): Text[] {
  const found = names(doubtful);
  const hidden = names(suppressed.map(({ finding }) => finding));
  return [
    ...(doubtful.length === 0
      ? []
      : [
          {
            en: `What ${found} found is uncertain, or weighs little.`,
            ko: `${found} 규칙에 걸린 것이 확실하지 않거나 가볍습니다.`,
          },
        ]),
    ...(suppressed.length === 0
      ? []
      : [
          {
            en: `What ${hidden} found is suppressed.`,
            ko: `${hidden} 규칙에 걸린 것이 덮여 있습니다.`,
          },
        ]),
    ...((look.open ?? []).length === 0
      ? []
      : [
          ids.length === 0
            ? { en: 'No rule judges this.', ko: '이것을 판단하는 규칙이 없습니다.' }
            : { en: 'The rules do not see all of it.', ko: '규칙이 다 볼 수 없습니다.' },
        ]),
  ];
}

const names = (findings: readonly Finding[]): string =>
  [...new Set(findings.map(({ rule }) => rule))].join(', ');

const foundBy = (findings: readonly Finding[]): Text => ({
  en: `${names(findings)} found ${counted(findings.length, 'place')}.`,
  ko: `${names(findings)} 규칙에 걸린 곳이 ${findings.length}곳 있습니다.`,
});

const foundNothing = (ids: readonly string[]): Text => ({
  en: `${ids.join(', ')} found nothing that would fail it.`,
  ko: `${ids.join(', ')} 규칙에 걸린 것이 없습니다.`,
});

const joined = (texts: readonly Text[]): Text => ({
  en: texts.map(({ en }) => en).join(' '),
  ko: texts.map(({ ko }) => ko).join(' '),
});
