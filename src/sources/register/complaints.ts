import { daysBetween } from '#model/day.ts';
import type { Measure } from '#model/measure.ts';
import { waitOf, type Wait } from '#model/wait.ts';
import { workingHoursBetween } from '#model/working.ts';
import { declaration } from './complaints-declaration.ts';
import { deadlines, withGaps } from './deadline.ts';
import { readRegister, type Entry, type When } from './register.ts';
import type { Export, ExportSource, Pull } from '../source.ts';
import { monthEnd, tally, type Fact } from './tally.ts';

const PARTS = ['class', 'service', 'channel', 'province', 'city'] as const;
const TIMELY = ['complaints-due', 'complaints-on-time'] as const;

function read(file: Export): Pull {
  const { entries, span, has, done } = readRegister(file, declaration.layouts ?? []);
  for (const entry of entries) inOrder(entry);
  done();
  const unit = entries.some((entry) => isDayOnly(entry)) ? 'd' : 'h';
  const working = unit === 'h' ? workingWaits(file, entries) : undefined;
  const kept = deadlines(
    file,
    'complaint',
    TIMELY,
    entries.map((entry) => ({
      received: entry.day,
      class: entry.text('class'),
      dealt: {
        ...(has('answered') ? { answer: entry.when('answered')?.day ?? null } : {}),
        ...(has('closed') ? { close: entry.when('closed')?.day ?? null } : {}),
      },
    })),
    span,
  );
  const facts = entries.map((entry, index): Fact => {
    const answered = entry.when('answered');
    const closed = entry.when('closed');
    const points = entry.text('rating');
    const parts = Object.fromEntries(PARTS.flatMap((part) => [[part, entry.part(part)] as const]));
    const workingWait = working?.[index];
    return {
      day: entry.day,
      parts: {
        ...parts,
        ...(answered ? { wait: waitBetween(unit, entry.when('received'), answered) } : {}),
        ...(workingWait === undefined ? {} : { 'working-wait': workingWait }),
      },
      amounts: {
        'complaints-received': 1,
        'complaints-answered': answered ? 1 : 0,
        'complaints-closed': closed ? 1 : 0,
        'complaints-open': closed && closed.day <= monthEnd(entry.day) ? 0 : 1,
        ratings: points === '' ? 0 : 1,
        'rating-sum': Number(points),
        ...kept.amounts[index],
      },
    };
  });
  const measures: Measure[] = [
    'complaints-received',
    ...TIMELY,
    ...(has('answered') ? ['complaints-answered' as const] : []),
    ...(has('closed') ? ['complaints-closed' as const, 'complaints-open' as const] : []),
    ...(has('rating') ? ['ratings' as const, 'rating-sum' as const] : []),
  ];
  const counted = tally(file, declaration, measures, facts, span);
  return { api: declaration.api, posts: [], span: null, ...withGaps(counted, kept.gaps, TIMELY) };
}

/**
 * How long each waited in hours in which the office was open; undefined as a whole where it has not said when that is, and for a month of
 * which one wait can't be told: bins that lack some would make the rest look faster.
 */
function workingWaits({ office, zone }: Export, entries: readonly Entry[]): readonly (string | undefined)[] | undefined {
  const calendar = office?.calendar;
  if (!calendar || office.hours.length === 0) return undefined;
  const lost = new Set<string>();
  const waits = entries.map((entry) => {
    const [from, to] = [entry.when('received'), entry.when('answered')];
    if (from?.at === undefined || to?.at === undefined) return undefined;
    const hours = workingHoursBetween(from.at, to.at, office.hours, calendar, zone);
    if (hours === undefined) lost.add(monthEnd(entry.day));
    return hours === undefined ? undefined : waitOf('wh', hours);
  });
  return waits.map((wait, index) => (lost.has(monthEnd((entries[index] as Entry).day)) ? undefined : wait));
}

function inOrder(entry: Entry): void {
  for (const later of ['answered', 'closed'] as const) {
    const [from, to] = [entry.when('received'), entry.when(later)];
    if (from && to && isBefore(to, from)) entry.refuse(later, 'order', `"${later}" lies before "received"`);
  }
}

/** Whether one of two times lies before the other; by day, where either has no clock. */
function isBefore(a: When, b: When): boolean {
  return a.at !== undefined && b.at !== undefined ? a.at < b.at : a.day < b.day;
}

function isDayOnly(entry: Entry): boolean {
  const [from, to] = [entry.when('received'), entry.when('answered')];
  return from !== null && to !== null && (from.at === undefined || to.at === undefined);
}

function waitBetween(unit: Wait['unit'], from: When | null, to: When): string {
  if (from?.at === undefined || to.at === undefined || unit === 'd') return waitOf('d', daysBetween(from?.day ?? to.day, to.day));
  return waitOf('h', (Date.parse(to.at) - Date.parse(from.at)) / 3_600_000);
}

export const complaints: ExportSource = { declaration, read };
