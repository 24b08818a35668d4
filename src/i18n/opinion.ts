import { LABELS, type Label } from '#model/label.ts';
import type { Estimate, Opinion, OpinionReport } from '#model/opinion.ts';
import type { Report } from '#model/report.ts';
import type { Names } from './answer.ts';
import type { I18n } from './index.ts';

/** Labels as they are told: what troubles people first. */
export const TOLD: readonly Label[] = LABELS.toReversed();

/** The cell that a report speaks of as a whole; undefined where no comment is counted. */
export function wholeOf(opinion: OpinionReport | null): Opinion | undefined {
  return opinion?.cells.find(({ of }) => of === 'all');
}

/** How many comments of a hundred, as words: between two whole numbers, rounded outwards, where staff's labels give an interval; else about one. */
export function ofHundred(words: Pick<I18n, 't' | 'number'>, { value, interval }: Estimate): string {
  if (!interval) return words.t('opinion.about', { number: Math.round((value ?? 0) * 100) });
  const { from, to } = bounds(interval);
  return from === to ? words.number(from) : words.t('opinion.between', { from, to });
}

/** A share for a table: "45 % (41–49 %)", "≈ 45 %", or why there is none. */
export function shareText(words: Pick<I18n, 't' | 'percent' | 'reason'>, { value, reason, interval }: Estimate): string {
  if (value === null)
    return reason === 'suppressed' ? words.t('opinion.hidden') : words.reason(reason ?? 'not-collected').replace(/\.$/, '');
  if (!interval) return words.t('opinion.raw', { share: words.percent(value, 0) });
  return words.t('opinion.corrected', { share: words.percent(value, 0), range: rangeText(words, interval) });
}

/** An interval of a share in whole per cent: "41–49 %". */
export function rangeText(words: Pick<I18n, 'percent'>, interval: NonNullable<Estimate['interval']>): string {
  const { from, to } = bounds(interval);
  return `${from}–${words.percent(to / 100, 0)}`;
}

/** What the comments of a report's period say, in one or two sentences; undefined where none are read. */
export function opinionAnswer({ opinion }: Report, words: I18n, names: Names): string | undefined {
  const whole = wholeOf(opinion);
  if (!opinion) return undefined;
  if (!whole || opinion.months.length === 0) return words.t('opinion.answer.none');
  if (isHidden(whole)) return words.t('opinion.answer.hidden');
  const said = sharesOf(whole, words);
  if (!said) return words.t('opinion.answer.unknown');
  return words.t(said.corrected ? 'opinion.answer.corrected' : 'opinion.answer.raw', {
    accounts: words.list(opinion.accounts.map(names.account)),
    parts: said.parts,
  });
}

/** The shares of a cell as a list in words, and whether they are corrected; undefined where they are not known. */
export function sharesOf(
  { shares }: Pick<Opinion, 'shares'>,
  words: I18n,
): { readonly parts: string; readonly corrected: boolean } | undefined {
  if (TOLD.some((label) => shares[label].value === null)) return undefined;
  const corrected = TOLD.every((label) => shares[label].interval);
  const parts = TOLD.map((label) => {
    const share = shares[label];
    const number = corrected ? ofHundred(words, share) : words.number(Math.round((share.value ?? 0) * 100));
    return words.t(`opinion.part.${label}`, { number });
  });
  return { parts: words.list(parts), corrected };
}

/** Months in their order, three and more in a row as a range: "Januari–Oktober 2026". */
export function monthsText(words: I18n, months: readonly string[]): string {
  const runs: string[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run && followsOn(run.at(-1) ?? '', month)) run.push(month);
    else runs.push([month]);
  }
  return words.list(
    runs.flatMap((run) => {
      const [first = '', last = ''] = [run[0], run.at(-1)];
      if (run.length < 3) return run.map((month) => words.period(month));
      return `${words.period(first, first.slice(0, 4) === last.slice(0, 4) ? 'plain' : 'long')}–${words.period(last)}`;
    }),
  );
}

function followsOn(before: string, month: string): boolean {
  const at = (id: string) => Number(id.slice(0, 4)) * 12 + Number(id.slice(5));
  return at(month) - at(before) === 1;
}

/** Whether nothing of a cell may be shown. */
export function isHidden({ shares }: Pick<Opinion, 'shares'>): boolean {
  return TOLD.every((label) => shares[label].value === null && shares[label].reason === 'suppressed');
}

/** Whole per cent that hold an interval: never narrower than it is. */
function bounds({ from, to }: NonNullable<Estimate['interval']>): { from: number; to: number } {
  const clean = (value: number) => Number((value * 100).toPrecision(10));
  return { from: Math.floor(clean(from)), to: Math.ceil(clean(to)) };
}
