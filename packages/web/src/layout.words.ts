import { defineWords } from './words.ts';

export const layoutWords = defineWords({
  house: { ko: '마당', en: 'Madang' },
  houseHome: { ko: '마당 첫 화면', en: 'Madang home' },
  skip: { ko: '본문으로 건너뛰기', en: 'Skip to content' },
  places: { ko: '둘러보기', en: 'Places' },
  language: { ko: '언어', en: 'Language' },
  theme: { ko: '화면', en: 'Theme' },
  auto: { ko: '기기에 맞춤', en: 'Match device' },
  light: { ko: '밝게', en: 'Light' },
  dark: { ko: '어둡게', en: 'Dark' },
});
