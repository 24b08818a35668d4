import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Private } from '#model/comment.ts';
import type { Label } from '#model/label.ts';
import { Topic } from '#model/topic.ts';
import { dated, nestedTopics, tally } from '#opinion/hear/tally.ts';
import { topicsOf } from '#opinion/topic/topics.ts';

const topic = (id: string, words: readonly string[], change: Partial<Topic> = {}) =>
  Topic.parse({ id, kind: 'topic', name: { id }, words, since: '2026-01-01', ...change });
const topics = [
  topic('banjir', ['banjir*'], { under: ['SiagaBanjir'] }),
  topic('jalan', ['jalan', 'lubang'], { since: '2026-09-10', until: '2026-09-20' }),
];
const label = (text: string): Label => (text.includes('bagus') ? 'positive' : text.includes('parah') ? 'negative' : 'neutral');
const open = (enough = 10) => tally('facebook', { label, topics, matcher: dated(topics, topicsOf(topics)), enough });
const who = (name: string) => new Private(name);

describe('comments that pass', () => {
  test('are counted by label, and on each topic that they are on', () => {
    const heard = open();
    heard.add('banjir parah, jalan berlubang', who('a'), '2026-09-15', []);
    heard.add('jalan bagus', who('b'), '2026-09-15', []);
    heard.add('kapan surut?', who('c'), '2026-09-15', ['SiagaBanjir']);
    heard.add('terima kasih', who('a'), '2026-09-15', []);
    const { id, labels, people, anybody, topics: on } = heard.counts();
    expect([id, labels, people, anybody]).toEqual([
      'facebook',
      { positive: 1, neutral: 2, negative: 1 },
      { positive: 1, neutral: 2, negative: 1 },
      3,
    ]);
    expect(on.get('banjir')).toEqual({
      labels: { positive: 0, neutral: 1, negative: 1 },
      people: { positive: 0, neutral: 1, negative: 1 },
      anybody: 2,
    });
    expect(on.get('jalan')?.labels).toEqual({ positive: 1, neutral: 0, negative: 1 });
  });

  test('are on a topic from its first day to its last', () => {
    const heard = open();
    for (const day of ['2026-09-09', '2026-09-10', '2026-09-20', '2026-09-21']) heard.add('jalan parah', who(day), day, []);
    expect([heard.counts().labels.negative, heard.counts().topics.get('jalan')?.labels.negative]).toEqual([4, 2]);
  });

  test('of one person are many comments and one person; people are told apart up to what matters', () => {
    const heard = open(3);
    for (let turn = 0; turn < 50; turn += 1) heard.add('parah', who('a'), '2026-09-01', []);
    expect([heard.counts().labels.negative, heard.counts().people.negative, heard.counts().anybody]).toEqual([50, 1, 1]);
    for (let turn = 0; turn < 50; turn += 1) heard.add('parah', who(`orang ${turn}`), '2026-09-01', []);
    expect([heard.counts().labels.negative, heard.counts().people.negative, heard.counts().anybody]).toEqual([100, 3, 3]);
  });

  test('of nobody in particular are of one person for each three', () => {
    const heard = open();
    for (let turn = 0; turn < 29; turn += 1) heard.add('parah', who(''), '2026-09-01', []);
    expect([heard.counts().people.negative, heard.counts().anybody]).toEqual([9, 9]);
    for (let turn = 0; turn < 9; turn += 1) heard.add('parah', who(''), '2026-09-01', []);
    expect([heard.counts().labels.negative, heard.counts().people.negative]).toEqual([38, 10]);
  });

  test('leave nothing of themselves', () => {
    const heard = open();
    for (let turn = 0; turn < 4; turn += 1) heard.add(`kenari-${turn} parah`, who(`kenari-${turn}`), '2026-09-01', []);
    const seen = [heard, heard.counts()].map((one) => inspect(one, { depth: 9, showHidden: true }) + JSON.stringify(one));
    expect(seen.join()).not.toContain('kenari');
  });
});

describe('a topic within another', () => {
  test.each<[string, Partial<Topic>, Partial<Topic>, boolean]>([
    ['by the same word', { words: ['banjir'] }, { words: ['banjir', 'rob'] }, true],
    ['by an ending left open', { words: ['banjir bandang', 'kebanjiran'] }, { words: ['banjir*', 'kebanjir*'] }, true],
    ['by a phrase that holds the word', { words: ['jalan berlubang'] }, { words: ['jalan'] }, true],
    ['not by a word that the phrase does not hold', { words: ['jalanan'] }, { words: ['jalan'] }, false],
    ['not by an open ending under a closed one', { words: ['jalan*'] }, { words: ['jalan'] }, false],
    ['not where a hashtag is its own', { words: ['jalan'], hashtags: ['JalanKita'] }, { words: ['jalan'] }, false],
    ['not where comments under own posts are its own', { words: ['jalan'], under: ['JalanKita'] }, { words: ['jalan'] }, false],
    ['by all of these', { words: ['Jalan'], hashtags: ['jalankita'] }, { words: ['jalan'], hashtags: ['JalanKita'] }, true],
  ])('%s', (_, part, whole, is) => {
    const found = nestedTopics([topic('a', [], part), topic('b', [], whole)]);
    expect(found.some(([one, other]) => one === 'a' && other === 'b')).toBe(is);
  });
});
