// What a client sends: https://www.postgresql.org/docs/current/protocol-message-formats.html

const PROTOCOL_3_0 = 0x0003_0000;
const SSL_REQUEST_CODE = 80_877_103;

/** Asks, before all else, whether the server speaks TLS. */
export const SSL_REQUEST = untyped(int32(SSL_REQUEST_CODE));

/** Says goodbye; the server closes. */
export const TERMINATE = message('X');

/** The first message on a connection: `user`, `database` and settings. */
export function startupMessage(parameters: Readonly<Record<string, string>>): Buffer {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => [cString(name), cString(value)]);
  return untyped(int32(PROTOCOL_3_0), ...pairs, Buffer.from([0]));
}

/** A password as the server asked for it: in clear, or as an MD5 response. */
export function passwordMessage(password: string): Buffer {
  return message('p', cString(password));
}

/** SASL's choice of mechanism, with its first data. */
export function saslInitialResponse(mechanism: string, data: string): Buffer {
  const bytes = Buffer.from(data);
  return message('p', cString(mechanism), int32(bytes.length), bytes);
}

export function saslResponse(data: string): Buffer {
  return message('p', Buffer.from(data));
}

/** A query in the simple protocol. */
export function queryMessage(sql: string): Buffer {
  return message('Q', cString(sql));
}

/** A message with a type: the type, its length with the length itself, its body. */
export function message(type: string, ...body: readonly Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from(type, 'latin1'), untyped(...body)]);
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

export function cString(text: string): Buffer {
  return Buffer.from(`${text}\0`);
}

function untyped(...body: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(body);
  return Buffer.concat([int32(bytes.length + 4), bytes]);
}
