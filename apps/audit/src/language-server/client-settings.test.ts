import { describe, expect, it } from 'vitest';
import { readClientSettings } from './client-settings.ts';

describe('what a client sets', () => {
  it.each([undefined, null, 'text', 7, [], {}, { command: '/opt/madang', language: null }])(
    'is left at the defaults by %j',
    (given) => {
      expect(readClientSettings(given)).toEqual({
        settings: { leastSeverity: 'info', codeLens: true },
        faults: [],
      });
    },
  );

  it('is taken where it is right, and told where it is wrong', () => {
    const { settings, faults } = readClientSettings({
      language: 'ko',
      engine: 'v3',
      rulePages: 'javascript:alert(1)',
      codeLens: 'yes',
    });
    expect(settings).toEqual({ language: 'ko', leastSeverity: 'info', codeLens: true });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'madang.engine',
      'madang.rulePages',
      'madang.codeLens',
    ]);
  });
});
