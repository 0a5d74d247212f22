import { definePhrases } from '../phrase/define-phrases.ts';

export const s5 = definePhrases('s5', {
  name: { en: 'The stall (S5)', ko: '멈춤(S5)' },
  noStop: {
    en: 'S5 left out the stopped back-end: only on a server of its own does a run stop processes (SIGSTOP).',
    ko: 'S5에서 백엔드를 멈추는 측정은 뺐습니다. 프로세스를 멈추는 일(SIGSTOP)은 측정용으로 띄운 서버에서만 합니다.',
  },

  lock: {
    en: '{arm}, the table locked for {stall} ms in {length} s: users have {open} and {openLongest} ms at most, by an open loop; a closed one shows {closed} and {closedLongest} ms at most, which is unsafe: its workers asked nothing meanwhile.',
    ko: '‘{arm}’: {length}초 가운데 {stall} ms 동안 테이블이 잠기면 이용자가 겪는 응답은 {open}, 길게는 {openLongest} ms입니다(열린 루프). 닫힌 루프로 재면 {closed}, 길게는 {closedLongest} ms이지만, 멈춘 동안 작업자가 묻지 않아 안전하지 않은 값입니다.',
  },
  stopped: {
    en: '{arm}, one back-end stopped for {stall} ms in {length} s: users have {open} and {openLongest} ms at most, by an open loop; a closed one shows {closed} and {closedLongest} ms at most, which is unsafe: its workers asked nothing meanwhile.',
    ko: '‘{arm}’: {length}초 가운데 {stall} ms 동안 백엔드 하나가 멈추면 이용자가 겪는 응답은 {open}, 길게는 {openLongest} ms입니다(열린 루프). 닫힌 루프로 재면 {closed}, 길게는 {closedLongest} ms이지만, 멈춘 동안 작업자가 묻지 않아 안전하지 않은 값입니다.',
  },

  lanes: {
    en: 'With one back-end stopped, a {pool} has {ofPool}, and one pipelined connection {ofLane}{end}.',
    ko: '백엔드 하나가 멈추면 응답은 ‘{pool}’에서 {ofPool}, 파이프라인 연결 하나에서 {ofLane}입니다{end}.',
  },
  blocks: {
    en: ': all wait behind the one who is not answered (head-of-line blocking)',
    ko: '. 답을 못 받은 하나 뒤에서 모두가 기다립니다(head-of-line blocking)',
  },
  seen: {
    en: 'In each of {cells} cells somebody waited {longest} ms or more, of a stall of {stall} ms.',
    ko: '{stall} ms의 멈춤 동안, 셀 {cells}개 모두에서 누군가는 {longest} ms 이상 기다렸습니다.',
  },
});
