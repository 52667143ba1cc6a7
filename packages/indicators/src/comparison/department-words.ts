import type { SubjectDepartment } from './subject-department.ts';

/** One sentence or two about a department: what can be told, and what cannot. `shown` is how many departments stand beside it. */
export function departmentWords(department: Omit<SubjectDepartment, 'words'>, shown: number): string {
  const { name, subject, students, standing, residual, interval, told, sensitivity } = department;
  const where = `${subject} at ${name}`;
  if (standing === 'nothing-to-compare')
    return `${where}: cannot be told. Hardly anyone takes the subject at another school, so that the department and the subject look the same.`;
  if (standing === 'too-few-students') return `${where}: too few students (${students}) to tell anything.`;
  const range =
    interval === null ? 'no interval' : `95 %: ${signed(interval.lower)} to ${signed(interval.upper)}`;
  const difference = `${amount(residual as number)} ${(residual as number) < 0 ? 'below' : 'above'} their results in their other subjects`;
  const first =
    standing === 'not-told-apart'
      ? `${where}: no difference can be told between its ${students} students’ results and their own in their other subjects (${range}).`
      : `${where}: its ${students} students are ${difference} (${range}).`;
  const many =
    standing !== 'not-told-apart' && told === null
      ? ` Among the ${shown} departments shown, some would look like this by chance alone.`
      : '';
  const muted =
    sensitivity < 0.5
      ? ` So much of the subject is taught here that only ${Math.round(sensitivity * 100)} % of a real difference would show.`
      : '';
  return first + many + muted;
}

function amount(grades: number): string {
  return Math.abs(grades) < 0.995 ? `${size(grades)} of a grade` : `${size(grades)} grades`;
}

function size(grades: number): string {
  return Math.abs(grades).toFixed(2);
}

function signed(grades: number): string {
  return `${grades < 0 ? '−' : '+'}${size(grades)}`;
}
