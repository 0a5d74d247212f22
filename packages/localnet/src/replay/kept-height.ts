import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const KEEP_EVERY_MS = 1000;

/** Remembers how far a recording was released, so that the next start goes on there and a chain never seems to shrink. */
export interface KeptHeight {
  /** Null at the first start. */
  read(): number | null;
  /** Writes the height once a second until the returned function is called, which writes it a last time. */
  follow(height: () => number): () => void;
}

export function keepHeight(file: string): KeptHeight {
  function write(height: number): void {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, `${height}\n`);
    renameSync(`${file}.new`, file);
  }
  return {
    read() {
      try {
        const height = Number(readFileSync(file, 'utf8'));
        return Number.isSafeInteger(height) && height >= 0 ? height : null;
      } catch {
        return null;
      }
    },
    follow(height) {
      const timer = setInterval(() => write(height()), KEEP_EVERY_MS);
      return () => {
        clearInterval(timer);
        write(height());
      };
    },
  };
}
