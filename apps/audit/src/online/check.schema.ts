import { z } from 'zod';
import { confidences, severities } from '../catalogue/finding.ts';
import { verdicts } from '../checklist/verdict.ts';
import { engines } from '../domain/model/subject.ts';

const Position = z.strictObject({
  line: z.int().describe('From 1 on'),
  column: z.int().describe('From 0 on, in UTF-16 units'),
});

const Stretch = z
  .strictObject({ file: z.string(), start: Position, end: Position.describe('Excluded') })
  .meta({ id: 'AuditStretch' });

const Fix = z.strictObject({
  safe: z.boolean().describe('Whether the contract does what it did before'),
  edits: z.array(z.strictObject({ start: z.int(), end: z.int(), text: z.string(), file: z.string() })),
});

const finding = {
  rule: z.string().describe('Id in the catalogue; X… for what the tool itself has to say'),
  severity: z.enum(severities),
  confidence: z.enum(confidences),
  at: Stretch,
  within: z.string().describe('Class.method around the place'),
  fingerprint: z.string().describe('Stays the same when lines elsewhere change'),
  message: z.string(),
  advice: z.string(),
  reasons: z.array(z.strictObject({ at: Stretch, text: z.string() })),
  fix: Fix.optional(),
};

const Finding = z.strictObject(finding).meta({ id: 'AuditFinding' });
const Suppressed = z.strictObject({ ...finding, reason: z.string() });
const Evidence = z.strictObject({ at: z.array(Stretch), text: z.string() }).meta({ id: 'AuditEvidence' });

const Verdict = z
  .strictObject({
    id: z.string().describe('CL-C… of a critical line, CL-W… of a warning'),
    kind: z.enum(['critical', 'warning']),
    title: z.string(),
    verdict: z.enum(verdicts),
    why: z.string(),
    seen: z.array(Evidence),
    open: z.array(Evidence).describe('What a person has to judge'),
    findings: z.array(z.string()).describe('Fingerprints'),
    suppressed: z.array(z.string()).describe('Fingerprints'),
  })
  .meta({ id: 'AuditVerdict' });

const Manifest = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('absent') }),
  z.strictObject({ state: z.literal('invalid'), why: z.string() }),
  z.strictObject({
    state: z.literal('read'),
    mainModule: z.string().optional(),
    mainScore: z.string().optional(),
    version: z.string(),
  }),
]);

const Package = z
  .strictObject({
    root: z.string().describe('Folder of the package in what was handed in'),
    manifest: Manifest,
    files: z.array(z.strictObject({ path: z.string(), lines: z.int() })),
    checklist: z.array(Verdict).describe('The official checklist, in its order'),
    findings: z.array(Finding),
    suppressed: z.array(Suppressed).describe('What comments in the source say is meant so'),
    known: z.array(Finding),
    unsure: z.array(Finding),
    failedRules: z.array(z.string()),
    settings: z.null(),
  })
  .meta({ id: 'AuditPackage' });

/** A check as `./madang audit check --json` prints it. */
export const AuditReport = z
  .strictObject({
    version: z.literal(1),
    tool: z.strictObject({ name: z.string(), version: z.string() }),
    ruleSet: z.string(),
    engine: z.enum(engines),
    rules: z.array(z.string()).describe('Those that ran'),
    packages: z.array(Package),
    html: z.string().optional().describe('The report as a part of a page, without scripts; when asked for'),
  })
  .meta({ id: 'AuditReport' });
export type AuditReport = z.infer<typeof AuditReport>;

export const STEPS = ['waiting', 'reading', 'trees', 'facts', 'rules', 'report'] as const;

/** How far a check is. */
export const CheckProgress = z
  .strictObject({
    step: z.enum(STEPS),
    done: z.int().describe('Rules that ran, of each package; who waits: 0'),
    total: z.int().describe('Rules to run; who waits: how many are before'),
  })
  .meta({ id: 'AuditProgress' });
export type CheckProgress = z.infer<typeof CheckProgress>;

export const CheckQuery = z.strictObject({
  name: z
    .string()
    .max(200, 'must have at most 200 characters')
    .regex(/^[^/\\\u0000-\u001f]+$/, 'must be the name of a file, without folders')
    .optional()
    .describe('How a single Python file is called; contract.py unless told.'),
  language: z.enum(['ko', 'en']).optional().describe('Of the sentences; the one of this house unless told.'),
  html: z.enum(['yes', 'no']).optional().describe('Whether the report is drawn, too.'),
  sample: z
    .enum(['yes', 'no'])
    .optional()
    .describe('Checks a small contract of ours; nothing has to be handed in.'),
});
