import { expect, test } from 'vitest';
import { OpinionReport } from '#model/opinion.ts';
import { Report } from '#model/report.ts';
import { Topic } from '#model/topic.ts';
import { doneIn, movedOf, rumoursIn, waited } from '../src/components/opinion/followed.ts';
import opinionJson from './input/charts/opinion.json' with { type: 'json' };
import reportJson from './input/charts/report.json' with { type: 'json' };

const text = { en: 'Something.' };
const deed = (on: string) => ({ on, kind: 'change' as const, text });
const topic = Topic.parse({
  ...{ id: 'banjir', kind: 'topic', name: { en: 'Floods' }, words: ['banjir'], since: '2026-01-01' },
  done: ['2026-10-30', '2026-08-31', '2026-09-30', '2026-09-01', '2026-12-01'].map(deed),
  rumours: [
    { since: '2026-10-01', claim: text },
    { since: '2026-09-30', claim: text },
    { since: '2026-05-02', claim: text, answered: deed('2026-08-31') },
    { since: '2026-05-01', claim: text, answered: deed('2026-09-01') },
  ],
});
const september = { from: '2026-09-01', to: '2026-09-30' };

test('what was done in a period and up to sixty days after it, oldest first', () => {
  const done = doneIn([topic], september);
  expect(done.map(({ deed: { on }, later }) => [on, later])).toEqual([
    ['2026-09-01', false],
    ['2026-09-30', false],
    ['2026-10-30', true],
  ]);
});

test('a rumour counts from its first day until it was answered, or for good', () => {
  expect(rumoursIn([topic], september).map(({ rumour: { since } }) => since)).toEqual(['2026-05-01', '2026-09-30']);
  expect(topic.rumours.map(waited)).toEqual([undefined, undefined, 121, 123]);
});

test('a share has moved only where both are corrected, of the same accounts, and apart', () => {
  const opinion = OpinionReport.parse(opinionJson);
  const report = Report.parse({ ...reportJson, opinion });
  const cell = opinion.cells.find(({ id }) => id === 'banjir');
  const before = opinion.history.find(({ id }) => id === 'banjir')?.points[0];
  if (!cell || !before) throw new Error('the fixture has no such topic');
  expect(movedOf(report, cell)).toBeUndefined();
  const moved = (from: number, to: number, note?: 'accounts-differ') => {
    const shares = { ...before.shares, negative: { value: from, raw: from, interval: { from, to } } };
    const history = [
      {
        of: 'topic' as const,
        id: 'banjir',
        points: [
          { ...before, shares },
          { ...before, period: '2026-09' },
        ],
      },
    ];
    const comparison = { kpi: 'net-sentiment', scope: 'agency', with: '2026-08', value: null, difference: null, ratio: null };
    return movedOf({ ...report, opinion: { ...opinion, history }, comparisons: note ? [{ ...comparison, note }] : [] }, cell);
  };
  expect([moved(0.4, 0.5), moved(0.8, 0.9), moved(0.5, 0.6)]).toEqual(['up', 'down', 'unsure']);
  expect(moved(0.4, 0.5, 'accounts-differ')).toBeUndefined();
});
