import type { CheckRun } from '../../src/check-run.ts';
import { formats } from './every-format.ts';

/** What tests look at in a SARIF log. */
export interface Sarif {
  readonly runs: readonly [
    {
      readonly originalUriBaseIds: Readonly<Record<string, unknown>>;
      readonly properties: {
        readonly since?: readonly {
          readonly package: string | null;
          readonly changes: readonly { readonly area: string; readonly text: string }[];
        }[];
      };
      readonly invocations: readonly [
        {
          readonly executionSuccessful: boolean;
          readonly toolExecutionNotifications: readonly {
            readonly associatedRule: { readonly id: string };
          }[];
        },
      ];
      readonly results: {
        readonly ruleId: string;
        level: string;
        readonly baselineState?: string;
        readonly properties: { readonly severity: string; readonly confidence: string };
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly suppressions: readonly unknown[];
        readonly codeFlows?: readonly {
          readonly threadFlows: readonly [{ readonly locations: readonly unknown[] }];
        }[];
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
              readonly region: unknown;
            };
          },
        ];
      }[];
    },
  ];
}

/** A check as SARIF, read back. */
export const sarifOf = (run: CheckRun): Sarif =>
  JSON.parse(formats.sarif(run, { language: 'en', colour: false })) as Sarif;
