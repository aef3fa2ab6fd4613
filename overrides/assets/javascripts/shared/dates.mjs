// Days, written as in 2026-11-21.

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const DAY = /^(\d{4})-\d\d-\d\d$/;

export const FIRST_DAY = `${FIRST_YEAR}-01-01`;
export const LAST_DAY = `${LAST_YEAR}-12-31`;

/**
 * Whether a text is a day of the calendar in a year that somebody may mean; 0026 and 20226 are slips.
 * @param {string} day
 * @returns {boolean}
 */
export function isDay(day) {
  const year = Number(DAY.exec(day)?.[1]);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  // A thirtieth of February becomes a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** @param {Date|number} moment @returns {string} the day on the calendar of this device */
export function dayOf(moment) {
  const date = new Date(moment);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** @returns {string} */
export function today() {
  return dayOf(Date.now());
}

/** @param {string} day @returns {string} the first of March where there is no twenty-ninth of February */
export function aYearLater(day) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year + 1, month - 1, date)).toISOString().slice(0, 10);
}

/** @param {Date} time @returns {string} 2026-11-21T08:30:00Z */
export function moment(time) {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** @param {string} day @returns {string} 21.11.2026 */
export function shortDate(day) {
  return day.split("-").reverse().join(".");
}

/** @param {string} day @returns {string} 21. November 2026; empty if there is no such day */
export function longDate(day) {
  if (!isDay(day)) return "";
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("de-DE", { dateStyle: "long", timeZone: "UTC" });
}

const MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(
  " ",
);
const WRITTEN = /\b(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?\b/g;

/**
 * Write every date in a text as the pages do.
 * @param {string} text
 * @returns {string} 2026-11-21 as 21. November 2026, 2026-11 as November 2026
 */
export function datesInWords(text) {
  return text.replace(WRITTEN, (_, year, month, day) => {
    const name = `${MONTHS[Number(month) - 1]} ${year}`;
    return day ? `${Number(day)}. ${name}` : name;
  });
}
