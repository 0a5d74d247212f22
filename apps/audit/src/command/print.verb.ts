import type { Verb } from '@madang/system';

/** `audit print PRINTER PATH`: pictures of a contract. */
export const printVerb: Verb = {
  name: 'print',
  summary:
    'Draws a SCORE before it is read: entry points, who can change what, flow of ICX, calls, storage and more; alone it lists them (컨트랙트의 그림을 그립니다)',
  examples: [
    'print',
    'print access my_score/',
    'print calls my_score.zip --format svg --output calls.svg',
    'print storage my_score/ --class Token --format json',
    'print entry-points my_score/ --language ko',
  ],
  flags: {
    format: 'text, json, mermaid or svg; text unless given (출력 형식)',
    class: 'The contract class to draw; all contracts unless given (그릴 컨트랙트 클래스)',
    output: 'File to write; standard output unless given (결과를 쓸 파일)',
  },
  run: async (context) => (await import('./run-print.ts')).runPrint(context),
};
