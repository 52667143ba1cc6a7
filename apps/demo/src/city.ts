import { createCity } from '@collegial/sample-city';

/** Students on roll in the first September, unless `COLLEGIAL_DEMO_STUDENTS` says otherwise. */
export const students = Number(process.env.COLLEGIAL_DEMO_STUDENTS ?? 2_000);

/** The city of the demo: the same each time. */
export const city = () => createCity({ seed: 1, students });

/** An academic year by the calendar year in which it starts: `2024/25`. */
export const academicYear = (start: number) => `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
