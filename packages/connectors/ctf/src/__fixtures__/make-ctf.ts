/** An invented pupil; every element of the real file that is not read holds a word that must never be seen again. */
export interface MadePupil {
  readonly upn?: string;
  readonly formerUpn?: string;
  readonly dob?: string;
  readonly sex?: string;
  readonly gender?: string;
  readonly year?: string;
  readonly status?: string;
  readonly ethnicity?: string;
  readonly language?: string;
  readonly meals?: readonly (readonly [from: string, to?: string])[];
  readonly needs?: readonly (readonly [from: string, code: string])[];
  readonly inCare?: string;
  readonly attendance?: boolean;
  readonly results?: readonly string[];
  /** Each `380 2001 2019-09-01 2024-07-19 Hill Primary`. */
  readonly schools?: readonly string[];
}

/** What the header of an invented file says. */
export interface MadeFile {
  readonly version?: string;
  readonly at?: string;
  readonly qualifier?: string;
  /** Each `380 2001 100001 Hill Primary`, with `-` for what is not there. */
  readonly source?: string;
  readonly destination?: string;
  readonly pupils: readonly MadePupil[];
}

/** Stands in every field that is not read. */
export const canary = 'KANARIENVOGEL';

const tag = (name: string, content: string | undefined) =>
  content === undefined || content === '-' ? '' : `<${name}>${content}</${name}>`;

/**
 * Writes a transfer file in the shape of official writers: the header and results of DfE's “Get information about pupils” and of the
 * multiplication tables check, the rest of a vendor's export.
 */
export function makeCtf({
  version = '25.0',
  at = '2025-07-21T10:00:00',
  qualifier = 'full',
  source = '380 2001 100001 Hill Primary',
  destination = '380 4001 - -',
  pupils,
}: MadeFile): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CTfile>
  <Header>
    <DocumentName>Common Transfer File</DocumentName>
    ${tag('CTFversion', version)}<DateTime>${at}</DateTime>
    <DocumentQualifier>${qualifier}</DocumentQualifier><DataDescriptor>${canary}</DataDescriptor><SupplierID>Example</SupplierID>
    <SourceSchool>${school(source)}<AcademicYear>2024</AcademicYear></SourceSchool>
    <DestSchool>${school(destination)}</DestSchool>
  </Header>
  <CTFpupilData>
${pupils.map(pupil).join('\n')}
  </CTFpupilData>
</CTfile>
`;
}

function school(text: string): string {
  const [authority, establishment, urn, ...name] = text.split(' ');
  return `${tag('LEA', authority)}${tag('Estab', establishment)}${tag('URN', urn)}${tag('SchoolName', name.join(' '))}`;
}

function pupil(made: MadePupil): string {
  const { upn = 'A380200119001', dob = '2014-02-11', sex = 'F' } = made;
  return `    <Pupil>
      ${tag('UPN', upn)}<UniqueLearnerNumber>${canary}</UniqueLearnerNumber><Surname>${canary}</Surname><Forename>${canary}</Forename>
      ${tag('DOB', dob)}${made.gender === undefined ? tag('Sex', sex) : tag('Gender', made.gender)}
      <BasicDetails>${tag('FormerUPN', made.formerUpn)}<PreferredSurname>${canary}</PreferredSurname><MiddleNames>${canary}</MiddleNames>
        ${tag('NCyearActual', made.year)}${tag('Ethnicity', made.ethnicity)}
        <Languages><Type><LanguageType>H</LanguageType><Language>ENG</Language></Type>${
          made.language === undefined
            ? ''
            : `<Type><LanguageType>F</LanguageType><Language>${made.language}</Language></Type>`
        }</Languages>
        <MedicalFlag>true</MedicalFlag><Disabilities><Disability>${canary}</Disability></Disabilities>${tag('EnrolStatus', made.status)}
      </BasicDetails>
      <FSMhistory><FSMreviewDate>2025-09-01</FSMreviewDate>${(made.meals ?? [])
        .map(([from, to]) => `<FSMinstance>${tag('FSMstartDate', from)}${tag('FSMendDate', to)}<UKcountry>ENG</UKcountry></FSMinstance>`)
        .join('')}</FSMhistory>
      <SENhistory>${(made.needs ?? [])
        .map(([from, code]) => `<SEN>${tag('StartDate', from)}${tag('SENprovision', code)}</SEN>`)
        .join('')}<SENneeds><SENneed><SENtype>${canary}</SENtype></SENneed></SENneeds></SENhistory>
      ${made.inCare === undefined ? '' : `<LookedAfter><InCare>${made.inCare}</InCare><CareAuthority>${canary}</CareAuthority></LookedAfter>`}
      <Address><BS7666Address><Street>${canary}</Street><PostCode>${canary}</PostCode></BS7666Address></Address>
      <Phones><Phone><PhoneNo>${canary}</PhoneNo></Phone></Phones><Email>${canary}@example.org</Email>
      <Contacts><Contact><Surname>${canary}</Surname><Relationship>${canary}</Relationship></Contact></Contacts>
      ${made.attendance === true ? '<Attendance><YearData><Year>2025</Year><SessionsPossible>380</SessionsPossible><SessionsAttended>371</SessionsAttended></YearData></Attendance>' : ''}
      <StageAssessments>${(made.results ?? []).map(result).join('')}</StageAssessments>
      <SchoolHistory>${(made.schools ?? []).map(history).join('')}</SchoolHistory>
    </Pupil>`;
}

/** `KS2 2025 ENG TT REA R SS 104`, optionally with a locale before it as `WLS/KS2`. */
function result(text: string): string {
  const [stage = '', year, subject, method, component, status, qualifier, value, day] = text.split(' ');
  const [locale, name] = stage.includes('/') ? stage.split('/') : ['ENG', stage];
  return `<KeyStage>${tag('Stage', name)}<StageAssessment>${tag('Locale', locale)}${tag('Year', year)}${tag('Subject', subject)}${tag('Method', method)}${tag('Component', component)}${tag('ResultStatus', status)}${tag('ResultQualifier', qualifier)}${tag('Result', value)}${tag('ResultDate', day)}</StageAssessment></KeyStage>`;
}

function history(text: string): string {
  const [authority, establishment, entry, leaving, ...name] = text.split(' ');
  return `<School>${tag('LEA', authority)}${tag('Estab', establishment)}${tag('SchoolName', name.join(' '))}${tag('EntryDate', entry)}${tag('LeavingDate', leaving)}<LastSchool>false</LastSchool></School>`;
}
