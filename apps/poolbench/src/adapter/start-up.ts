/** Follows a connection's start-up on the wire: https://www.postgresql.org/docs/current/protocol-message-formats.html */
export interface StartUp {
  /** Takes the next bytes from the server; whether they reach to its first ReadyForQuery. */
  isOver(chunk: Uint8Array): boolean;
}

const READY_FOR_QUERY = 'Z'.charCodeAt(0);
/** Type and length. */
const HEAD = 5;

export function createStartUp(): StartUp {
  let bytes = Buffer.alloc(0);
  return {
    isOver(chunk) {
      bytes = Buffer.concat([bytes, chunk]);
      while (bytes.length >= HEAD) {
        // The length counts itself, not the type.
        const end = 1 + bytes.readUInt32BE(1);
        if (bytes.length < end) return false;
        if (bytes[0] === READY_FOR_QUERY) return true;
        bytes = bytes.subarray(end);
      }
      return false;
    },
  };
}
