import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { h } from 'preact';
import { buildIslands, bundleIslands } from '../../../tools/build.mjs';
import { drawDocument, houseAssets, type Served } from '../src/host.ts';
import { LANGS } from '../src/index.ts';
import { galleryFrame, PAGES, type PageName } from './gallery.tsx';
import { sampleBlocks } from './sample.ts';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.woff2': 'font/woff2' };
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export interface Gallery {
  readonly url: string;
  /** Moves the chain on and tells the pages that listen. */
  readonly advance: (tip: number) => void;
  /** Ends every stream of events, as a server that restarts does. */
  readonly dropStreams: () => void;
  readonly stop: () => Promise<void>;
}

/** Serves the gallery under the content security policy of the house. */
export async function startGallery(): Promise<Gallery> {
  await buildIslands();
  const files = await filesToServe();
  const streams = new Set<ServerResponse>();
  let tip = 1778;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://gallery');
    response.setHeader('content-security-policy', POLICY);
    if (url.pathname === '/events') openStream(request, response, streams);
    else if (url.pathname === '/data')
      send(response, 'application/json', JSON.stringify({ blocks: sampleBlocks(tip) }));
    else if (isPage(url.pathname.slice(1)))
      send(response, 'text/html; charset=utf-8', draw(url, files.scripts));
    else void sendFile(response, url.pathname, files.served);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    advance: (to) => {
      tip = to;
      for (const stream of streams) stream.write(`event: block\nid: ${to}\ndata: {"height":${to}}\n\n`);
    },
    dropStreams: () => {
      for (const stream of streams) stream.destroy();
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

interface Files {
  readonly served: readonly Served[];
  readonly scripts: readonly string[];
}

async function filesToServe(): Promise<Files> {
  const output = await bundleIslands(fileURLToPath(new URL('islands.ts', import.meta.url)));
  const served = output.map(({ fileName, code = '' }) => ({
    url: `/gallery/${fileName}`,
    type: 'text/javascript',
    body: code,
  }));
  const entry = output.find(({ isEntry }) => isEntry === true);
  return { served: [...served, ...houseAssets().serve], scripts: [`/gallery/${entry?.fileName ?? ''}`] };
}

function isPage(name: string): name is PageName {
  return Object.hasOwn(PAGES, name);
}

function draw(url: URL, scripts: readonly string[]): string {
  const name = url.pathname.slice(1) as PageName;
  const lang = LANGS.find((one) => one === url.searchParams.get('lang')) ?? 'ko';
  const theme = (['light', 'dark'] as const).find((one) => one === url.searchParams.get('theme')) ?? 'auto';
  const frame = galleryFrame(name, lang, theme);
  const title = frame.places.find(({ current }) => current)?.label ?? name;
  return drawDocument({ frame, title, assets: { ...houseAssets(), scripts }, body: h(PAGES[name], null) });
}

async function sendFile(response: ServerResponse, path: string, served: readonly Served[]): Promise<void> {
  const found = served.find((one) => ('folder' in one ? path.startsWith(one.url) : path === one.url));
  if (found === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  if ('folder' in found)
    send(response, TYPES[extname(path)] ?? '', await readFile(join(found.folder, basename(path))));
  else send(response, found.type, found.body);
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.setHeader('content-type', type);
  response.end(body);
}

function openStream(request: IncomingMessage, response: ServerResponse, streams: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': welcome\n\n');
  streams.add(response);
  request.on('close', () => streams.delete(response));
}
