import { randomOf } from '../../random.ts';
import type { Fault, Faults } from './answers.ts';
import type { StreamFault, StreamFaults } from './streams.ts';
import type { Lasting, Occasional, Trouble } from './trouble.ts';

/** Troubles of a node that runs, which can be changed at any time. */
export interface Troubles {
  list(): readonly Trouble[];
  add(troubles: readonly Trouble[]): void;
  clear(): void;
  /** The newest height that clients may see, of the chain's own. */
  latest(height: number): number;
  /** The oldest height that clients may see. */
  earliest(): number;
  /** Whether another chain is to answer. */
  isOtherChain(): boolean;
  /** Calls back after every change, until the returned function is called. */
  onChange(listener: () => void): () => void;
  readonly faults: Faults;
  readonly streamFaults: StreamFaults;
}

interface Active {
  readonly trouble: Trouble;
  /** How often it may still come, where that is counted. */
  left: number;
  /** The chain's height when it began. */
  readonly since: number;
}

/** @param height the chain's newest */
export function createTroubles(height: () => number): Troubles {
  let active: Active[] = [];
  const random = randomOf('troubles');
  const listeners = new Set<() => void>();
  const tell = (): void => [...listeners].forEach((listener) => listener());
  const lasting = <K extends Lasting['kind']>(kind: K) =>
    active.flatMap(({ trouble, since }) =>
      trouble.kind === kind ? [{ trouble: trouble as Extract<Lasting, { kind: K }>, since }] : [],
    );

  function comes(one: Active): boolean {
    if (!('often' in one.trouble) || one.left === 0) return false;
    if ('share' in one.trouble.often) return random.chance(one.trouble.often.share);
    one.left -= 1;
    return true;
  }

  /** What goes wrong in a case, of the troubles that can come with it. */
  function found<F>(faultOf: (trouble: Occasional) => F | undefined): F[] {
    return active.flatMap((one) => {
      const fault = 'often' in one.trouble ? faultOf(one.trouble) : undefined;
      return fault !== undefined && comes(one) ? [fault] : [];
    });
  }

  return {
    list: () => active.filter(({ left }) => left > 0).map(({ trouble }) => trouble),
    add(troubles) {
      const since = height();
      const leftOf = (trouble: Trouble) =>
        'often' in trouble && 'times' in trouble.often ? trouble.often.times : Infinity;
      active = [...active, ...troubles.map((trouble) => ({ trouble, left: leftOf(trouble), since }))];
      tell();
    },
    clear() {
      active = [];
      tell();
    },
    latest(at) {
      const stuck = lasting('stuck').map(({ since }) => since);
      const behind = lasting('behind').map(({ trouble }) => at - trouble.blocks);
      return Math.max(0, Math.min(at, ...stuck, ...behind));
    },
    earliest: () => Math.max(0, ...lasting('pruned').map(({ trouble }) => trouble.height)),
    isOtherChain: () => lasting('other-chain').length > 0,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    faults: (_exchange, body) =>
      found((trouble) => answerFault(trouble, body, random.next())).sort(wholeLast),
    streamFaults: (_stream, message) => (message === 0 ? undefined : found(messageFault)[0]),
  };
}

/** What is cut in half can be changed no further. */
const wholeLast = (a: Fault, b: Fault): number =>
  Number(a.kind === 'truncate') - Number(b.kind === 'truncate');

/** @param chance from 0 up to 1, which picks an item */
function answerFault(trouble: Occasional, body: string, chance: number): Fault | undefined {
  switch (trouble.kind) {
    case '429':
      return { kind: 'status', status: 429, retryAfter: '1' };
    case '502':
      return { kind: 'status', status: 502, body: 'Bad Gateway' };
    case 'timeout':
      return { kind: 'silence' };
    case 'slow':
      return { kind: 'delay', ms: trouble.ms };
    case 'truncated':
      return { kind: 'truncate' };
    case 'disconnect':
      return { kind: 'disconnect' };
    case 'error-item': {
      const item = Math.floor(chance * batchSize(body));
      return batchSize(body) === 0
        ? undefined
        : { kind: 'error', item, code: -32603, message: 'InternalError' };
    }
    case 'reordered':
      return batchSize(body) === 0 ? undefined : { kind: 'reverse' };
    case 'lost':
    case 'doubled':
    case 'late':
    case 'cut':
      return undefined;
  }
}

/** Requests of a batch; 0 for a single request, and for what is none. */
function batchSize(body: string): number {
  try {
    const json = JSON.parse(body) as unknown;
    return Array.isArray(json) ? json.length : 0;
  } catch {
    return 0;
  }
}

const MESSAGE_FAULTS: Readonly<Partial<Record<Occasional['kind'], StreamFault>>> = {
  lost: { kind: 'drop' },
  doubled: { kind: 'duplicate' },
  late: { kind: 'late' },
  cut: { kind: 'cut' },
};

const messageFault = ({ kind }: Occasional): StreamFault | undefined => MESSAGE_FAULTS[kind];
