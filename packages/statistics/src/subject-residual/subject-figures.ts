import type { SubjectModel } from './subject-model.ts';

/** What the results say about a subject. */
export interface SubjectFigures {
  readonly subject: number;
  /** Results of students with another subject. */
  readonly entries: number;
  /** How far its grades lie above those of the same students in their other subjects; 0 on average over the results of its component. */
  readonly leniency: number;
  /** Its standard error, students independent; against the average of its component. */
  readonly standardError: number;
  /** Place of its component in `components`. */
  readonly component: number;
}

/** The subjects with a result, and the components that students connect them to. */
export function subjectFigures({ leniency, component, counts, inverse, scoreProducts }: SubjectModel): {
  subjects: SubjectFigures[];
  components: number[][];
} {
  const size = leniency.length;
  const members = new Map<number, number[]>();
  component.forEach((root, subject) => {
    if (root >= 0) members.set(root, [...(members.get(root) ?? []), subject]);
  });
  const entriesOf = (subjects: readonly number[]) =>
    subjects.reduce((total, subject) => total + counts[subject]!, 0);
  const components = [...members.values()].sort(
    (a, b) => entriesOf(b) - entriesOf(a) || (a[0] as number) - (b[0] as number),
  );
  const subjects = components
    .flatMap((list, place) => list.map((subject) => ({ subject, place })))
    .sort((a, b) => a.subject - b.subject)
    .map(({ subject, place }) => {
      const row = inverse.subarray(subject * size, (subject + 1) * size);
      let variance = 0;
      for (let one = 0; one < size; one += 1) {
        if (row[one] === 0) continue;
        let sum = 0;
        for (let other = 0; other < size; other += 1) sum += scoreProducts[one * size + other]! * row[other]!;
        variance += row[one]! * sum;
      }
      return {
        subject,
        entries: counts[subject]!,
        leniency: leniency[subject]!,
        standardError: Math.sqrt(Math.max(0, variance)),
        component: place,
      };
    });
  return { subjects, components };
}
