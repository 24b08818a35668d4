import { isKnown, known, missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { WAITS, type Wait } from '#model/wait.ts';
import { days, facts, part } from '../example.ts';
import type { AccountFacts, Example, Kpi, KpiText, Outcome } from '../kpi.ts';
import { members, type Part } from './total.ts';
import { wholeOf } from './whole.ts';

/** What waits: of which counts, and by which bins. */
interface Queue {
  readonly received: Measure;
  /** Together, all that was dealt with. */
  readonly answered: readonly Measure[];
  readonly by: 'wait' | 'working-wait';
}

interface Waited {
  readonly part: Part;
  readonly received: number;
  /** What was answered by the hours within which it was; `Infinity` in the open bin. */
  readonly bins: ReadonlyMap<number, number>;
}

/** How long a share of all that came in waited at most: a KPI for each share of each queue, by one formula. */
export function waitingTime(
  id: string,
  share: number,
  queue: Queue,
  texts: Readonly<Record<'id' | 'en', KpiText>>,
  more: Pick<Partial<Kpi>, 'basis' | 'leading'> = {},
): Kpi {
  return {
    id,
    // 2: of calendar days the day itself, no longer the one after it.
    version: queue.by === 'wait' ? 2 : 1,
    question: 4,
    unit: queue.by === 'wait' ? 'hours' : 'working-hours',
    families: ['register'],
    declared: true,
    rollUp: 'bins added up',
    stage: 'out-take',
    measures: queue.answered,
    texts,
    basis: [BASIS, ...(more.basis ?? [])],
    ...(more.leading ? { leading: true as const } : {}),
    examples: examplesOf(share, queue),
    compute: (accounts) => answeredWithin(share, queue, accounts),
  };
}

const BASIS = {
  title:
    'Median and 90th per cent with the unanswered kept (right-censored; derived). Facebook instead gave the mean of the fastest 90%, which hides the slowest tenth',
};

function examplesOf(share: number, { received, answered, by }: Queue): Example[] {
  const unit = by === 'wait' ? 'h' : 'wh';
  const last = unit === 'h' ? '24-36h' : '24-32wh';
  const one = (count: number, rows: readonly (readonly [string, number])[]): AccountFacts[] => [
    facts('a', {
      monthly: {
        [received]: days(100, 1, 1),
        ...Object.fromEntries(answered.map((measure, index) => [measure, days(index === 0 ? count : 0, 1, 1)])),
      },
      parts: { [answered[0] as Measure]: rows.map(([bin, value]) => part({ [by]: bin }, value)) },
    }),
  ];
  return [
    {
      title: { id: 'Seratus diterima, 95 dijawab', en: 'A hundred received, 95 answered' },
      facts: one(95, [
        [`2-3${unit}`, 40],
        [`6-8${unit}`, 30],
        [last, 25],
      ]),
      expect: { figure: known(share > 0.7 ? (unit === 'h' ? 36 : 32) : 8), numerator: 95, denominator: 100 },
    },
    ...(by === 'wait'
      ? [
          {
            title: { id: 'Daftar yang hanya memuat tanggal', en: 'A register with days alone' },
            facts: one(95, [
              ['2-3d', 40],
              ['7-8d', 30],
              ['10-14d', 25],
            ]),
            expect: { figure: known((share > 0.7 ? 13 : 7) * 24), numerator: 95, denominator: 100 },
          },
        ]
      : []),
    {
      title: { id: 'Terlalu banyak yang belum dijawab', en: 'Too many unanswered' },
      facts: one(40, [[`2-3${unit}`, 40]]),
      expect: { figure: missing('unanswered'), numerator: 40, denominator: 100 },
    },
    {
      title: { id: 'Lama tunggu tidak lengkap', en: 'Waiting times are incomplete' },
      facts: one(95, [[`2-3${unit}`, 40]]),
      expect: { figure: missing('partial') },
    },
  ];
}

/**
 * The hours within which so much of all that was received was answered. Read out of bins, so that it is the upper edge of the bin in which
 * it lies: "within" is exact. The unanswered count as the longest, and are never left out.
 */
function answeredWithin(share: number, queue: Queue, accounts: readonly AccountFacts[]): Outcome {
  const all = accounts.map((one) => waited(queue, one));
  const have = all.filter(({ part }) => isKnown(part.figure));
  const base = members(all.map(({ part }) => part));
  const lost = all.flatMap(({ part }) => (isKnown(part.figure) ? [] : [part.figure.reason]));
  if (have.length === 0) return { figure: missing(lost[0] ?? 'empty'), ...base };
  const received = have.reduce((sum, one) => sum + one.received, 0);
  const bins = new Map<number, number>();
  for (const one of have) for (const [edge, count] of one.bins) bins.set(edge, (bins.get(edge) ?? 0) + count);
  const answered = [...bins.values()].reduce((sum, count) => sum + count, 0);
  const counts = { numerator: answered, denominator: received, n: received };
  if (received === 0) return { figure: missing('zero-denominator'), ...counts, ...base };
  const rank = Math.ceil(share * received);
  let sum = 0;
  for (const [edge, count] of [...bins].sort(([a], [b]) => a - b)) {
    sum += count;
    if (sum >= rank && Number.isFinite(edge)) return { figure: known(edge), ...counts, ...base };
  }
  return { figure: missing('unanswered'), ...counts, ...base };
}

function waited({ received: whole, answered: measures, by }: Queue, one: AccountFacts): Waited {
  const received = wholeOf(whole, one);
  const answered = measures.map((measure) => wholeOf(measure, one));
  const rows = measures.flatMap((measure) =>
    (one.parts[measure] ?? []).filter(({ dimensions }) => Object.keys(dimensions).join() === by),
  );
  const bins = new Map<number, number>();
  for (const { dimensions, figure } of rows) {
    const bin = WAITS.find(({ id }) => id === dimensions[by]);
    if (!bin || !isKnown(figure)) continue;
    const edge = hoursOf(bin);
    bins.set(edge, (bins.get(edge) ?? 0) + figure.value);
  }
  const binned = [...bins.values()].reduce((sum, count) => sum + count, 0);
  const all = [received, ...answered];
  const lost = all.flatMap(({ figure }) => (isKnown(figure) ? [] : [figure.reason]))[0];
  const count = answered.reduce((sum, { figure }) => sum + (figure.value ?? 0), 0);
  const reason = lost ?? (binned === count ? undefined : whyNot(one, by, rows.length));
  return {
    part: {
      account: one.account,
      figure: reason === undefined ? known(count) : missing(reason),
      ...earliest(answered),
      grounds: all.flatMap(({ grounds }) => grounds),
    },
    received: received.figure.value ?? 0,
    bins,
  };
}

/** Within how many hours all of a bin lies. Calendar days are counted whole: "7-8d" holds those of the seventh day alone; the same day is one day. */
function hoursOf({ unit, to }: Wait): number {
  if (to === null) return Number.POSITIVE_INFINITY;
  return unit === 'd' ? Math.max(1, to - 1) * 24 : to;
}

/** Without any bin in working hours the register has no times of day, or the office has not said when it works. */
function whyNot(one: AccountFacts, by: Queue['by'], rows: number): 'partial' | 'not-in-export' | 'no-calendar' {
  if (by === 'wait' || rows > 0) return 'partial';
  const clocks = (one.parts['complaints-answered'] ?? []).some(({ dimensions }) => dimensions.wait?.endsWith('h'));
  return clocks ? 'no-calendar' : 'not-in-export';
}

function earliest(parts: readonly Part[]): Pick<Part, 'early'> {
  const early = parts.flatMap((one) => one.early ?? []).sort((a, b) => b.count - a.count)[0];
  return early ? { early } : {};
}
