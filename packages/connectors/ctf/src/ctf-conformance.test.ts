import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testConnector } from '@collegial/connector-testing';
import { canary, type MadePupil, makeCtf } from './__fixtures__/make-ctf.ts';
import { ctf } from './ctf-connector.ts';

const upn = (number: number) => `A3802001190${String(number).padStart(2, '0')}`;
const pupil = (number: number, more: MadePupil = {}): MadePupil => ({
  upn: upn(number),
  dob: `2014-0${1 + (number % 9)}-17`,
  sex: number % 2 === 0 ? 'F' : 'M',
  year: '6',
  ethnicity: 'WBRI',
  meals: [['2023-09-01']],
  inCare: 'false',
  results: ['KS2 2025 ENG TT REA R SS 104', 'KS2 2025 ENG TA WRI R - EXS'],
  schools: ['380 2001 2018-09-03 2025-07-22 Hill Primary'],
  ...more,
});
const pupils = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => pupil(from + index));

testConnector({
  name: 'ctf',
  // Five streams, each of which reads all files anew.
  plans: 110,
  readme: new URL('../README.md', import.meta.url),
  world({ directory, empty }) {
    const write = (name: string, file: Parameters<typeof makeCtf>[0]) =>
      writeFileSync(join(directory, name), makeCtf(file));
    write('3802001_CTF_3804001_001.xml', { at: '2025-07-20T10:00:00', pupils: empty ? [] : pupils(0, 8) });
    write('3802001_CTF_3804001_002.xml', { at: '2025-07-21T10:00:00', pupils: empty ? [] : pupils(8, 12) });
    const counted = empty ? 0 : 12;
    return {
      source: ctf({ folder: directory }),
      holds: {
        schools: 2,
        students: counted,
        enrolments: counted,
        characteristics: counted * 3,
        assessments: counted * 2,
      },
      canaries: [canary, upn(3), '2014-04-17'],
      change: () =>
        write('3802001_CTF_3804001_003.xml', {
          at: '2025-09-02T10:00:00',
          qualifier: 'partial',
          pupils: [pupil(3, { sex: 'F', results: ['KS2 2025 MAT TT MAT R SS 99'] }), pupil(12)],
        }),
      // No file says that a pupil is gone: only a number that was replaced takes its own records away.
      remove: () => {
        write('3802001_CTF_3804001_004.xml', {
          at: '2025-09-03T10:00:00',
          pupils: [pupil(11, { upn: upn(50), formerUpn: upn(11) })],
        });
        return { schools: 0, students: 1, enrolments: 1, characteristics: 3, assessments: 2 };
      },
    };
  },
});
