import { type MapContext, type Mapped, reject, skip } from '@collegial/connector-kit';
import { gradeOf, gradeScheme } from '@collegial/model';
import type * as z from 'zod';
import { descriptorValue } from './descriptors/read-descriptor.ts';
import type { AssessmentSetting, EdfiConfig } from './edfi-config.ts';
import { personalId } from './edfi-ids.ts';
import type { WireStudentAssessment } from './edfi-schemas.ts';
import type { Row } from './read/resolved.ts';

type Wire = Row<z.output<typeof WireStudentAssessment>>;

/** A score of an assessment that the settings name. Which scale a score is on cannot be read from it, so that others are counted and passed over. */
export function mapAssessment(row: Wire, context: MapContext<EdfiConfig>): Mapped<'Assessment'> {
  const { guid = '', student, organisationId } = row.collegial;
  const { assessmentIdentifier, namespace } = row.assessmentReference;
  const setting = context.config.assessments.find(
    (one) =>
      one.identifier === assessmentIdentifier && (one.namespace === undefined || one.namespace === namespace),
  );
  if (setting === undefined) return skip('assessment that the settings do not name');
  if (student === undefined)
    return reject('The student is not among those that can be read.', { field: 'studentReference' });
  if (organisationId === undefined)
    return reject('The school that reported the assessment is not given.', {
      field: 'reportedSchoolReference',
    });
  if (row.administrationDate === undefined)
    return reject('The assessment has no date.', { field: 'administrationDate' });
  const grade = scoreOf(row, setting);
  if (grade === undefined)
    return reject('The assessment has no score by this method.', { field: 'scoreResults' });
  return {
    id: personalId(context, 'assessment', guid),
    studentId: personalId(context, 'student', student),
    organisationId,
    kind: setting.kind,
    qualificationId: setting.qualificationId ?? null,
    gradeScheme: setting.gradeScheme,
    grade,
    points: pointsOf(setting.gradeScheme, grade),
    takenOn: row.administrationDate,
  };
}

/** Points of a grade on its scheme; `null` for schemes that the model does not have. */
export function pointsOf(schemeId: string, grade: string): number | null {
  const scheme = gradeScheme(schemeId);
  return (scheme === undefined ? undefined : gradeOf(scheme, grade)?.points) ?? null;
}

function scoreOf(
  { scoreResults = [], performanceLevels = [] }: Wire,
  { reportingMethod }: AssessmentSetting,
): string | undefined {
  const by = ({ assessmentReportingMethodDescriptor }: { assessmentReportingMethodDescriptor: string }) =>
    reportingMethod === undefined || descriptorValue(assessmentReportingMethodDescriptor) === reportingMethod;
  const level = performanceLevels.find(by)?.performanceLevelDescriptor;
  return scoreResults.find(by)?.result ?? (level === undefined ? undefined : descriptorValue(level));
}
