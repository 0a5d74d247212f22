import { useWords } from '@madang/web';
import type { Ref, VNode } from 'preact';
import { checkWords } from './check.words.ts';

interface ReportViewProps {
  /** Drawn by the server, with every text of the contract escaped. */
  readonly html: string;
  readonly place?: Ref<HTMLDivElement>;
  /** Goes back to the form; without it a link does. */
  readonly again?: () => void;
}

/** The report of a check, as a part of a page. */
export function ReportView({ html, place, again }: ReportViewProps): VNode {
  const t = useWords(checkWords);
  return (
    <>
      <p class="report-again">
        {again === undefined ? (
          <a class="button" href="/audit/check">
            {t('another')}
          </a>
        ) : (
          <button type="button" class="button" onClick={again}>
            {t('another')}
          </button>
        )}
      </p>
      <div
        class="online-report"
        role="region"
        aria-label={t('reportTitle')}
        tabIndex={-1}
        {...(place !== undefined && { ref: place })}
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </>
  );
}
