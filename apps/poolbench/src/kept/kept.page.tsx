import type { Drawing, ListReply } from '@madang/system';
import { Card, Empty, ExactTime, Fold, Heading, ListFoot, useWords } from '@madang/web';
import type { VNode } from 'preact';
import { poolbenchWords } from '../poolbench.words.ts';
import type { KeptReport } from './kept.schema.ts';

/** Characters of a report; a screen has some four thousand. */
const MOST_SHOWN = 20_000;

export function KeptPage({ reply, frame, api }: Drawing<ListReply<KeptReport>, unknown>): VNode {
  const t = useWords(poolbenchWords);
  const [address = api] = api.split('?', 1);
  return (
    <>
      <Heading title={t('reports')} />
      <p class="muted">{t('lead')}</p>
      <p>
        {t('howTo')} <code>./madang poolbench quick --keep</code>
      </p>
      {reply.items.length === 0 && <Empty>{t('noReports')}</Empty>}
      {reply.items.map((kept, place) => (
        <Card key={kept.id} title={t('measured', { server: kept.server })}>
          <div class="next">
            <ExactTime time={kept.keptAt} />
          </div>
          <Fold name={t('report')} text={kept.text} max={MOST_SHOWN} open={place === 0} />
        </Card>
      ))}
      <ListFoot
        newer={frame.query.includes('cursor=') ? frame.path : null}
        older={reply.next === null ? null : `${frame.path}?cursor=${reply.next}`}
        csv={`${address}?format=csv`}
        jsonLines={`${address}?format=jsonl`}
      />
    </>
  );
}
