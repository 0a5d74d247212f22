import { defineSettings, setting } from '@madang/config';

/** Which chain is followed. Belongs to the house: every system that follows a chain follows this one. */
export const chainSettings = defineSettings('', {
  node: setting.text({
    default: null as string | null,
    doc: 'Address of an ICON node (http://HOST:9080/api/v3), several of one chain separated by commas, or replay:DIR for a recording; a chain of our own when not set.',
  }),
});

/** Whether the node is served by the house itself: a chain of its own, or a recording. */
export function isReplay(node: string | null): boolean {
  return node === null || node.startsWith('replay:');
}
