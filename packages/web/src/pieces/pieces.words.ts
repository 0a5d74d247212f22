import { defineWords } from '../words.ts';

export const pieceWords = defineWords({
  filters: { ko: '거르는 조건', en: 'Filters' },
  applyFilters: { ko: '거르기', en: 'Apply' },
  clearFilters: { ko: '조건 지우기', en: 'Clear' },
  height: { ko: '높이', en: 'Height' },
  noBlock: { ko: '아직 블록이 없습니다', en: 'No block yet' },
  since: { ko: '{age}부터', en: 'since {age}' },
  reconnecting: { ko: '연결이 끊겨 다시 잇는 중', en: 'Connection lost, trying again' },
  breadcrumb: { ko: '지금 있는 곳', en: 'Breadcrumb' },
  newer: { ko: '더 새것', en: 'Newer' },
  older: { ko: '더 옛것', en: 'Older' },
  first: { ko: '처음', en: 'First' },
  further: { ko: '다음', en: 'Next' },
  wholeList: { ko: '목록 전체', en: 'Whole list' },
  copy: { ko: '복사', en: 'Copy' },
  copied: { ko: '복사했습니다', en: 'Copied' },
  notCopied: { ko: '복사하지 못했습니다', en: 'Could not copy' },
  errorCode: { ko: '오류 코드', en: 'Error code' },
  requestId: { ko: '요청 번호', en: 'Request id' },
  cut: { ko: '{shown}자까지만 보입니다. 전체 {length}자', en: 'first {shown} of {length} characters' },
  loading: { ko: '불러오는 중', en: 'Loading' },
  failed: { ko: '실패', en: 'Failed' },
});

export const kindWords = defineWords({
  transfer: { ko: '보내기', en: 'Transfer' },
  call: { ko: '호출', en: 'Call' },
  deploy: { ko: '배포', en: 'Deploy' },
  message: { ko: '메시지', en: 'Message' },
  deposit: { ko: '예치', en: 'Deposit' },
  base: { ko: '기본', en: 'Base' },
  genesis: { ko: '제네시스', en: 'Genesis' },
  dsr: { ko: '이중 서명 신고', en: 'Double-sign report' },
  unknown: { ko: '알 수 없음', en: 'Unknown' },
});
