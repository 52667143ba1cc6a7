import type { CollaborationMeasure } from './collaboration-measure.ts';

const measure = (
  given: string,
  card: Omit<CollaborationMeasure, 'about' | 'given'>,
): CollaborationMeasure => ({
  about: 'group',
  given: `\`groupProfile\` → \`${given}\``,
  ...card,
});

/** Measures of a group: its profile. */
export const groupMeasures: readonly CollaborationMeasure[] = [
  measure('levels', {
    id: 'group.levels',
    title: 'Distribution of levels',
    meaning: 'How many pairs of the group stand at each level.',
    formula: 'pairs by level, on derived and confirmed evidence, and with unconfirmed evidence beside it',
    unit: 'count',
    caution:
      'There is no mean level: the steps are not equally far apart. A large group has many pairs that need not all be close.',
    sources: ['B1 (ch. 12)'],
  }),
  measure('evidence', {
    id: 'group.evidence',
    title: 'What the profile rests on',
    meaning: 'Pieces of evidence, derived, confirmed and unconfirmed, tagged to the group and not.',
    formula: 'an activity is one piece, however many schools took part; a derived trace is one for each pair',
    unit: 'count',
    caution: 'Few pieces may mean little work or little recording. Ask which before reading the rest.',
    sources: ['B4 (ch. 10)'],
  }),
  measure('measures[].breadth', {
    id: 'group.breadth',
    title: 'Breadth over the eight processes',
    meaning: 'In how many of the eight processes at least one pair has evidence, and how many pairs.',
    formula: 'processes with evidence, 0 to 8; pairs with evidence, by process',
    unit: 'count',
    caution:
      'Broad is not better by itself: a new group may do well to begin with one process and do it properly.',
    sources: ['B3 (ch. 10, fig. 10.2)'],
  }),
  measure('measures[].breadth.position', {
    id: 'group.position',
    title: 'Position from direct to longer-term',
    meaning: 'Whether the work lies with processes that act soonest (0) or with those that sustain (1).',
    formula:
      '(m − 1) ÷ 7, where m = Σ place × pairs ÷ Σ pairs over the processes with evidence, places 1 to 8 in the book’s order',
    unit: 'scale 0–1',
    caution:
      'A place on a way, not a mark: both ends are needed, and the first processes are where most groups rightly start.',
    sources: ['B3 (ch. 10, fig. 10.2)'],
  }),
  measure('measures[].contact', {
    id: 'group.contacts',
    title: 'Contacts',
    meaning:
      'Who is linked with whom by any evidence: density, sets of linked schools, schools without a link, and schools that hold a set together.',
    formula:
      'density = links ÷ n(n − 1)/2; Freeman’s degree centralisation; connected components; articulation points',
    unit: 'proportion',
    caution: 'One meeting of everybody makes every pair a contact. Read it beside giving.',
    sources: ['B4 (ch. 10)', 'Freeman 1979'],
  }),
  measure('measures[].giving', {
    id: 'group.giving',
    title: 'Giving and receiving',
    meaning:
      'Who gives knowledge or resources to whom, whether it is returned, and whether it hangs on one school.',
    formula:
      'edge reciprocity = returned directions ÷ directions; dyad reciprocity = pairs both ways ÷ pairs; out- and in-degree centralisation (Freeman): Σ (largest − each) ÷ (n − 1)²',
    unit: 'proportion',
    caution:
      'Edge and dyad reciprocity differ on the same schools: name which. Help for a school in difficulty is one-way for good reason, and the helpers learn in ways that leave no flow (ch. 8).',
    sources: ['B1 (ch. 12)', 'B5 (ch. 8)', 'Freeman 1979'],
  }),
  measure('measures[].depth', {
    id: 'group.depth',
    title: 'Depth: who is reached',
    meaning:
      'Of the pieces of evidence that say who took part, the share with teachers, support staff or students, not heads alone.',
    formula:
      'pieces with any of them ÷ pieces that say who took part; the same over staff-hours; coverage = pieces that say so ÷ all',
    unit: 'proportion',
    caution: 'With low coverage it says little: derived traces mostly do not say who came.',
    sources: ['B4 (ch. 10)', 'B2 (ch. 12)'],
  }),
  measure('measures[].continuity', {
    id: 'group.continuity',
    title: 'Continuity from year to year',
    meaning: 'Share of the pairs with evidence in the year before that have evidence again.',
    formula:
      'pairs with evidence in both years ÷ pairs with evidence in the year before, both schools still being there',
    unit: 'proportion',
    caution: 'A year that still runs has not ended anything. What a pair did may have changed altogether.',
    sources: ['B1 (ch. 12)'],
  }),
  measure('withoutSchool', {
    id: 'group.without-school',
    title: 'What remains when a school leaves',
    meaning: 'Links, sets of linked schools and processes that are left without each one of the schools.',
    formula:
      'the contacts again without the school; a school whose leaving parts others is an articulation point',
    unit: 'count',
    caution:
      'It takes away links, not habits: those who stay may close the gap. It says where a group depends on one school.',
    sources: ['B14 (ch. 2–4)', 'B4 (ch. 10)'],
  }),
  measure('withoutPerson', {
    id: 'group.without-person',
    title: 'What remains when a person leaves',
    meaning:
      'Links and processes that rest on one person who is at several schools, a coordinator among them.',
    formula: 'the contacts again without the evidence of that person’s posts',
    unit: 'count',
    caution:
      'Only people seen at two schools at once are known. It is never published: it would point at somebody.',
    sources: ['B14 (ch. 2–4)', 'B4 (ch. 10)'],
  }),
  measure('attainment', {
    id: 'group.attainment-diversity',
    title: 'How unlike the schools are in attainment',
    meaning: 'Spread of a measure of attainment over the schools of the group.',
    formula:
      'standard deviation of a population, lowest and highest, with the number of schools that have a figure',
    unit: 'points',
    caution:
      'The book’s groups were formed to mix stages and attainment: a wide spread is an opportunity to learn, no fault. With three schools an SD says little.',
    sources: ['B4 (ch. 10)'],
  }),
  measure('survival.funding', {
    id: 'group.survival-after-funding',
    title: 'What went on after the end of money',
    meaning: 'Share of the pairs linked when money ended that are still linked so many years later.',
    formula: 'Kaplan–Meier in academic years; pairs that cannot be seen further are censored and shown',
    unit: 'proportion',
    caution:
      'Few pairs, and those that were closest go on: it describes, and proves nothing about the money.',
    sources: ['B1 (ch. 12)', 'B13 (ch. 4)', 'Kaplan & Meier 1958'],
  }),
  measure('survival.head', {
    id: 'group.survival-after-head',
    title: 'What went on after a head left',
    meaning: 'Share of the links of a school that are still there so many years after its head left.',
    formula:
      'Kaplan–Meier in academic years over the pairs of the school; shown to partner schools from three departures on',
    unit: 'proportion',
    caution: 'Heads leave for many reasons. Ask whether others than the head held the link.',
    sources: ['B14 (ch. 2–4)', 'Kaplan & Meier 1958'],
  }),
  measure('coordinator', {
    id: 'group.coordinator',
    title: 'Coordinator',
    meaning: 'Share of the days of the year on which somebody was the group’s coordinator.',
    formula: 'days with a role of kind coordinator ÷ days of the year that were observed',
    unit: 'proportion',
    caution:
      'A coordinator is no guarantee, and a group whose heads manage it directly may need none (ch. 10, group A).',
    sources: ['B4 (ch. 10)'],
  }),
  measure('outsideChallenge', {
    id: 'group.outside-challenge',
    title: 'Challenge from outside',
    meaning: 'Activities in which somebody from outside challenged or facilitated.',
    formula: 'activities with an outside challenger, or a facilitator who is of no school of the group',
    unit: 'count',
    caution: 'Being there is not being heard. Ask what changed after it.',
    sources: ['B2 (ch. 12)', 'B4 (ch. 10)'],
  }),
  measure('conditions', {
    id: 'group.conditions',
    title: 'The six conditions',
    meaning:
      'Whether each of six conditions of collaboration that works is met, partly met, not met or not known.',
    formula:
      'two parts each, found in records: both met, one partly; an answer of the group’s review `six-conditions` goes before them; both are shown with why',
    unit: 'status',
    caution:
      'Records see that there is money, not that it moves anybody. `unknown` is no `not`. Never add the six up.',
    sources: ['B2 (ch. 10, ch. 12)'],
  }),
];
