/** What a P-Rep tells of itself. */
export interface PRepName {
  readonly name: string;
  /** Three letters, as ISO 3166-1 has them. */
  readonly country: string;
  readonly city: string;
  /** The first part of its host's name. */
  readonly host: string;
}

/** P-Reps of a chain, in no order. One has markup in its name, as some have: a page that shows it has to escape it. */
export const PREP_NAMES: readonly PRepName[] = [
  { name: '마당 노드', country: 'KOR', city: 'Seoul', host: 'madang' },
  { name: 'Courtyard Validators', country: 'DEU', city: 'Berlin', host: 'courtyard' },
  { name: '한강 스테이킹', country: 'KOR', city: 'Seoul', host: 'hangang' },
  { name: 'Busan Bridge', country: 'KOR', city: 'Busan', host: 'bridge' },
  { name: '제주 바람', country: 'KOR', city: 'Jeju', host: 'jeju' },
  { name: 'Pine & Stone <i>Nodes</i>', country: 'CAN', city: 'Vancouver', host: 'pine' },
  { name: '은하수 연구소', country: 'KOR', city: 'Daejeon', host: 'galaxy' },
  { name: 'Harbour Light', country: 'SGP', city: 'Singapore', host: 'harbour' },
  { name: '까치 협동조합', country: 'KOR', city: 'Jeonju', host: 'magpie' },
  { name: 'Northern Ledger', country: 'NOR', city: 'Tromsø', host: 'northern' },
];
