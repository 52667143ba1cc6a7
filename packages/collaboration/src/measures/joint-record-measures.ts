import type { CollaborationMeasure } from './collaboration-measure.ts';

/** Measures of partnerships and of action learning. */
export const jointRecordMeasures: readonly CollaborationMeasure[] = [
  {
    id: 'partnership.coverage',
    title: 'Expertise sought and offered',
    about: 'partnership',
    meaning: 'Which expertise a partner seeks that another offers, and which nobody does.',
    formula: 'expertise sought that at least one other partner offers ÷ expertise sought',
    unit: 'proportion',
    caution:
      'What people write down as expertise is what they think they have. Trust decides whether it is used (ch. 8).',
    sources: ['B5 (ch. 8)'],
    given: '`partnership`',
  },
  {
    id: 'partnership.disengagement',
    title: 'Plan to disengage',
    about: 'partnership',
    meaning: 'Whether the partners agreed how and when help ends, and what has become of it.',
    formula: 'plan on record, its day, and links after it',
    unit: 'status',
    caution: 'The end of help is no failure: a plan without an end is.',
    sources: ['B5 (ch. 8)'],
    given: '`partnership`',
  },
  {
    id: 'action-learning.cycles',
    title: 'Cycles of action learning',
    about: 'action-learning-set',
    meaning: 'How many cycles of five steps a set completed, and which step it has reached.',
    formula: 'cycles with all five steps done by the day asked for; steps passed over are named',
    unit: 'count',
    caution: 'Steps done quickly are not steps done well: read what the accounts of practice say.',
    sources: ['B9 (ch. 9)'],
    given: '`actionLearning` → `cycles`, `cyclesCompleted`',
  },
  {
    id: 'action-learning.accounts',
    title: 'Accounts of practice, written and answered',
    about: 'action-learning-set',
    meaning:
      'How many accounts of practice were written, how many the host answered, and between which pairs both ways.',
    formula: 'answered ÷ written; median days to the answer; pairs of which each wrote about the other',
    unit: 'proportion',
    caution: 'A rejected account was read. Silence is what to ask about.',
    sources: ['B9 (ch. 9)'],
    given: '`actionLearning` → `accounts`',
  },
];
