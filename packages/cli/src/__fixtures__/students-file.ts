import { normalQuantile, seededRandom } from '@collegial/statistics';

/** 600 invented students in 24 schools of 4 authorities, as CSV; two of them without a value. The same every time. */
export function studentsFile(): string {
  const random = seededRandom(11);
  const normal = () => normalQuantile(0.0005 + 0.999 * random());
  const schools = Array.from({ length: 24 }, () => ({ height: 0.6 * normal(), slope: 0.25 * normal() }));
  const rows = Array.from({ length: 600 }, (_, index) => {
    const school = Math.floor(random() * schools.length);
    const { height, slope } = schools[school]!;
    const prior = Number(normal().toFixed(3));
    const sex = random() < 0.5 ? 'F' : 'M';
    const weight = (0.5 + Math.floor(random() * 6) / 2).toFixed(1);
    const points = 45 + (6 + 4 * slope) * prior + (sex === 'F' ? 1.5 : 0) + 5 * height + 7 * normal();
    const missing = index === 40 || index === 41;
    return `A${school % 4},School ${school},${missing ? '' : prior},${sex},${weight},${points.toFixed(2)}`;
  });
  return `authority,school,prior,sex,weight,points\n${rows.join('\n')}\n`;
}
