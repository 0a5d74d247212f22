import { printable } from '@madang/errors';
import type { Language } from './diagnostics.ts';
import { READ_LIMITS } from './read-folder.ts';

interface Say {
  readonly troubled: (folder: string, why: string) => string;
  readonly cut: (folder: string) => string;
}

const { files } = READ_LIMITS;

const inOneLine = (why: string): string => why.replaceAll(/\s*\n\s*/g, ' ');

/** What the server itself has to say to the person at the editor. */
export const serverWords: Readonly<Record<Language, Say>> = {
  en: {
    troubled: (folder, why) =>
      `madang: ${printable(folder, 300)} is not checked as it should be: ${printable(inOneLine(why), 500)}`,
    cut: (folder) =>
      `madang: ${printable(folder, 300)} holds too much to read all of it (more than ${files} files or 16 MB). Files in deeper folders are left out; a package.json beside the contract says where it begins.`,
  },
  ko: {
    troubled: (folder, why) =>
      `madang: ${printable(folder, 300)} 폴더를 제대로 검사하지 못했습니다: ${printable(inOneLine(why), 500)}`,
    cut: (folder) =>
      `madang: ${printable(folder, 300)} 폴더가 너무 커서 다 읽지 않았습니다(파일 ${files}개 또는 16 MB 초과). 깊은 폴더의 파일은 빠집니다. 컨트랙트 옆의 package.json이 시작 위치를 알려 줍니다.`,
  },
};
