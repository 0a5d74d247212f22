export { drawDocument } from './document.tsx';
export type { Page, PageAssets } from './document.tsx';
export { houseAssets, houseTokens, islandsOf } from './assets.ts';
export type { HouseAssets, IslandAssets, Served } from './assets.ts';
