import { sha3 } from '@madang/icon';
import { zipOf } from '../scores/zip.ts';
import { GOVERNANCE_SOURCE } from './governance.source.ts';

const DESCRIPTION = { version: '1.0.0', main_module: 'main', main_score: 'Governance' };

const bytes = zipOf({
  'governance/__init__.py': 'from .main import Governance\n',
  'governance/main.py': GOVERNANCE_SOURCE,
  'governance/package.json': `${JSON.stringify(DESCRIPTION, null, 2)}\n`,
});

/** The archive that the governance contract of a genesis is told to come from. */
export const GOVERNANCE_ARCHIVE = { bytes, codeHash: sha3(bytes) };
