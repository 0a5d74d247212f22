import { UntrustedText, useLocale, useWords, Why } from '@madang/web';
import type { VNode } from 'preact';
import { checkWords, FAILURES, failureWords } from './check.words.ts';

export interface Failure {
  readonly code: string;
  /** What happened to which value, in English. */
  readonly message: string;
}

/** Why a contract was not checked, and what to do. */
export function CheckFailure({ failure: { code, message } }: { failure: Failure }): VNode {
  const t = useWords(checkWords);
  const say = useWords(failureWords);
  const known = FAILURES.find((each) => each === code);
  return (
    <div role="alert">
      <Why tone="bad" lead={t('failed')}>
        <span class="hand-in-why">{say(known ?? 'other')}</span>
        <Details code={code} message={message} />
      </Why>
    </div>
  );
}

/** What happened to which value. It is English, so who reads Korean opens it. */
function Details({ code, message }: Failure): VNode {
  const { lang } = useLocale();
  const told = (
    <span lang="en" dir="ltr">
      <UntrustedText text={message} max={500} />
    </span>
  );
  if (lang === 'en')
    return (
      <span class="muted">
        <code>{code}</code> {told}
      </span>
    );
  return (
    <details class="muted">
      <summary>
        <code>{code}</code>
      </summary>
      {told}
    </details>
  );
}
