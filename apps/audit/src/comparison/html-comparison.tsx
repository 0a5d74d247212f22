import type { VNode } from 'preact';
import type { Finding } from '../catalogue/finding.ts';
import type { CheckRun } from '../check-run.ts';
import { lineOf, PlaceOf, Sentence } from '../output/html/text.tsx';
import type { Change, PackageComparison } from './comparison.ts';
import { AREAS, COMPARISON } from './comparison.words.ts';

type Language = 'en' | 'ko';

/** What became of each package since the older version; nothing where none was handed in. */
export function Comparison({ run, language }: { run: CheckRun; language: Language }): VNode {
  return (
    <>
      {(run.comparison ?? []).map((each) => (
        <PackagePart key={each.root ?? `older ${each.olderRoot ?? ''}`} each={each} language={language} />
      ))}
    </>
  );
}

function PackagePart({ each, language }: { each: PackageComparison; language: Language }): VNode {
  const { added, fixed, changes } = each;
  const name = each.root ?? each.olderRoot ?? '';
  return (
    <section class="comparison">
      <h2>
        {COMPARISON.title[language]} {name !== '' && <bdi>{lineOf(name)}</bdi>}
      </h2>
      <p>{outcomeOf(each, language)}</p>
      <FindingList title={COMPARISON.added[language]} findings={added} language={language} />
      <FindingList title={COMPARISON.fixed[language]} findings={fixed} language={language} />
      {(['storage', 'interface', 'guards'] as const).map((area) => (
        <ChangeList
          key={area}
          title={AREAS[area][language]}
          changes={changes.filter((change) => change.area === area)}
          language={language}
        />
      ))}
    </section>
  );
}

function outcomeOf(each: PackageComparison, language: Language): string {
  const { root, olderRoot, added, fixed, unchanged } = each;
  if (root === undefined) return COMPARISON.packageGone[language];
  if (olderRoot === undefined) return COMPARISON.packageNew[language];
  return COMPARISON.counts[language](added.length, fixed.length, unchanged.length);
}

interface FindingListProps {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly language: Language;
}

function FindingList({ title, findings, language }: FindingListProps): VNode | null {
  if (findings.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {findings.map(({ fingerprint, severity, rule, message, at }) => (
          <li key={fingerprint}>
            {severity} {rule} <Sentence text={message[language]} /> <PlaceOf at={at} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChangeListProps {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly language: Language;
}

function ChangeList({ title, changes, language }: ChangeListProps): VNode | null {
  if (changes.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {changes.map((change, index) => (
          <li key={index}>
            <ChangeText change={change} language={language} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ChangeText({ change, language }: { change: Change; language: Language }): VNode {
  const { text, effect, risky, at, isInOlder } = change;
  const told = <Sentence text={text[language]} />;
  return (
    <>
      {risky ? <strong>{told}</strong> : told} {isInOlder && COMPARISON.older[language]}{' '}
      {at !== undefined && <PlaceOf at={at} />}
      {effect !== undefined && (
        <>
          <br />
          <Sentence text={effect[language]} />
        </>
      )}
    </>
  );
}
