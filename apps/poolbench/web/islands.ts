import { hydrateIslands } from '@madang/web/islands';
import { LiveView } from '../src/watch/live-view.tsx';

hydrateIslands(LiveView);
