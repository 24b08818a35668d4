import { daysBetween } from '#model/day.ts';
import type { Measure } from '#model/measure.ts';
import { waitOf, type Wait } from '#model/wait.ts';
import { declaration } from './complaints-declaration.ts';
import { readRegister, type Entry, type When } from './register.ts';
import type { Export, ExportSource, Pull } from '../source.ts';
import { tally, type Fact } from './tally.ts';

const PARTS = ['class', 'service', 'channel', 'province', 'city'] as const;

function read(file: Export): Pull {
  const { entries, span, has, done } = readRegister(file, declaration.layouts ?? []);
  for (const entry of entries) inOrder(entry);
  done();
  const unit = entries.some((entry) => isDayOnly(entry)) ? 'd' : 'h';
  const facts = entries.map((entry): Fact => {
    const answered = entry.when('answered');
    const points = entry.text('rating');
    const parts = Object.fromEntries(PARTS.flatMap((part) => [[part, entry.part(part)] as const]));
    return {
      day: entry.day,
      parts: { ...parts, ...(answered ? { wait: waitBetween(unit, entry.when('received'), answered) } : {}) },
      amounts: {
        'complaints-received': 1,
        'complaints-answered': answered ? 1 : 0,
        'complaints-closed': entry.when('closed') ? 1 : 0,
        ratings: points === '' ? 0 : 1,
        'rating-sum': Number(points),
      },
    };
  });
  const measures: Measure[] = [
    'complaints-received',
    ...(has('answered') ? ['complaints-answered' as const] : []),
    ...(has('closed') ? ['complaints-closed' as const] : []),
    ...(has('rating') ? ['ratings' as const, 'rating-sum' as const] : []),
  ];
  return { api: declaration.api, posts: [], span: null, ...tally(file, declaration, measures, facts, span) };
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
