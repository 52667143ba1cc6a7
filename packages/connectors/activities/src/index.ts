export { ActivitiesConfig } from './activities-config.ts';
export { activities } from './activities-connector.ts';
export { activityColumns, confirmationColumns } from './activities-schemas.ts';
