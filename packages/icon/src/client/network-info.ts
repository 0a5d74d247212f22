import { absent, object, text } from '../fields.ts';
import { parseCount, parseInteger } from '../integer.ts';

/** What a node says about its network (`icx_getNetworkInfo`). */
export interface NetworkInfo {
  /** `icon`; empty for a plain goloop chain. */
  readonly platform: string;
  /** Network id as a T_INT: `0x1` is ICON's mainnet. */
  readonly nid: string;
  readonly channel: string;
  /** The first height the node still has; above 0 it is pruned. */
  readonly earliest: number;
  /** The newest block's height. */
  readonly latest: number;
  /** Loop per step; null when the node does not say. */
  readonly stepPrice: bigint | null;
}

/** Reads the answer of `icx_getNetworkInfo`; what cannot be read is ICON_MALFORMED. */
export function parseNetworkInfo(json: unknown): NetworkInfo {
  const raw = object(json, 'network');
  return {
    platform: text(raw['platform'] ?? '', 'network.platform'),
    nid: text(raw['nid'], 'network.nid'),
    channel: text(raw['channel'] ?? '', 'network.channel'),
    earliest: parseCount(raw['earliest'], 'network.earliest'),
    latest: parseCount(raw['latest'], 'network.latest'),
    stepPrice: absent(raw['stepPrice']) ? null : parseInteger(raw['stepPrice'], 'network.stepPrice'),
  };
}
