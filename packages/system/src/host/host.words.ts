import { defineWords } from '@madang/web';

export const hostWords = defineWords({
  errorTitle: { ko: '문제가 생겼습니다', en: 'Something went wrong' },
  toCourtyard: { ko: '마당으로', en: 'To the courtyard' },
  courtyardTitle: { ko: '마당', en: 'Courtyard' },
  courtyardLead: {
    ko: '작은 시스템들이 한 마당을 둘러쌌습니다. 들어갈 곳을 고르세요.',
    en: 'Small systems around one courtyard. Choose a room.',
  },
  apiTitle: { ko: 'API', en: 'API' },
  apiLead: {
    ko: '페이지에 보이는 것은 모두 여기서도 받을 수 있습니다. 목록은 CSV와 JSON Lines로도 나옵니다.',
    en: 'Everything that pages show can be asked for here. Lists also come as CSV and JSON Lines.',
  },
  openapi: { ko: 'OpenAPI 3.1 문서', en: 'OpenAPI 3.1 document' },
  question: { ko: '물음', en: 'Question' },
  path: { ko: '경로', en: 'Path' },
  parameters: { ko: '매개변수', en: 'Parameters' },
  none: { ko: '없음', en: 'none' },
  live: { ko: '실시간', en: 'live' },
});
