import { daysBetween } from '#model/day.ts';
import type { Measure } from '#model/measure.ts';
import { waitOf } from '#model/wait.ts';
import { declaration } from './information-requests-declaration.ts';
import { deadlines, withGaps } from './deadline.ts';
import { readRegister, type Entry } from './register.ts';
import type { Export, ExportSource, Pull } from '../source.ts';
import { tally, type Fact } from './tally.ts';

const DECISIONS: readonly (readonly [Measure, string])[] = [
  ['requests-granted', 'granted'],
  ['requests-partly', 'partly'],
  ['requests-refused', 'refused'],
];
const TIMELY = ['requests-due', 'requests-on-time'] as const;

function read(file: Export): Pull {
  const { entries, span, has, done } = readRegister(file, declaration.layouts ?? []);
  for (const entry of entries) agree(entry, has);
  done();
  const kept = deadlines(
    file,
    'request',
    TIMELY,
    entries.map((entry) => ({
      received: entry.day,
      dealt: has('decided') ? { answer: entry.when('decided')?.day ?? null } : {},
    })),
    span,
  );
  const facts = entries.map((entry, index): Fact => {
    const decision = entry.text('decision');
    const decided = entry.when('decided');
    return {
      day: entry.day,
      parts: {
        ...(decided ? { wait: waitOf('d', daysBetween(entry.day, decided.day)) } : {}),
        ...(['partly', 'refused'].includes(decision) ? { refusal: entry.part('refusal') ?? 'unstated' } : {}),
      },
      amounts: {
        'requests-received': 1,
        'requests-decided': decided || decision !== '' ? 1 : 0,
        ...Object.fromEntries(DECISIONS.map(([measure, name]) => [measure, decision === name ? 1 : 0])),
        ...kept.amounts[index],
      },
    };
  });
  const measures: Measure[] = [
    'requests-received',
    ...TIMELY,
    ...(has('decided') || has('decision') ? ['requests-decided' as const] : []),
    ...(has('decision') ? DECISIONS.map(([measure]) => measure) : []),
  ];
  const counted = tally(file, declaration, measures, facts, span);
  return { api: declaration.api, posts: [], span: null, ...withGaps(counted, kept.gaps, TIMELY) };
}

/** A decision has its day and a day its decision; only what was not granted whole has a reason. */
function agree(entry: Entry, has: (column: string) => boolean): void {
  const [decision, decided] = [entry.text('decision'), entry.when('decided')];
  if (has('decision') && has('decided') && (decision === '') !== (decided === null))
    entry.refuse(decision === '' ? 'decision' : 'decided', 'empty', 'give both "decided" and "decision", or neither');
  if (decided && decided.day < entry.day) entry.refuse('decided', 'order', '"decided" lies before "received"');
  if (entry.text('refusal') !== '' && !['partly', 'refused'].includes(decision))
    entry.refuse('refusal', 'refusal', 'a "refusal" stands with a decision that is neither partly nor refused');
}

export const informationRequests: ExportSource = { declaration, read };
