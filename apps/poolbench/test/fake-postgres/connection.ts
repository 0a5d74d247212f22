import type net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import tls from 'node:tls';
import { readBody, type MessageBody } from '../../src/prober/message-body.ts';
import { openWire } from '../../src/prober/wire.ts';
import type { Behaviour, Programme, Refusal, Step } from './behaviour.ts';
import type { Certificate } from '../../src/scratch/certificate.ts';
import { errorResponse } from './server-messages.ts';

/** The programme has ended this connection. */
export class ProgrammeEnded extends Error {}

/** The programme refuses a query; the connection goes on. */
export class QueryRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

export interface ClientMessage {
  readonly type: string;
  readonly body: MessageBody;
}

/** The server's end of one connection. */
export interface Connection {
  send(...messages: readonly Uint8Array[]): void;
  /** A packet without a type, as they come before the client is let in: it asks for TLS, or starts up. */
  opening(): Promise<MessageBody>;
  message(): Promise<ClientMessage>;
  /** Goes on in TLS. */
  secure(certificate: Certificate): void;
  /** Does what the programme says; resolves when the session may go on. */
  pass(step: Step, sql?: string): Promise<void>;
  /** Says why the client may not stay, and ends. */
  refuse(refusal: Refusal): never;
  /** Closes when all is sent. */
  end(): void;
}

/** The connection `number` of a server that follows the programme. */
export function openConnection(socket: net.Socket, number: number, programme: Programme): Connection {
  let stream = socket;
  let wire = openWire(socket);
  let query = 0;

  const refuse = (refusal: Refusal): never => {
    wire.send(errorResponse(refusal, 'FATAL'));
    throw new ProgrammeEnded();
  };

  const perform = async (behaviour: Behaviour, step: Step): Promise<void> => {
    if (typeof behaviour === 'object') {
      if ('delayMs' in behaviour) return sleep(behaviour.delayMs);
      if ('refuse' in behaviour) {
        if (step === 'query' && behaviour.refuse.fatal !== true) throw new QueryRefused(behaviour.refuse);
        return refuse(behaviour.refuse);
      }
      wire.send(behaviour.say);
    }
    if (behaviour === 'reset') socket.resetAndDestroy();
    else if (behaviour !== 'end') await wire.drain();
    throw new ProgrammeEnded();
  };

  return {
    send: (...messages) => wire.send(Buffer.concat(messages)),
    async opening() {
      const length = (await wire.read(4)).readInt32BE();
      return readBody(await wire.read(length - 4));
    },
    async message() {
      const head = await wire.read(5);
      const length = head.readInt32BE(1) - 4;
      const body = length === 0 ? Buffer.alloc(0) : await wire.read(length);
      return { type: head.toString('latin1', 0, 1), body: readBody(body) };
    },
    secure(certificate) {
      wire.release();
      stream = new tls.TLSSocket(socket, { isServer: true, ...certificate });
      stream.on('error', () => undefined);
      wire = openWire(stream);
    },
    async pass(step, sql) {
      if (step === 'query') query += 1;
      const behaviour = programme({ step, connection: number, query, ...(sql !== undefined && { sql }) });
      if (behaviour !== undefined) await perform(behaviour, step);
    },
    refuse,
    end: () => stream.destroySoon(),
  };
}
