import { UntrustedText, useWords } from '@madang/web';
import type { VNode } from 'preact';
import type { CheckProgress } from './check.schema.ts';
import { checkWords, type SayCheck } from './check.words.ts';

interface ProgressProps {
  readonly name: string;
  readonly progress: CheckProgress;
  readonly stop: () => void;
}

/** How far a check is. */
export function CheckProgressBar({ name, progress: { step, done, total }, stop }: ProgressProps): VNode {
  const t = useWords(checkWords);
  const label = labelOf({ step, done, total }, t);
  return (
    <div class="hand-in">
      <p class="hand-in-lead">
        <UntrustedText text={name} max={100} />
      </p>
      <div class="progress">
        <progress aria-label={t('checking', { name })} value={shareOf({ step, done, total })} max={1} />
        <div class="progress-head muted">
          <span>{label}</span>
          <button type="button" class="plain-button" onClick={stop}>
            {t('cancel')}
          </button>
        </div>
      </div>
    </div>
  );
}

/** The first rule that asks for the flow waits for it, and takes longer than all others. */
function labelOf({ step, done, total }: CheckProgress, t: SayCheck): string {
  if (step === 'waiting') return t('waiting', { total });
  if (step !== 'rules') return t(step);
  return done === 0 ? t('facts') : t('rules', { done, total });
}

/** What comes before the rules, and after them, is short. */
function shareOf({ step, done, total }: CheckProgress): number {
  const RULES = 0.85;
  const before = { waiting: 0, reading: 0.02, trees: 0.05, facts: 0.1, rules: 0.1, report: 0.1 + RULES }[
    step
  ];
  return before + (step === 'rules' && total > 0 ? (RULES * done) / total : 0);
}
