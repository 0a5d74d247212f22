import { defineWords } from '@madang/web';

export const roomnameWords = defineWords({
  notes: { ko: '쪽지', en: 'Notes' },
  latest: { ko: '최근 쪽지', en: 'Latest notes' },
  note: { ko: '내용', en: 'Note' },
  writtenAt: { ko: '쓴 때', en: 'Written' },
  noNotes: { ko: '아직 쪽지가 없습니다.', en: 'There is no note yet.' },
});
