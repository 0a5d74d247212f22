import { useLocale, useWords } from '@madang/web';
import { island } from '@madang/web/islands';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CheckFailure } from './check-failure.tsx';
import { CheckProgressBar } from './check-progress.tsx';
import { checkWords } from './check.words.ts';
import { ReportView } from './report-view.tsx';
import { useCheck, type CheckPlace } from './use-check.ts';

interface CheckFormProps extends CheckPlace {
  /** The page that takes the form where there is no script. */
  readonly action: string;
}

/** Takes a contract by choosing or dropping a file, follows its check and shows the report. */
export const CheckForm = island('audit-check', function CheckForm(props: CheckFormProps): VNode {
  const t = useWords(checkWords);
  const { state, start, stop } = useCheck(props);
  const report = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.kind === 'done') report.current?.focus();
  }, [state.kind]);
  return (
    <>
      <p class="unseen" role="status">
        {state.kind === 'running'
          ? t('checking', { name: state.name })
          : state.kind === 'done'
            ? t('ready')
            : ''}
      </p>
      {state.kind === 'running' && <CheckProgressBar {...state} stop={stop} />}
      {state.kind === 'failed' && <CheckFailure failure={state.failure} />}
      {state.kind === 'done' && <ReportView html={state.html} place={report} again={stop} />}
      {(state.kind === 'idle' || state.kind === 'failed') && <Chooser {...props} start={start} />}
    </>
  );
});

const MEBIBYTE = 1024 * 1024;

function Chooser({ action, limit, start }: CheckFormProps & { start: (file: File) => void }): VNode {
  const t = useWords(checkWords);
  const { lang } = useLocale();
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined) start(file);
  };
  return (
    <form
      class={isOver ? 'hand-in over' : 'hand-in'}
      method="post"
      action={`${action}?lang=${lang}`}
      encType="multipart/form-data"
      onSubmit={(event) => {
        event.preventDefault();
        take(event.currentTarget.querySelector('input')?.files);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <label class="hand-in-file">
        <span class="hand-in-lead">{t('drop')}</span>
        <span class="muted">{t('takes', { limit: `${limit / MEBIBYTE} MiB` })}</span>
        <input
          type="file"
          name="file"
          accept=".zip,.py,.hex,.txt"
          required
          onChange={(event) => take(event.currentTarget.files)}
        />
      </label>
      <p class="hand-in-do">
        <button type="submit" class="button primary">
          {t('check')}
        </button>
        <a class="button" href={`${action}?sample=yes`}>
          {t('sample')}
        </a>
      </p>
      <p class="muted">{t('kept')}</p>
    </form>
  );
}
