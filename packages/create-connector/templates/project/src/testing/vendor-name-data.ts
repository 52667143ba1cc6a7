/** A row as Vendor Name sends it. */
export type Row = Record<string, string | null>;

/** The lists of Vendor Name, by the name of the stream that reads them. */
export type VendorNameData = Record<string, Row[]>;

/** Ids long enough that the recording of a server can replace each by another. */
export const idOf = (letter: string, number: number) => `${letter}${1000 + number}`;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** One of the first three schools, as rows of other lists name it. */
export const schoolOf = (number: number) => ({
  schoolId: idOf('S', (number % 3) + 1),
  schoolUrn: `99000${(number % 3) + 1}`,
});

/** Names and numbers that the data holds and that the connector must not let through. */
export const canaries: readonly string[] = ['Zebedee', 'Quillfeather', 'A823432101', '9912345'];

/** Invented schools and people, the same each time. */
export function createData(): VendorNameData {
  return {
    // #region Organisation
    schools: numbers(11).map((number) => ({
      id: idOf('S', number),
      urn: String(990000 + number),
      name: `School ${number}`,
      phase: number % 2 === 0 ? 'Primary' : 'Secondary',
    })),
    // #endregion
    // #region Student
    students: numbers(12).map((number) => ({
      id: idOf('P', number),
      upn: `A823432101${String(number).padStart(3, '0')}`,
      firstName: 'Zebedee',
      lastName: `Quillfeather ${number}`,
      gender: number % 2 === 0 ? 'female' : 'male',
      birthDate: `2012-05-${String(number).padStart(2, '0')}`,
    })),
    // #endregion
    // #region Enrolment
    enrolments: numbers(12).map((number) => ({
      id: idOf('E', number),
      studentId: idOf('P', number),
      ...schoolOf(number),
      status: number % 8 === 0 ? 'main' : 'current',
      entryDate: '2023-09-04',
      exitDate: null,
    })),
    // #endregion
    // #region Staff
    staff: numbers(11).map((number) => ({
      id: idOf('T', number),
      lastName: `Quillfeather ${number}`,
      teacherNumber: number === 1 ? '99/12345' : null,
    })),
    // #endregion
    // #region Appointment
    appointments: numbers(11).map((number) => ({
      id: idOf('A', number),
      staffId: idOf('T', number),
      ...schoolOf(number),
      role: number <= 3 ? 'head' : 'teacher',
      contract: 'permanent',
      startDate: '2019-09-01',
      endDate: null,
    })),
    // #endregion
    // #region Class
    classes: numbers(11).map((number) => ({
      id: idOf('C', number),
      ...schoolOf(number),
      name: `9x/Ma${number}`,
    })),
    // #endregion
    // #region ClassEnrolment
    'class-students': numbers(12).map((number) => ({
      classId: idOf('C', (number % 11) + 1),
      studentId: idOf('P', number),
      from: '2025-09-01',
      to: null,
    })),
    // #endregion
    // #region AttendanceMark
    attendance: numbers(7).flatMap((number) =>
      (['AM', 'PM'] as const).map((session) => ({
        enrolmentId: idOf('E', number),
        ...schoolOf(number),
        date: '2025-09-08',
        session,
        code: number % 5 === 0 ? 'I' : '/',
      })),
    ),
    // #endregion
  };
}

/** As {@link createData}, before anything was entered. */
export function createEmptyData(): VendorNameData {
  return Object.fromEntries(Object.keys(createData()).map((list) => [list, []]));
}

/** How many rows each list has. */
export function countRows(data: VendorNameData): Record<string, number> {
  return Object.fromEntries(Object.entries(data).map(([list, rows]) => [list, rows.length]));
}

/** What happens at a school during a day: in each list something changes. */
export function changeData(data: VendorNameData): void {
  const changes: VendorNameData = {
    // #region Organisation
    schools: [{ id: idOf('S', 1), urn: '990001', name: 'School 1 of its new name', phase: 'Secondary' }],
    // #endregion
    // #region Student
    students: [{ id: idOf('P', 13), upn: null, gender: 'female', birthDate: '2013-01-02' }],
    // #endregion
    // #region Enrolment
    enrolments: [
      {
        id: idOf('E', 13),
        studentId: idOf('P', 13),
        ...schoolOf(13),
        status: 'current',
        entryDate: '2025-09-08',
      },
      {
        id: idOf('E', 1),
        studentId: idOf('P', 1),
        ...schoolOf(1),
        entryDate: '2023-09-04',
        exitDate: '2025-09-05',
      },
    ],
    // #endregion
    // #region Staff
    staff: [{ id: idOf('T', 12), teacherNumber: null }],
    // #endregion
    // #region Appointment
    appointments: [
      {
        id: idOf('A', 12),
        staffId: idOf('T', 12),
        ...schoolOf(12),
        role: 'teacher',
        startDate: '2025-09-01',
      },
    ],
    // #endregion
    // #region Class
    classes: [{ id: idOf('C', 1), ...schoolOf(1), name: '9y/Ma1' }],
    // #endregion
    // #region ClassEnrolment
    'class-students': [{ classId: idOf('C', 1), studentId: idOf('P', 13), from: '2025-09-08', to: null }],
    // #endregion
    // #region AttendanceMark
    attendance: [
      { enrolmentId: idOf('E', 13), ...schoolOf(13), date: '2025-09-08', session: 'AM', code: 'L' },
      { enrolmentId: idOf('E', 13), ...schoolOf(13), date: '2025-09-08', session: 'PM', code: '\\' },
    ],
    // #endregion
  };
  for (const [list, rows] of Object.entries(changes)) {
    for (const row of rows) {
      const at = data[list]?.findIndex(({ id }) => id !== undefined && id === row.id) ?? -1;
      data[list]?.splice(at === -1 ? data[list].length : at, at === -1 ? 0 : 1, row);
    }
  }
}

/** Takes the third row of every list away; returns how many went from each. */
export function removeData(data: VendorNameData): Record<string, number> {
  return Object.fromEntries(Object.entries(data).map(([list, rows]) => [list, rows.splice(2, 1).length]));
}
