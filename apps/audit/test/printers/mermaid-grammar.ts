/** Text of a label: letters, digits, spaces, codes of other signs, and line breaks of ours. */
const LABEL = String.raw`"(?:[\p{L}\p{N} ]|#\d+;|<br/>)+"`;
const ID = String.raw`(?:[nc]\d+|note\d+|nothing)`;
const SHAPE = String.raw`(?:\[${LABEL}\]|\[\(${LABEL}\)\]|\(\[${LABEL}\]\)|\{\{${LABEL}\}\}|\[\[${LABEL}\]\])`;

const LINES: readonly RegExp[] = [
  new RegExp(String.raw`^ {2}subgraph c\d+\[${LABEL}\]$`, 'u'),
  /^ {2}end$/,
  new RegExp(String.raw`^ {2}(?: {2})?${ID}${SHAPE}(?::::[a-z]+)?$`, 'u'),
  new RegExp(String.raw`^ {2}n\d+ (?:-{2,3}>|-\.{1,2}->)(?:\|${LABEL}\|)? n\d+$`, 'u'),
  /^ {2}classDef [a-z]+ (?:stroke:#[0-9a-f]{6},stroke-width:2px|stroke-dasharray:4)$/,
];

/** Lines that are not what a printer writes: a part of Mermaid's flowcharts, held stricter than Mermaid does. */
export function mermaidFaults(text: string): string[] {
  const [open, title, close, flowchart, ...lines] = text.split('\n');
  const head = [open, title, close, flowchart].join('\n');
  const isHead = new RegExp(String.raw`^---\ntitle: ${LABEL}\n---\nflowchart (?:LR|BT)$`, 'u').test(head);
  const known = new Set(lines.flatMap((line) => /^ +([nc]\d+|note\d+|nothing)[[({]/.exec(line)?.[1] ?? []));
  const unread = lines.filter((line) => !LINES.some((form) => form.test(line)));
  const loose = lines.filter((line) => {
    const ends = /^ {2}(n\d+) -.*> ?(?:\|.*\|)? ?(n\d+)$/u.exec(line);
    return ends !== null && !(known.has(ends[1] ?? '') && known.has(ends[2] ?? ''));
  });
  return [...(isHead ? [] : [head]), ...new Set([...unread, ...loose])];
}
