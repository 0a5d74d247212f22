import { dirname, extname, relative, sep } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';

const PATH_OF = '__pathOf';
const URL_OF = '__urlOf';

/** How a file of the bundle names itself. */
const OWN_URL = { esm: 'import.meta.url', cjs: `${URL_OF}(__filename)` };

/**
 * Lets every module of a bundle go on speaking of the place where its source lies: files are read, folders are named and
 * packages are found from there. The places are told relative to the bundle, so that the repository may be moved.
 *
 * Two things lie in the bundle, because Node is to run them: the program, and what is named as
 * `new URL('./x.worker.ts', import.meta.url)`, which becomes one more entry.
 *
 * @param {object} options
 * @param {string} options.folder where the files of the bundle will be
 * @param {ReadonlyMap<string, string>} options.elsewhere modules that lie at another place while they run
 * @param {'esm' | 'cjs'} [options.format] what the files of the bundle are
 * @returns {import('rolldown').Plugin}
 */
export function sourcePlaces({ folder, elsewhere, format = 'esm' }) {
  return {
    name: 'source-places',
    transform: {
      filter: { id: { include: /\.tsx?$/, exclude: /[\\/]node_modules[\\/]/ }, code: /\bimport\.meta\b/ },
      async handler(code, id) {
        const { places, workers } = mentionsIn(code, id);
        const place = elsewhere.get(id) ?? id;
        const edits = places.map(({ property, ...span }) => ({
          ...span,
          text: expressionOf(property, folder, place, OWN_URL[format]),
        }));
        for (const { path, ...span } of workers) {
          const found = await this.resolve(path, id);
          if (found === null) this.error(`${id} names the worker ${path}, which is not there`);
          const file = this.emitFile({ type: 'chunk', id: found.id });
          edits.push({ ...span, text: `import.meta.ROLLUP_FILE_URL_${file}` });
        }
        // In the first line, so that all lines keep their numbers; columns are not worth a map of the change.
        const head = `import { fileURLToPath as ${PATH_OF}, pathToFileURL as ${URL_OF} } from 'node:url'; `;
        return { code: head + edited(code, edits), map: null };
      },
    },
  };
}

/**
 * @typedef {{ start: number, end: number }} Span
 * @typedef {'url' | 'filename' | 'dirname'} Property of `import.meta`
 */

/**
 * Where a module names a worker (the whole arguments of `new URL`), and where else it asks for its own place.
 *
 * @param {string} code
 * @param {string} id
 */
function mentionsIn(code, id) {
  /** @type {(Span & { property: Property })[]} */
  const places = [];
  /** @type {(Span & { path: string })[]} */
  const workers = [];
  new Visitor({
    MemberExpression(node) {
      const property = propertyOf(node);
      if (property !== null) places.push({ start: node.start, end: node.end, property });
    },
    NewExpression({ callee, arguments: [path, base] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'URL') return;
      if (path?.type !== 'Literal' || typeof path.value !== 'string' || !path.value.endsWith('.worker.ts'))
        return;
      if (base === undefined || propertyOf(base) !== 'url') return;
      workers.push({ start: path.start, end: base.end, path: path.value });
    },
  }).visit(parseSync(id, code, { lang: extname(id) === '.tsx' ? 'tsx' : 'ts' }).program);
  const isInWorker = (/** @type {Span} */ { start, end }) =>
    workers.some((worker) => worker.start <= start && end <= worker.end);
  return { places: places.filter((place) => !isInWorker(place)), workers };
}

/** @param {import('rolldown/utils').ESTree.Node} node @returns {Property | null} */
function propertyOf(node) {
  if (node.type !== 'MemberExpression' || node.object.type !== 'MetaProperty') return null;
  if (node.computed || node.property.type !== 'Identifier') return null;
  const { name } = node.property;
  return name === 'url' || name === 'filename' || name === 'dirname' ? name : null;
}

/**
 * @param {Property} property
 * @param {string} folder
 * @param {string} place
 * @param {string} ownUrl
 */
function expressionOf(property, folder, place, ownUrl) {
  const path = relative(folder, property === 'dirname' ? dirname(place) : place);
  const url = path.split(sep).map(encodeURIComponent).join('/');
  const placed = `new URL(${JSON.stringify(url)}, ${ownUrl})`;
  return property === 'url' ? `${placed}.href` : `${PATH_OF}(${placed})`;
}

/**
 * @param {string} code
 * @param {readonly (Span & { text: string })[]} edits
 */
function edited(code, edits) {
  const fromTheEnd = edits.toSorted((a, b) => b.start - a.start);
  return fromTheEnd.reduce(
    (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    code,
  );
}
