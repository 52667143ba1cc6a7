import { type XmlElement, xmlChild, xmlChildren, xmlText } from '@collegial/connector-kit';

/** Elements of a pupil that are never held, nor what is in them: names, and everything that leads to a family. */
export const droppedElements: readonly string[] = [
  ...['Surname', 'Forename', 'MiddleNames', 'PreferredSurname', 'PreferredForename'],
  ...['FormerSurname', 'FormerForename', 'ApplicationReference', 'UniqueLearnerNumber', 'ULN', 'UCI'],
  ...['Address', 'Phones', 'Phone', 'Email', 'Contacts', 'Admissions', 'CareAuthority'],
  ...['MedicalFlag', 'Disabilities', 'NAWdetails', 'SENneeds', 'Notes', 'SchoolLunchTaken'],
];

const school = ['LEA', 'Estab', 'URN', 'SchoolName', 'EntryDate', 'LeavingDate', 'LeavingReason'] as const;
const assessment = [
  ...(['Locale', 'Year', 'Subject', 'Method', 'Component'] as const),
  ...(['ResultStatus', 'ResultQualifier', 'Result', 'ResultDate'] as const),
] as const;

/** Takes what is read of a pupil out of its element; nothing else goes on. */
export function pupilFields(pupil: XmlElement): Record<string, unknown> {
  const list = (path: string, names: readonly string[]) =>
    xmlChildren(pupil, path).map((element) => fieldsOf(element, names));
  return {
    ...fieldsOf(pupil, ['UPN', 'FormerUPN', 'DOB', 'Sex', 'Gender']),
    ...fieldsOf(xmlChild(pupil, 'BasicDetails'), ['FormerUPN', 'NCyearActual', 'EnrolStatus', 'Ethnicity']),
    ...fieldsOf(xmlChild(pupil, 'LookedAfter'), ['InCare']),
    Languages: list('BasicDetails/Languages/Type', ['LanguageType', 'Language']),
    FSMinstances: list('FSMhistory/FSMinstance', ['FSMstartDate', 'FSMendDate']),
    SENs: list('SENhistory/SEN', ['StartDate', 'SENprovision']),
    Schools: list('SchoolHistory/School', school),
    Assessments: xmlChildren(pupil, 'StageAssessments/KeyStage').flatMap((stage) =>
      xmlChildren(stage, 'StageAssessment').map((element) => ({
        Stage: xmlText(stage, 'Stage'),
        ...fieldsOf(element, assessment),
      })),
    ),
    AttendanceYears: xmlChildren(pupil, 'Attendance/YearData').length,
  };
}

/** The texts of elements in an element, by name; those that are missing or empty are left out. */
export function fieldsOf(
  element: XmlElement | undefined,
  names: readonly string[],
): Record<string, string | undefined> {
  const fields: Record<string, string | undefined> = {};
  for (const name of names) {
    const text = element === undefined ? undefined : xmlText(element, name);
    if (text !== undefined) fields[name] = text;
  }
  return fields;
}
