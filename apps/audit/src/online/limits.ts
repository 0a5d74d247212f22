/** Bytes that may be handed in: twice what a node takes of a contract, as hex. */
export const MOST_BYTES = 4 * 1024 * 1024;
