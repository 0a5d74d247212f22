import { hydrateIslands } from '@madang/web/islands';
import { LiveHome } from '../src/home/live-home.tsx';

hydrateIslands(LiveHome);
