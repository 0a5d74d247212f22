import type { VNode } from 'preact';
import { ListFoot, Table, UntrustedText } from '@madang/web';
import type { Drawing, ListReply } from '../../src/index.ts';
import type { Note } from './note.schema.ts';

export function NotesPage({
  reply,
  input,
  api,
}: Drawing<ListReply<Note>, { colour?: string | undefined }>): VNode {
  return (
    <>
      <h1>Notes {input.colour}</h1>
      <Table
        caption="Notes"
        rows={reply.items}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'id',
            head: 'Number',
            phone: true,
            cell: ({ id }) => <a href={`/demo/notes/${id}`}>{id}</a>,
          },
          { key: 'title', head: 'Title', phone: true, cell: ({ title }) => <UntrustedText text={title} /> },
        ]}
      />
      <ListFoot csv={`${api}${api.includes('?') ? '&' : '?'}format=csv`} />
    </>
  );
}

export function NotePage({ reply }: Drawing<Note, unknown>): VNode {
  return <h1>{reply.title}</h1>;
}
