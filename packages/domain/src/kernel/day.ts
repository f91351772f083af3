const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day (`YYYY-MM-DD`) that a calendar has. Such days stand in the order of their texts. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
