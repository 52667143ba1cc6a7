export { type OpenInboxOptions, openInbox } from './open-inbox.ts';
