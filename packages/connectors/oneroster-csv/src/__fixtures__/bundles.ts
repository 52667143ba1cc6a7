import { type BundleFiles, manifest } from './make-bundle.ts';

const head = 'sourcedId,status,dateLastModified';
const when = '2025-11-01T06:00:00.000Z';

/** Headings of the files, as the standard gives them. */
export const headings = {
  orgs: `${head},name,type,identifier,parentSourcedId`,
  academicSessions: `${head},title,type,startDate,endDate,parentSourcedId,schoolYear`,
  courses: `${head},schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes`,
  classes: `${head},title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods`,
  users11: `${head},enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password`,
  users12: `${head},enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns`,
  roles: `${head},userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId`,
  demographics: `${head},birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus`,
  enrollments: `${head},classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate`,
  categories: `${head},title`,
  lineItems: `${head},title,description,assignDate,dueDate,classSourcedId,categorySourcedId,gradingPeriodSourcedId,resultValueMin,resultValueMax`,
  results: `${head},lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment`,
} as const;

/** Rows by file, each `id,rest`; status and date are put between. */
export type Rows = Partial<Record<'orgs' | 'academicSessions' | 'courses' | 'classes' | 'users' | 'roles' | 'demographics' | 'enrollments' | 'categories' | 'lineItems' | 'results', readonly (readonly [id: string, rest: string])[]>>;

/** Ids that a bundle of changes says are gone, by file. */
export type Gone = Partial<Record<keyof Rows, readonly string[]>>;

/** A school of two students, a teacher and a parent, in 1.1. */
export const school11: Rows = {
  orgs: [['d1', '"North, District",district,D-77,'], ['s1', 'Hill School,school,100001,d1'], ['s2', 'Lake School,school,100002,d1']],
  academicSessions: [['y26', '2025/26,schoolYear,2025-09-01,2026-08-31,,2026'], ['t1', 'Autumn,term,2025-09-01,2025-12-20,y26,2026']],
  courses: [['co1', 'y26,Mathematics 10,M10,10,d1,Mathematics,MAT']],
  classes: [['c1', 'Mathematics 10a,10,co1,10a,scheduled,,s1,"t1,y26",,,"1,3"']],
  users: [
    ['u1', 'true,s1,student,ann,{UPN:A123456789012},Ann,Bird,,id1,,,,u4,10,secret'],
    ['u2', 'true,"s1,s2",student,ben,,Ben,Cole,,id2,,,,,11,'],
    ['u3', 'true,"s1,s2",teacher,cat,"{TRN:1234567},{LDAP:cat}",Cat,Dove,,id3,,,,,,'],
    ['u4', 'true,s1,parent,dad,,Dad,Bird,,,,,,u1,,'],
  ],
  demographics: [['u1', '2010-03-04,female,false,true,false,false,true,false,false,,,,'], ['u2', '2009-01-20,male,,,,,,,,,,,']],
  enrollments: [
    ['e1', 'c1,s1,u1,student,false,2025-09-01,2026-07-20'],
    ['e2', 'c1,s1,u2,student,false,,'],
    ['e3', 'c1,s1,u3,teacher,true,2025-09-01,'],
  ],
  categories: [['k1', 'Tests']],
  lineItems: [['l1', 'Autumn test,,,2025-12-01,c1,k1,t1,0.0,50.0']],
  results: [['r1', 'l1,u1,fully graded,41,2025-12-02,well done'], ['r2', 'l1,u2,not submitted,,,']],
};

/** The same school in 1.2: roles of their own, with dates. */
export const school12: Rows = {
  ...school11,
  users: [
    ['u1', 'true,ann,{UPN:A123456789012},Ann,Bird,,id1,,,,u4,10,secret,m1,,,,s1,'],
    ['u2', 'true,ben,,Ben,Cole,,id2,,,,,11,,,,,,s1,'],
    ['u3', 'true,cat,"{TRN:1234567},{LDAP:cat}",Cat,Dove,,id3,,,,,,,,,,,,'],
    ['u4', 'true,dad,,Dad,Bird,,,,,,u1,,,,,,,,'],
  ],
  roles: [
    ['ro1', 'u1,primary,student,2024-09-02,,s1,'],
    ['ro2', 'u2,primary,student,2023-09-04,,s1,'],
    ['ro3', 'u2,secondary,student,2025-09-01,,s2,'],
    ['ro4', 'u3,primary,teacher,2020-09-01,,s1,'],
    ['ro5', 'u4,primary,parent,,,s1,'],
  ],
};

/** A bulk bundle. */
export function bulk(rows: Rows, version: '1.1' | '1.2' = '1.1'): BundleFiles {
  return bundle(rows, {}, version, 'bulk');
}

/** A bundle of changes: rows that are there now, and ids that are gone. */
export function delta(rows: Rows, gone: Gone = {}, version: '1.1' | '1.2' = '1.1'): BundleFiles {
  return bundle(rows, gone, version, 'delta');
}

/** A line of a file. */
export function line(id: string, rest: string, status = '', modified = ''): string {
  return `${id},${status},${modified},${rest}`;
}

function bundle(rows: Rows, gone: Gone, version: '1.1' | '1.2', processing: 'bulk' | 'delta'): BundleFiles {
  const tables = [...new Set([...Object.keys(rows), ...Object.keys(gone)])] as (keyof Rows)[];
  const files: Record<string, readonly string[]> = {};
  for (const table of tables) {
    const heading = headingOf(table, version);
    const empty = ','.repeat(heading.split(',').length - 4);
    files[`${table}.csv`] = [
      heading,
      ...(rows[table] ?? []).map(([id, rest]) => (processing === 'bulk' ? line(id, rest) : line(id, rest, 'active', when))),
      ...(gone[table] ?? []).map((id) => {
        const known = (version === '1.2' ? school12 : school11)[table]?.find(([other]) => other === id);
        return line(id, known?.[1] ?? empty, 'tobedeleted', when);
      }),
    ];
  }
  return { 'manifest.csv': manifest(version, Object.fromEntries(tables.map((table) => [table, processing]))), ...files };
}

export function headingOf(table: keyof Rows, version: '1.1' | '1.2'): string {
  if (table !== 'users') return headings[table];
  return version === '1.1' ? headings.users11 : headings.users12;
}
