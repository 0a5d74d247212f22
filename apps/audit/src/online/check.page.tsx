import type { UploadDrawing } from '@madang/system';
import { Breadcrumb, Heading, useWords } from '@madang/web';
import type { VNode } from 'preact';
import { CheckForm } from './check-form.tsx';
import type { AuditReport } from './check.schema.ts';
import { MOST_BYTES } from './limits.ts';
import { checkWords } from './check.words.ts';
import { ReportView } from './report-view.tsx';

/** A form that takes a contract, or the report on one. */
export function CheckPage({ reply, failure, api }: UploadDrawing<AuditReport>): VNode {
  const t = useWords(checkWords);
  const html = reply?.html;
  const trail = [{ href: '/audit', label: t('start') }];
  if (html !== undefined)
    return (
      <>
        <Breadcrumb trail={trail} here={t('reportTitle')} />
        <ReportView html={html} />
      </>
    );
  return (
    <>
      <div class="before-report">
        <Heading title={t('title')} />
      </div>
      <CheckForm action="/audit/check" api={api} limit={MOST_BYTES} failure={failure} />
    </>
  );
}
