import type {Language} from "../../course.js";

/** A tick of a day axis: where its line stands, and its text with the place of the text's middle. */
export interface DayTick {
  readonly day: number;
  readonly text: string;
  readonly middle: number;
}

export interface DayTickOptions {
  /** The year whose months are written; null for days that only have numbers. */
  readonly year: number | null;
  readonly language: Language;
  /** The first and the last day that are shown. */
  readonly days: readonly [number, number];
  /** Pixels for a day. */
  readonly scale: number;
}

/** The time at which a day of a year begins, days counted from 1; all dates are kept in universal time. */
export const dayStart = (year: number, day: number): number => Date.UTC(year, 0, day);

/** A day of a year in words: 30 January, 1月30日; without a year: day 30, 第 30 天. */
export function dayName(day: number, {year, language}: Pick<DayTickOptions, "year" | "language">): string {
  if (year === null) return language === "zh" ? `第 ${day} 天` : `day ${day}`;
  return formats[language].date(dayStart(year, day));
}

/** Months named in their middle while many days are shown, single days when few are. */
export function dayTicks(options: DayTickOptions): DayTick[] {
  const {year, days} = options;
  return year === null || days[1] - days[0] < 100 ? everyFewDays(options) : months(options);
}

function months({year, language, days: [first, last], scale}: DayTickOptions): DayTick[] {
  const starts = Array.from(
    {length: 13},
    (_, m) => (Date.UTC(year!, m, 1) - dayStart(year!, 1)) / 86_400_000 + 1
  );
  const narrow = scale * 30 < 30;
  const {month, narrowMonth} = formats[language];
  const name = narrow && language === "en" ? narrowMonth : month;
  const every = narrow && language === "zh" ? 2 : 1;
  return starts
    .slice(0, 12)
    .map((day, m) => ({
      day: day - 0.5,
      text: m % every === 0 ? name(Date.UTC(year!, m, 1)) : "",
      middle: (day + starts[m + 1] - 1) / 2
    }))
    .filter(({middle}) => middle >= first && middle <= last);
}

function everyFewDays({year, language, days: [first, last], scale}: DayTickOptions): DayTick[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((days) => days * scale >= 56) ?? 200;
  const ticks = Array.from({length: Math.floor(last / step) + 1}, (_, i) => Math.max(1, i * step));
  return ticks
    .filter((day) => day >= first && day <= last)
    .map((day) => ({
      day,
      text: year === null ? String(day) : formats[language].shortDate(dayStart(year, day)),
      middle: day
    }));
}

const styles = {
  date: {day: "numeric", month: "long"},
  shortDate: {day: "numeric", month: "short"},
  month: {month: "short"},
  narrowMonth: {month: "narrow"}
} as const;

/** English dates the British way, day before month. Made once, because a formatter is dear to make. */
const formats = {en: formatters("en-GB"), zh: formatters("zh-CN")};

function formatters(locale: string): Record<keyof typeof styles, (time: number) => string> {
  const make = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, {...style, timeZone: "UTC"});
  return {
    date: make(styles.date).format,
    shortDate: make(styles.shortDate).format,
    month: make(styles.month).format,
    narrowMonth: make(styles.narrowMonth).format
  };
}
