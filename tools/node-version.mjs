// Imported first by every tool, so that an old Node says this one sentence and not a stack trace.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const wanted = engines.node.replace('>=', '');

/** @param {string} version */
function comparable(version) {
  const [major, minor] = version.split('.').map(Number);
  return (major ?? 0) * 1000 + (minor ?? 0);
}

if (comparable(process.versions.node) < comparable(wanted)) {
  process.stderr.write(
    `madang needs Node.js ${wanted} or newer; this is ${process.versions.node} (${process.execPath}). ` +
      'Install a newer one, or put it first on the PATH, and run the same command again.\n',
  );
  process.exit(1);
}
