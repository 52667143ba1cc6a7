import { type MapContext, type Mapped, reject, skip } from '@collegial/connector-kit';
import { academicYearOf, type EntityInput, gradeOf, gradeScheme } from '@collegial/model';
import { type AssessmentRule, assessmentRules } from './assessment-rules.ts';
import type { CtfConfig } from './ctf-config.ts';
import { organisationIdOf } from './ctf-ids.ts';
import type { WireAssessment, WirePupil } from './ctf-schemas.ts';
import type { MapPupil } from './of-person.ts';

type Kind = EntityInput<'Assessment'>['kind'];
const kinds: Readonly<Record<string, Kind | undefined>> = { R: 'result', E: 'prediction', T: 'target' };

/** The results of a pupil that the table of assessments, or the settings, know. */
export const mapAssessment: MapPupil<'Assessment'> = (pupil, context, studentId) => {
  const { Assessments = [] } = pupil;
  if (Assessments.length === 0) return [skip('a pupil without assessments')];
  return Assessments.map((assessment) => assessmentOf(assessment, pupil, context, studentId));
};

function assessmentOf(
  assessment: WireAssessment,
  pupil: WirePupil,
  context: MapContext<CtfConfig>,
  studentId: string,
): Mapped<'Assessment'> {
  const { Stage, Locale = 'ENG', Subject, Method, Component, ResultStatus = 'R', Result } = assessment;
  if (Locale !== 'ENG') return skip('an assessment of another country than England');
  const year = /^(19|20)\d{2}$/.test(assessment.Year ?? '') ? Number(assessment.Year) : undefined;
  if (year === undefined) return reject('An assessment has no year.', { field: 'StageAssessments.Year' });
  const rule = ruleFor(assessment, year, context.config);
  const codes = [Stage, Subject, Method, Component, assessment.ResultQualifier].map((code) => code ?? '-');
  if (rule === undefined) {
    context.unmapped('StageAssessments', codes.join(' '));
    return skip('an assessment that the table of assessments does not have');
  }
  if (rule.gradeScheme === undefined) return skip(rule.notRead ?? 'an assessment without a grade scheme');
  if (Result === undefined)
    return reject('An assessment has no result.', { field: 'StageAssessments.Result' });
  // A result is told when it is not one of its scheme: what is no code may be anything.
  if (!/^[A-Za-z0-9.*+=-]{1,8}$/.test(Result))
    return reject('The result of an assessment is no code.', { field: 'StageAssessments.Result' });
  const kind = kinds[ResultStatus];
  if (kind === undefined) {
    context.unmapped('StageAssessments.ResultStatus', ResultStatus);
    return skip('an assessment that is neither result, estimate nor target');
  }
  const takenOn = assessment.ResultDate ?? `${year}-05-31`;
  const school = schoolOf(pupil, takenOn, context);
  if (school === undefined) return skip('an assessment at a school that is not known');
  return {
    id: [studentId, ...codes.slice(0, 4), year, ResultStatus].join(':'),
    studentId,
    organisationId: school.id,
    kind: kind === 'result' && !school.itself ? 'baseline' : kind,
    qualificationId: rule.qualificationId ?? null,
    gradeScheme: rule.gradeScheme,
    ...gradeIn(rule.gradeScheme, Result, context),
    takenOn,
  };
}

function ruleFor(assessment: WireAssessment, year: number, config: CtfConfig): AssessmentRule | undefined {
  const own = config.assessments.map<AssessmentRule>(
    ({ component, qualifier, qualificationId, ...rule }) => ({
      ...rule,
      components: [component],
      ...(qualifier === undefined ? {} : { qualifiers: [qualifier] }),
      ...(qualificationId === undefined ? {} : { qualificationId }),
    }),
  );
  const { Stage, Subject, Method, Component = '', ResultQualifier = '' } = assessment;
  return [...own, ...assessmentRules].find(
    ({ stage, subject, method, components, qualifiers, years }) =>
      stage === Stage &&
      subject === Subject &&
      method === Method &&
      components.includes(Component) &&
      (qualifiers === undefined || qualifiers.includes(ResultQualifier)) &&
      year >= (years?.[0] ?? 0) &&
      year <= (years?.[1] ?? 9999),
  );
}

/** A grade that the scheme does not have – absent, working below the test – is kept without points, and counted. */
function gradeIn(scheme: string, result: string, context: MapContext<CtfConfig>) {
  const found = gradeScheme(scheme);
  const points = found === undefined ? undefined : gradeOf(found, result)?.points;
  if (points === undefined) context.unmapped(`StageAssessments.Result of ${scheme}`, result);
  return { grade: result, points: points ?? null };
}

/**
 * The school of the history on that day. Without one: the sending school, or else the receiving one, for what the files say of pupils who are
 * there; a result of an earlier year is then no result of that school but what the pupil came with.
 */
function schoolOf(
  { Schools = [], file }: WirePupil,
  takenOn: string,
  context: MapContext<CtfConfig>,
): { id: string; itself: boolean } | undefined {
  const attended = Schools.find(
    ({ EntryDate, LeavingDate }) =>
      EntryDate !== undefined && EntryDate <= takenOn && takenOn <= (LeavingDate ?? '9999'),
  );
  const there = attended && organisationIdOf(context, attended, file.urns);
  if (there !== undefined) return { id: there, itself: true };
  const now =
    organisationIdOf(context, file.source, file.urns) ??
    organisationIdOf(context, file.destination, file.urns);
  if (now === undefined) return undefined;
  const sameYear = file.writtenOn !== undefined && academicYearOf(file.writtenOn) <= academicYearOf(takenOn);
  return { id: now, itself: sameYear };
}
