import { defineRule } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { outsideUses } from '../../domain/model/outside-uses.ts';
import { words } from './words.ts';

const NETWORK: ReadonlySet<string> = new Set(
  `socket ssl http urllib urllib2 urllib3 requests aiohttp httpx ftplib smtplib telnetlib poplib imaplib nntplib xmlrpc websocket websockets
  socketserver asyncio select selectors httplib httplib2 paramiko iconsdk web3 jsonrpcclient grpc zmq redis pymongo`.split(
    /\s+/,
  ),
);

/** The rest of the SDK builds wallets, calls and transactions. */
const CONNECTS = /\.(?:IconService|\w*Provider)$/;

export const rule = defineRule({
  id: 'D03',
  name: 'network-access',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C05'],
  words,
  check(subject, report) {
    for (const { root, name, found, call } of outsideUses(subject)) {
      if (!NETWORK.has(root) || call === undefined || (root === 'iconsdk' && !CONNECTS.test(name))) continue;
      report(found, words.says.call, { call: sourceOf(found.module, found.node) });
    }
  },
});
