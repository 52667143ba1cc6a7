import type { CollaborationMeasure } from './collaboration-measure.ts';

/** Measures of two schools, and of what one school gives. */
export const pairAndSchoolMeasures: readonly CollaborationMeasure[] = [
  {
    id: 'pair.level',
    title: 'Level of collaboration of a pair',
    about: 'pair',
    meaning:
      'How close two schools have come: no link seen, association, cooperation, collaboration or collegiality.',
    formula:
      'nested rules over the joint events, flows, joint work, shared responsibility, new things and agreed values of the year and the one before it; thresholds are shown with each result',
    unit: 'level',
    caution:
      'It shows what left a trace or was recorded, so that a pair may stand higher; derived records alone can show collaboration at most. Read the criteria that were missed, and never rank schools by it.',
    sources: ['B1 (ch. 12)'],
    given: '`pairLevels` → `level`, `levelWithUnconfirmed`, `criteria`',
  },
  {
    id: 'pair.stability',
    title: 'How firm a level is',
    about: 'pair',
    meaning:
      'Share of small variations of the evidence that leave the level as it is, downward and upward apart.',
    formula:
      'variations that keep the level ÷ variations: each piece of evidence left out, counts one less or more, amounts a fifth less or more',
    unit: 'proportion',
    caution:
      'A level that one missing record would change is a question to the two schools, not a finding about them.',
    sources: ['B1 (ch. 12)'],
    given: '`pairLevels` → `stability`',
  },
  {
    id: 'pair.one-sided',
    title: 'Records from one side only',
    about: 'pair',
    meaning: 'Of two schools only one ever records what they do together.',
    formula: 'named when at least two activities were recorded by one of the two and none by the other',
    unit: 'count',
    caution: 'One school may simply keep the minutes for both. Look at how many the other confirmed.',
    sources: ['B1 (ch. 12)'],
    given: '`pairLevels` → `oneSided`; `groupProfile` → `guards.oneSided`',
  },
  {
    id: 'pair.saturation',
    title: 'Meetings beyond what counts',
    about: 'pair',
    meaning: 'Share of the joint events of a group’s pairs that lie beyond the number that any rule counts.',
    formula: 'Σ max(0, joint events of a pair − 3) ÷ Σ joint events, and the pairs beyond',
    unit: 'proportion',
    caution: 'Many meetings are neither good nor bad: they only raise nothing. Ask what came of them.',
    sources: ['B1 (ch. 12)', 'B2 (ch. 12)'],
    given: '`groupProfile` → `guards.saturation`',
  },
  {
    id: 'school.contribution',
    title: 'Contribution of a school',
    about: 'school',
    meaning:
      'What a school gave to and received from others in each of the eight processes, and how much that is for its size.',
    formula:
      'sums of the contribution ledger by school, process, unit and basis; ÷ students on roll in January × 100; an activity of many schools is split so that everything adds up to what happened',
    unit: 'natural units',
    caution:
      'A profile, never one number: an hour of training and a place on a course have no common price, and a school that receives much may be the one that learns most for all. What is not recorded is not here.',
    sources: ['B3 (ch. 10)'],
    given: '`ledger`; `groupProfile` → `contributions`',
  },
];
