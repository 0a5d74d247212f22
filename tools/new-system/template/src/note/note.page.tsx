import type { Drawing, ListReply } from '@madang/system';
import {
  Card,
  Empty,
  Heading,
  ListFoot,
  Table,
  Time,
  UntrustedText,
  useWords,
  type Column,
} from '@madang/web';
import type { VNode } from 'preact';
import { roomnameWords } from '../roomname.words.ts';
import type { Note } from './note.schema.ts';

export function NotesPage({ reply, frame, api }: Drawing<ListReply<Note>, unknown>): VNode {
  const t = useWords(roomnameWords);
  const [address = api] = api.split('?', 1);
  return (
    <>
      <Heading title={t('notes')} />
      <Card title={t('latest')}>
        {reply.items.length === 0 ? <Empty>{t('noNotes')}</Empty> : <NoteTable notes={reply.items} />}
        <ListFoot
          newer={frame.query.includes('cursor=') ? frame.path : null}
          older={reply.next === null ? null : `${frame.path}?cursor=${reply.next}`}
          csv={`${address}?format=csv`}
          jsonLines={`${address}?format=jsonl`}
        />
      </Card>
    </>
  );
}

function NoteTable({ notes }: { notes: readonly Note[] }): VNode {
  const t = useWords(roomnameWords);
  const columns: Column<Note>[] = [
    { key: 'time', head: t('writtenAt'), phone: true, cell: ({ writtenAt }) => <Time time={writtenAt} /> },
    { key: 'note', head: t('note'), phone: true, cell: ({ headline }) => <UntrustedText text={headline} /> },
  ];
  return <Table caption={t('notes')} rows={notes} keyOf={({ id }) => id} columns={columns} />;
}
