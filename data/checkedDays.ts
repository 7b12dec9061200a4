/** The temperature of one day in degrees Celsius. */
export interface Day {
  readonly month: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

const header = "date,mean,min,max,hours";
const row = /^(\d{4}-\d\d-\d\d),([^,]*),([^,]*),([^,]*),([^,]*)$/;

/**
 * The days of a daily temperature file, in order, once each row has proved sound.
 *
 * @throws RangeError naming file, line and rule: a wrong header, a malformed row, a day missing, doubled or
 * out of order, a value that is no number, a mean outside minimum … maximum, a day without its 24 hours
 */
export function checkedDays(text: string, {year, file}: {year: number; file: string}): Day[] {
  const [first, ...rows] = text.trimEnd().split(/\r?\n/);
  if (first !== header) throw new RangeError(`${file}:1: the header must be ${header}; got ${first}`);
  const dates = datesOf(year);
  const days = rows.map((line, i) => checkedDay(line, i, dates, `${file}:${i + 2}`));
  if (days.length < dates.length)
    throw new RangeError(`${file}:${rows.length + 2}: ${dates[days.length]} is missing`);
  return days;
}

function checkedDay(line: string, i: number, dates: readonly string[], place: string): Day {
  const [, date, ...fields] = row.exec(line) ?? [];
  if (!date) throw new RangeError(`${place}: a row must be ${header}; got ${line}`);
  if (date !== dates[i]) throw new RangeError(`${place}: ${dateFault(date, i, dates)}`);
  const [mean, min, max, hours] = fields.map((field, k) =>
    checkedNumber(field, header.split(",")[k + 1], place)
  );
  if (!(min <= mean && mean <= max))
    throw new RangeError(`${place}: mean must lie between min and max; got ${min}, ${mean}, ${max}`);
  if (hours !== 24) throw new RangeError(`${place}: ${date} must have 24 hours; got ${hours}`);
  return {month: Number(date.slice(5, 7)), mean, min, max};
}

function checkedNumber(field: string, name: string, place: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(field))
    throw new RangeError(`${place}: ${name} must be a number; got ${JSON.stringify(field)}`);
  return Number(field);
}

function dateFault(date: string, i: number, dates: readonly string[]): string {
  const place = dates.indexOf(date);
  if (place < 0) return `${date} is no day of ${dates[0].slice(0, 4)}`;
  return place < i ? `${date} stands twice or out of order` : `${dates[i]} is missing`;
}

const day = 24 * 60 * 60 * 1000;

function datesOf(year: number): string[] {
  const start = Date.UTC(year, 0, 1);
  const count = (Date.UTC(year + 1, 0, 1) - start) / day;
  return Array.from({length: count}, (_, i) => new Date(start + i * day).toISOString().slice(0, 10));
}
