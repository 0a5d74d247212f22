import { definePhrases } from '../phrase/define-phrases.ts';

export const s8 = definePhrases('s8', {
  name: { en: 'The burst after idle time (S8)', ko: '쉬다가 몰릴 때(S8)' },
  slowest: {
    en: 'After {quiet} ms of quiet, the slowest of {asking} who come at once takes {cold} ms with a {coldArm}, and {warm} ms with one that keeps them: {times}. With postgres.js, whose pool closes none for being idle, {other} ms.',
    ko: '{quiet} ms 쉰 뒤 요청 {asking}개가 한꺼번에 몰리면, 가장 늦은 요청이 ‘{coldArm}’에서는 {cold} ms, 연결을 지켜 두는 풀에서는 {warm} ms 걸려 {times}입니다. 쉰다고 연결을 닫지 않는 postgres.js의 풀에서는 {other} ms입니다.',
  },
  opened: {
    en: 'In {bursts} bursts of {asking}, the pool that lets idle connections go opened {cold}, and the pools that keep them {kept}.',
    ko: '요청 {asking}개씩 {bursts}번 몰리는 동안, 유휴 연결을 놓아 주는 풀은 연결을 {cold}개, 지켜 두는 풀은 {kept}개 열었습니다.',
  },
});
