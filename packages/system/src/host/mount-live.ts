import { refuseOtherMethods, sendEvents, type HttpServer, type ServerEvent } from '@madang/http';
import type { Live } from '../answer/answer.ts';
import { checkFit } from '../answer/fit.ts';
import { serializerSchemaOf } from '../answer/json-schema.ts';
import type { AnswerHost } from './mount-answer.ts';

/** Serves a stream of events, each of a kind that is declared and with the data that its schema says. */
export function mountLive(server: HttpServer, { prefix, context }: AnswerHost, live: Live): void {
  const url = prefix + live.path;
  const schemas = new Map(
    Object.entries(live.events).map(([name, schema]) => [name, serializerSchemaOf(schema)]),
  );
  server.get(url, { config: { endless: true } }, async (request, reply) => {
    const given = request.headers['last-event-id'];
    const lastEventId = typeof given === 'string' ? given : null;
    const check = ({ event, data }: ServerEvent): void =>
      checkFit(request, `event ${event} of ${live.operationId}`, schemas.get(event) ?? { not: {} }, data);
    await sendEvents(reply, (signal) => checked(live.open(context, { lastEventId, signal }), check));
  });
  refuseOtherMethods(server, url);
}

async function* checked(
  source: AsyncIterable<ServerEvent>,
  check: (event: ServerEvent) => void,
): AsyncGenerator<ServerEvent> {
  for await (const event of source) {
    check(event);
    yield event;
  }
}
