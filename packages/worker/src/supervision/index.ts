export { startDailyReminders } from './daily-reminders.ts';
