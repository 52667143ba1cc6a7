export { ActivitiesConfig } from './activities-config.ts';
export { activities } from './activities-connector.ts';
export { activityColumns, confirmationColumns } from './activities-schemas.ts';
export { CalendarMapping } from './calendar/calendar-mapping.ts';
export {
  type CalendarExplanation,
  type ExplainedEvent,
  explainCalendars,
} from './calendar/explain-calendars.ts';
