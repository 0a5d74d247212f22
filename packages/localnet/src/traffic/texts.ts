/** Names of tokens and collections. Some try what a page must not fall for: markup, quotes, turned writing, control characters. */
export const NAMES: readonly (readonly [name: string, symbol: string])[] = [
  ['마당', 'MDG'],
  ['한강 포인트', 'HGP'],
  ['Courtyard Coin', 'YARD'],
  ['제주 감귤 토큰', 'GYUL'],
  ['<script>alert(1)</script>', '<b>X</b>'],
  ['까치 마일리지', 'KKC'],
  ['Ｗｉｄｅ Ｎａｍｅ', 'ＷＤ'],
  ['김치찌개 🍲', '🍲'],
  ['"quoted" & \'more\' <i>', '"&\''],
  ['서울 지하철 2호선', 'LINE2'],
  ['\u202Egnol si siht', '\u202EXYZ'],
  ['bell\u0007tab\tline\nbreak', 'C\u0000TL'],
  ['별 헤는 밤', 'STAR'],
  ['{{7*7}} ${7*7} %s', '%s'],
  ['은하수', 'GLXY'],
  ["'; DROP TABLE tracker.block; --", 'SQL'],
  ['👨‍👩‍👧‍👦 가족', 'FAM'],
  ['e\u0301 combining', 'E\u0301'],
  ['독도 갈매기', 'GULL'],
  ['Z̸̧a̷l̶g̵o̸', 'ZLG'],
];

/** Texts of messages and events. */
export const TEXTS: readonly string[] = [
  '안녕하세요, 마당입니다.',
  '점심값 보냅니다 🍚',
  'thanks for the ride',
  '<img src=x onerror=alert(document.domain)>',
  '동해물과 백두산이 마르고 닳도록',
  '🎉🎊🥳',
  '=HYPERLINK("http://example.invalid","click")',
  'line one\nline two\r\nline three',
  '\u001b[31mred\u001b[0m',
  'nothing\u0000after',
  '../../../../etc/passwd',
  '가'.repeat(300),
  '{"json":true}',
  ' ',
  '정산 완료 — 2차',
];

/** Bytes that are no text. */
export const RAW_BYTES: readonly Buffer[] = [
  Buffer.from('ff', 'hex'),
  Buffer.from('c080e0a0', 'hex'),
  Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
  Buffer.from('eda080', 'hex'),
  Buffer.from('00'.repeat(32), 'hex'),
];
