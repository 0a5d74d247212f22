/** A place to go, and its name. */
export interface Link {
  readonly href: string;
  readonly label: string;
}

/** What a state means for the reader; the colour is never the only sign of it. */
export type Tone = 'good' | 'warn' | 'bad' | 'plain';
