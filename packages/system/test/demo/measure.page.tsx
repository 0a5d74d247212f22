import type { VNode } from 'preact';
import type { UploadDrawing } from '../../src/index.ts';

export function MeasurePage({ reply, failure, api }: UploadDrawing<{ bytes: number }>): VNode {
  return (
    <>
      <h1>Measure</h1>
      <form method="post" action="/demo/measure" encType="multipart/form-data" data-api={api}>
        <label>
          Text <input type="file" name="file" />
        </label>
      </form>
      {reply !== null && <p id="bytes">{reply.bytes}</p>}
      {failure !== null && <p id="failure">{failure.message}</p>}
    </>
  );
}
