import { replaceUnprintable } from '@madang/errors';
import type { DestinationStream } from 'pino';

/** Lines of JSON that are safe to look at: what a terminal could take for a command is escaped, and means the same as before. */
export function safeJsonOn(destination: DestinationStream): DestinationStream {
  return { write: (line) => destination.write(withoutPasswords(escapeUnprintable(line))) };
}

// JSON itself escapes only the first 32 characters. Outside of its strings there is nothing unprintable.
function escapeUnprintable(line: string): string {
  return replaceUnprintable(line, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

const PASSWORD_IN_ADDRESS = /\b([a-z][a-z0-9+.-]*:\/\/[^\s:/?#@"\\]*):[^\s/?#@"\\]+@/gi;

/** `postgres://user:password@host` in any field or message, with the password hidden. */
export function withoutPasswords(line: string): string {
  return line.replace(PASSWORD_IN_ADDRESS, '$1:(secret)@');
}
