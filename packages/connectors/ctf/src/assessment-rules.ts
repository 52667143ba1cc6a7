/** How one kind of assessment in a transfer file is read. */
export interface AssessmentRule {
  readonly stage: string;
  readonly subject: string;
  /** `TT`: test or task · `TA`: teacher assessment. */
  readonly method: string;
  /** Codes under which writers give the subject as a whole. */
  readonly components: readonly string[];
  /** Codes of what the result is, for example a scaled score; absent: any, since the result itself says it. */
  readonly qualifiers?: readonly string[];
  /** First and last calendar year of the assessments, both included; absent: open. */
  readonly years?: readonly [first: number, last?: number];
  /** Id of the grade scheme; absent: the assessment is known, and there is no scheme for it. */
  readonly gradeScheme?: string;
  readonly qualificationId?: string;
  /** Why it is not read, when there is no scheme. */
  readonly notRead?: string;
}

const whole = ['SUB', 'MAT', 'SCI', 'ENG'] as const;

const scaled = (subject: string, components: readonly string[], name: string): AssessmentRule => ({
  stage: 'KS2',
  subject,
  method: 'TT',
  components,
  qualifiers: ['SS'],
  years: [2016],
  gradeScheme: 'ks2-scaled-score',
  qualificationId: `ks2-${name}`,
});

const judged = (subject: string, components: readonly string[], name: string): AssessmentRule[] => [
  {
    ...{ stage: 'KS2', subject, method: 'TA', components, years: [2016, 2018] },
    gradeScheme: 'ks2-teacher-assessment-interim',
    qualificationId: `ks2-${name}`,
  },
  {
    ...{ stage: 'KS2', subject, method: 'TA', components, years: [2019] },
    gradeScheme: 'ks2-teacher-assessment',
    qualificationId: `ks2-${name}`,
  },
];

/**
 * The assessments that are known, by the codes of the file. Everything else is counted as unmapped and passed over: in particular levels before
 * 2016, raw marks, and key stage 1.
 *
 * Seen in writers of others: `KS2 MAT TT MTC` with the qualifier `MT` (the department's own multiplication tables check), `KS2 ENG TA REA`,
 * `KS1 PHO`, `EYF`. **Not verified**: the qualifier `SS` of scaled scores and the component `SUB`: when your files have others they are
 * counted, and the setting `assessments` adds them.
 */
export const assessmentRules: readonly AssessmentRule[] = [
  scaled('ENG', ['REA'], 'reading'),
  scaled('ENG', ['GPS'], 'grammar-punctuation-spelling'),
  scaled('MAT', whole, 'mathematics'),
  ...judged('ENG', ['REA'], 'reading'),
  ...judged('ENG', ['WRI'], 'writing'),
  ...judged('MAT', whole, 'mathematics'),
  {
    ...{ stage: 'KS2', subject: 'SCI', method: 'TA', components: whole, years: [2016] },
    gradeScheme: 'ks2-science-teacher-assessment',
    qualificationId: 'ks2-science',
  },
  {
    ...{ stage: 'KS2', subject: 'MAT', method: 'TT', components: ['MTC'] },
    notRead: 'multiplication tables check: there is no grade scheme for it',
  },
  {
    ...{ stage: 'KS1', subject: 'PHO', method: 'TA', components: ['PHO'] },
    notRead: 'phonics screening check: there is no grade scheme for it',
  },
];
