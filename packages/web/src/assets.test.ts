import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIslands } from '../../../tools/build.mjs';
import { houseAssets, islandsOf, type HouseAssets } from './assets.ts';

describe('houseAssets', () => {
  let assets: HouseAssets;
  beforeAll(async () => {
    await buildIslands();
    assets = houseAssets();
  });

  const bodyOf = (url: string | undefined): string => {
    const found = assets.serve.find((served) => served.url === url);
    return found !== undefined && 'body' in found ? found.body : '';
  };

  it('serves every style, icon and script that a page links to', () => {
    for (const url of [...assets.styles, assets.icon, ...assets.scripts]) {
      const served = assets.serve.filter((one) =>
        'folder' in one ? url.startsWith(one.url) : url === one.url,
      );
      expect(served, url).toHaveLength(1);
    }
  });

  it('serves the slices of the Korean face from its own host', () => {
    const urls = [...bodyOf(assets.styles[1]).matchAll(/url\(([^)]+)\)/g)].map(([, url = '']) => url);
    const faces = assets.serve.find(({ url }) => url.includes('pretendard'));
    expect(urls.length).toBeGreaterThan(90);
    for (const url of urls) {
      if (faces === undefined || !('folder' in faces)) throw new Error('The faces are a folder.');
      expect(url.startsWith(faces.url), url).toBe(true);
      expect(existsSync(`${faces.folder}/${url.slice(faces.url.length)}`), url).toBe(true);
    }
  });

  it('asks no other host for anything', () => {
    for (const url of assets.styles) expect(bodyOf(url)).not.toMatch(/@import|url\(['"]?(https?:)?\/\//);
  });
});

describe('islandsOf', () => {
  it('is nothing for a workspace without islands', () => {
    expect(islandsOf('testkit', new URL('../../testkit', import.meta.url).pathname)).toBeNull();
  });
});
