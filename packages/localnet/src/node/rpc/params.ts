import { isObject, type JsonObject } from '@madang/icon';
import { invalidParams } from './failure.ts';

/** A rule for one parameter: the node's name of it, and the node's type name for messages. */
interface Rule {
  readonly tag: string;
  readonly type: string;
  readonly form: RegExp;
  readonly required: boolean;
}

const T_INT = { tag: 't_int', type: 'jsonrpc.HexInt', form: /^0x(0|[1-9a-f][0-9a-f]*)$/ };
const T_HASH = { tag: 't_hash', type: 'jsonrpc.HexBytes', form: /^0x[0-9a-f]{64}$/ };
const T_ADDRESS = { tag: 't_addr', type: 'jsonrpc.Address', form: /^[hc]x[0-9a-f]{40}$/ };
const T_WALLET = { tag: 't_addr_eoa', type: 'jsonrpc.Address', form: /^hx[0-9a-f]{40}$/ };
const T_CONTRACT = { tag: 't_addr_score', type: 'jsonrpc.Address', form: /^cx[0-9a-f]{40}$/ };
const T_SIGNATURE = { tag: 't_sig', type: 'string', form: /^[A-Za-z0-9+/]{87}=$/ };
const DATA_TYPE = {
  tag: 'call|deploy|message|deposit',
  type: 'string',
  form: /^(?:call|deploy|message|deposit)$/,
};
const CALL = { tag: 'call', type: 'string', form: /^call$/ };

const required = (rule: Omit<Rule, 'required'>): Rule => ({ ...rule, required: true });
const optional = (rule: Omit<Rule, 'required'>): Rule => ({ ...rule, required: false });

/** Rules by the name of the parameter. One that is `unread` may be anything. */
type Rules = Readonly<Record<string, Rule | 'unread'>>;

const unsigned = {
  version: required(T_INT),
  from: required(T_WALLET),
  to: required(T_ADDRESS),
  value: optional(T_INT),
  timestamp: required(T_INT),
  nid: required(T_INT),
  nonce: optional(T_INT),
  dataType: optional(DATA_TYPE),
  data: 'unread',
} satisfies Rules;

/** The parameters of each kind of method, with the names and rules of the node. */
export const PARAMS = {
  none: {},
  height: { height: required(T_INT) },
  blockHash: { hash: required(T_HASH) },
  transactionHash: { txHash: required(T_HASH) },
  address: { address: required(T_ADDRESS), height: optional(T_INT) },
  contract: { address: required(T_CONTRACT), height: optional(T_INT) },
  call: {
    from: optional(T_WALLET),
    to: required(T_CONTRACT),
    dataType: required(CALL),
    data: 'unread',
    height: optional(T_INT),
  },
  data: { hash: required(T_HASH) },
  supply: { height: optional(T_INT) },
  transaction: {
    ...unsigned,
    stepLimit: required(T_INT),
    signature: required(T_SIGNATURE),
  },
  /** What steps are estimated of. */
  estimate: { ...unsigned, stepLimit: optional(T_INT), signature: optional(T_SIGNATURE) },
} satisfies Record<string, Rules>;

/** Parameters that passed, by name; an optional one that is absent is missing or empty. */
export type Params = Readonly<Record<string, string>>;

/** Checks parameters as strictly as the node does, and in its words: unknown names and wrong types, then forms. */
export function checkParams(params: unknown, rules: Rules): Params {
  if (params === undefined || params === null) {
    if (Object.values(rules).every((rule) => rule !== 'unread' && !rule.required)) return {};
    throw invalidParams(`fail to unmarshal, 'params' of request is required `);
  }
  if (!isObject(params)) throw invalidParams(`fail to unmarshal, 'params' of request must be object type`);
  const texts = textsOf(params, rules);
  const faults = faultsOf(texts, rules);
  const [first] = faults;
  if (first === undefined) return texts;
  const names = faults.filter(({ tag }) => tag === first.tag).map(({ name }) => `'${name}'`);
  throw invalidParams(`fail to validate, ${first.tag}(${names.join(',')})`);
}

function textsOf(params: JsonObject, rules: Rules): Params {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) throw invalidParams(`fail to unmarshal, unknown field '${name}'`);
    if (rule === 'unread' || value === null) continue;
    if (typeof value !== 'string')
      throw invalidParams(`fail to unmarshal, '${name}' must be ${rule.type} type`);
    texts[name] = value;
  }
  return texts;
}

function faultsOf(texts: Params, rules: Rules): { tag: string; name: string }[] {
  return Object.entries(rules).flatMap(([name, rule]) => {
    if (rule === 'unread') return [];
    const text = texts[name] ?? '';
    if (text === '') return rule.required ? [{ tag: 'required', name }] : [];
    return rule.form.test(text) ? [] : [{ tag: rule.tag, name }];
  });
}
