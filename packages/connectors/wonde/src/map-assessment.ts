import { type MapContext, type Mapped, reject, skip } from '@collegial/connector-kit';
import { gradeOf, gradeScheme } from '@collegial/model';
import { readDay } from './php-date.ts';
import type { AspectSetting, WondeConfig } from './wonde-config.ts';
import { recordIdOf, studentIdOf } from './wonde-ids.ts';
import type { WireResult } from './wonde-schemas.ts';

/**
 * A result of an aspect that the settings name. Aspects are columns that a school made up: what they mean cannot be read
 * from them, so that others are counted and passed over.
 */
export function mapAssessment(row: WireResult, context: MapContext<WondeConfig>): Mapped<'Assessment'> {
  const setting = settingOf(context.config.aspects, row.aspect?.name ?? '');
  if (setting === undefined) return skip('result of an aspect that the settings do not name');
  const student = row.student ?? row.student_id;
  if (student === undefined) return reject('A result names no student.', { field: 'student' });
  if (row.result === undefined) return reject('A result has no grade.', { field: 'result' });
  const taken = readDay(row.result_date);
  if ('problem' in taken) return reject(`The date ${taken.problem}.`, { field: 'result_date' });
  if (taken.day === undefined) return reject('A result has no date.', { field: 'result_date' });
  const scheme = gradeScheme(setting.gradeScheme);
  return {
    id: recordIdOf(context, 'result', row.id),
    studentId: studentIdOf(context, student),
    organisationId: row.ofSchool.organisationId,
    kind: setting.kind,
    qualificationId: setting.qualificationId ?? null,
    gradeScheme: setting.gradeScheme,
    grade: row.result,
    points: (scheme === undefined ? undefined : gradeOf(scheme, row.result)?.points) ?? null,
    takenOn: taken.day,
  };
}

const patterns = new WeakMap<AspectSetting, RegExp>();

/** The first setting whose name fits. */
function settingOf(settings: readonly AspectSetting[], name: string): AspectSetting | undefined {
  return settings.find((setting) => {
    if (setting.name === name) return true;
    if (!setting.name.includes('*')) return false;
    let pattern = patterns.get(setting);
    if (pattern === undefined) {
      const parts = setting.name.split('*').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
      pattern = new RegExp(`^${parts.join('.*')}$`);
      patterns.set(setting, pattern);
    }
    return pattern.test(name);
  });
}
