import type { Day } from '#model/day.ts';
import type { Reason } from '#model/figure.ts';
import { period } from '#model/period.ts';
import type { Comparison, Unit } from '#model/kpi-figure.ts';
import type { Text } from '#model/text.ts';
import type { KpiText } from '#kpis/kpi.ts';
import { kpi } from '#kpis/index.ts';
import { fallbacks, languages, type Words } from './languages.ts';
import { usualTail } from './usual.ts';

export type Params = Readonly<Record<string, string | number>>;
/** Periods: `long` for headlines, `in` for running text, `plain` without the year where it is clear, `short` for tables. Days likewise. */
export type Style = 'long' | 'short' | 'plain' | 'in';

/** A text with the language it is really in; `fallback` says that the page's own language lacks it. */
export interface Said {
  readonly text: string;
  readonly lang: string;
  readonly fallback: boolean;
}

/** What a change is called: its sentence, and its direction for a mark that never stands alone. */
export interface Change {
  readonly text: string;
  /** The same without how it lies to what is usual, for tables. */
  readonly brief: string;
  readonly direction: 'up' | 'down' | 'same' | 'unknown';
}

/** What is said of a figure: its value or why there is none, and what belongs to it. */
export interface Shown {
  readonly value: number | null;
  readonly unit: Unit;
  readonly reason?: Reason | undefined;
  readonly currency?: string | undefined;
  readonly grade?: string | undefined;
}

export interface I18n {
  readonly lang: string;
  /** BCP 47, for Intl. */
  readonly tag: string;
  /** The text of a key; numbers among the parameters are written the language's way, and choose `key.one` where there is one. */
  t(key: string, params?: Params): string;
  /** As `t`, with the language the text is really in. */
  said(key: string, params?: Params): Said;
  has(key: string): boolean;
  number(value: number, options?: { readonly digits?: number }): string;
  percent(ratio: number, digits?: number): string;
  /** 312 thousand, for axes and running text. */
  compact(value: number): string;
  /** A figure as a reader sees it, or the short words for "not known". */
  figure(figure: Shown): string;
  /** `style` names the other period: a year before needs its year. */
  change(comparison: Comparison | undefined, unit: Unit, style?: Style): Change;
  day(day: Day, style?: Style): string;
  span(from: Day, to: Day): string;
  period(id: string, style?: Style): string;
  kpi(id: string): KpiText & { readonly lang: string; readonly fallback: boolean };
  reason(reason: Reason): string;
  /** A text by language, as files of the data carry them. */
  text(text: Text): Said;
  list(items: readonly string[]): string;
}

/** All the words of a language, keys joined by dots. */
export const flatten = (words: Words, prefix = ''): Map<string, string> => {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
};

const dictionaries = new Map(languages.map((language) => [language.code, flatten(language.words)]));
const made = new Map<string, I18n>();

/** Words, numbers and dates of one language. Throws a `RangeError` on a language that the site does not have. */
export function i18n(lang: string): I18n {
  const language = languages.find((candidate) => candidate.code === lang);
  if (!language) throw new RangeError(`no language "${lang}"; the site has ${languages.map(({ code }) => code).join(', ')}`);
  let words = made.get(lang);
  if (!words) made.set(lang, (words = make(lang, language.tag)));
  return words;
}

function make(lang: string, tag: string): I18n {
  const plural = new Intl.PluralRules(tag);
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const numbers = new Map<number, Intl.NumberFormat>();
  const dates = new Map<string, Intl.DateTimeFormat>();

  const number = (value: number, digits: number) => {
    let format = numbers.get(digits);
    if (!format)
      numbers.set(
        digits,
        (format = new Intl.NumberFormat(tag, { maximumFractionDigits: digits, minimumFractionDigits: digits })),
      );
    return format.format(value).replace('-', '−');
  };
  const date = (day: Day, options: Intl.DateTimeFormatOptions) => {
    const key = JSON.stringify(options);
    let format = dates.get(key);
    if (!format) dates.set(key, (format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })));
    return format.format(new Date(`${day}T00:00:00Z`));
  };

  const found = (keys: readonly string[]): Said | undefined => {
    for (const code of [lang, ...fallbacks(lang)]) {
      const words = dictionaries.get(code);
      const key = keys.find((one) => words?.has(one));
      if (key !== undefined) return { text: words?.get(key) ?? '', lang: code, fallback: code !== lang };
    }
    return undefined;
  };
  const fill = (text: string, params: Params) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? number(value, Number.isInteger(value) ? 0 : 1) : value;
    });

  const own: I18n = {
    lang,
    tag,
    said(key, params = {}) {
      const count = params['count'];
      // All forms in one language before any in the next: a language without a singular has only the plain key.
      const forms = typeof count === 'number' ? [`${key}.${plural.select(count)}`] : [];
      const said = found([...forms, key, `${key}.other`]);
      if (!said) throw new RangeError(`no text "${key}" in any language; add it to src/i18n/${lang}.json`);
      return { ...said, text: fill(said.text, params) };
    },
    t: (key, params) => own.said(key, params).text,
    has: (key) => found([key]) !== undefined,
    number: (value, options) => number(value, options?.digits ?? (Number.isInteger(value) ? 0 : 1)),
    percent: (ratio, digits) => own.t('unit.percent', { number: number(ratio * 100, digits ?? percentDigits(ratio)) }),
    compact: (value) => new Intl.NumberFormat(tag, { notation: 'compact', maximumSignificantDigits: 3 }).format(value),
    figure({ value, unit, reason, currency, grade }) {
      // What is known of each account and only not added up is not "not known".
      if (value === null) {
        if (reason === 'suppressed') return own.t('figure.hidden');
        return own.t(reason === 'not-additive' || reason === 'not-comparable' ? 'figure.not-added' : 'figure.unknown');
      }
      if (unit === 'ratio') return own.percent(value);
      if (unit === 'money') return money(tag, value, currency);
      if (unit === 'hours')
        return value >= DAYS ? own.t('figure.days', { count: value / 24 }) : own.t('figure.hours', { count: value });
      if (unit === 'working-hours') return own.t('answers.working-hours', { count: value });
      if (unit === 'days-behind') return own.t(value === 0 ? 'figure.up-to-date' : 'figure.days-behind', { count: value });
      if (unit === 'score') {
        const said = number(value, 2);
        return grade === undefined ? said : own.t('figure.score', { value: said, grade });
      }
      return number(value, unit === 'per-post' || !Number.isInteger(value) ? 1 : 0);
    },
    change: (comparison, unit, style = 'plain') => change(own, comparison, unit, style),
    day: (day, style = 'long') =>
      date(day, {
        day: 'numeric',
        month: style === 'short' ? 'short' : 'long',
        ...(style === 'plain' ? {} : { year: 'numeric' }),
      }),
    span(from, to) {
      if (from === to) return own.day(from);
      const sameYear = from.slice(0, 4) === to.slice(0, 4);
      const start =
        from.slice(0, 7) === to.slice(0, 7) ? String(Number(from.slice(8))) : own.day(from, sameYear ? 'plain' : 'long');
      return `${start}–${own.day(to)}`;
    },
    period(id, style = 'long') {
      const { kind, from } = period(id);
      if (kind === 'month')
        return date(from, { month: style === 'short' ? 'short' : 'long', ...(style === 'plain' ? {} : { year: 'numeric' }) });
      const [year = '', rest = ''] = [id.slice(0, 4), id.slice(6)];
      return own.t(`period.${kind}.${style === 'plain' ? 'in' : style}`, {
        year,
        number: rest,
        roman: ROMAN[Number(rest) - 1] ?? rest,
      });
    },
    kpi(id) {
      const texts = kpi(id).texts;
      const code = [lang, ...fallbacks(lang)].find(
        (candidate) => candidate in texts || dictionaries.get(candidate)?.has(`kpis.${id}.name`),
      );
      const base = texts[code ?? 'en'] ?? texts['en'] ?? texts['id'];
      if (!base || code === undefined) throw new RangeError(`KPI "${id}" has no text in any language`);
      const over = (part: keyof KpiText) => dictionaries.get(code)?.get(`kpis.${id}.${part}`) ?? base[part];
      return {
        name: over('name'),
        plain: over('plain'),
        formula: over('formula'),
        limits: over('limits'),
        lang: code,
        fallback: code !== lang,
      };
    },
    reason: (reason) => own.t(`reason.${reason}`),
    text(text) {
      const code = [lang, ...fallbacks(lang), ...Object.keys(text)].find((candidate) => text[candidate] !== undefined) ?? lang;
      return { text: text[code] ?? '', lang: code, fallback: code !== lang };
    },
    list: (items) => lists.format(items),
  };
  return own;
}

/** From so many hours on, waiting is told in days. */
export const DAYS = 72;

/** An amount with its currency, without the cents that nobody has: 5,000,000 rupiah, 12.50 dollars. */
function money(tag: string, value: number, currency: string | undefined): string {
  const digits = value >= 1000 || Number.isInteger(value) ? 0 : 2;
  const style = currency === undefined ? {} : { style: 'currency' as const, currency };
  return new Intl.NumberFormat(tag, { ...style, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

const ROMAN = ['I', 'II', 'III', 'IV'];

function percentDigits(ratio: number): number {
  const size = Math.abs(ratio);
  // What is not whole must not look whole: 99.8%, never 100%.
  if (size >= 1) return 0;
  return (size > 0 && size < 0.01) || size >= 0.9995 ? 2 : 1;
}

function change(words: I18n, comparison: Comparison | undefined, unit: Unit, style: Style): Change {
  const said = (key: string, direction: Change['direction'], params: Params = {}): Change => {
    const brief = words.t(`change.${key}`, params);
    return { text: brief + (direction === 'unknown' || !comparison ? '' : usualTail(words, comparison)), brief, direction };
  };
  if (!comparison) return said('no-previous', 'unknown');
  const than = words.period(comparison.with, style);
  if (comparison.difference === null)
    return said(comparison.note ?? (comparison.reason === 'no-previous' ? 'no-previous' : 'unknown'), 'unknown', { than });
  const { difference, ratio } = comparison;
  const size = unit === 'ratio' ? Math.abs(difference) : Math.abs(ratio ?? 1);
  if (difference === 0 || size < 0.0005) return said('same', 'same', { than });
  const direction = difference > 0 ? 'up' : 'down';
  // An amount says nothing without its currency, which a comparison does not hold.
  if (unit === 'money' && ratio === null) return said('from-none', direction, { than });
  const amount =
    unit === 'ratio'
      ? words.t('change.points', {
          points: words.number(Math.abs(difference) * 100, { digits: Math.abs(difference) < 0.01 ? 2 : 1 }),
        })
      : unit === 'hours' || unit === 'working-hours'
        ? words.figure({ value: Math.abs(difference), unit })
        : unit === 'days-behind'
          ? words.t('figure.days', { count: Math.abs(difference) })
          : ratio === null
            ? words.number(Math.abs(difference))
            : words.percent(Math.abs(ratio));
  return said(direction, direction, { amount, than });
}
