import type { NodeKind } from '../picture.ts';

/** What a picture's body takes, drawn from 0, 0. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: string;
  /** Kinds that occur, for the legend. */
  readonly kinds: readonly NodeKind[];
}
