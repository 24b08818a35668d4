import { expect, test } from 'vitest';
import { examplesOf } from '#opinion/label/examples.ts';

const by = {
  read: (text: string) => ({
    label: text.includes('bagus') ? ('positive' as const) : ('neutral' as const),
    scores: { positive: 0, neutral: 0, negative: 0 },
    language: 'id' as const,
    why: [{ word: text, weight: 0.123456 }],
  }),
};
const right = Array.from({ length: 70 }, (_, index) => ({ text: `bagus ${index}`, label: 'positive' as const }));
const wrong = Array.from({ length: 50 }, (_, index) => ({ text: `lama ${index}`, label: 'negative' as const }));

test('takes right and wrong ones from everywhere, not the first', () => {
  const found = examplesOf(by, [...right, ...wrong]);
  expect(found.map(({ label, said }) => label === said)).toEqual([
    ...Array<boolean>(7).fill(true),
    ...Array<boolean>(5).fill(false),
  ]);
  expect(found[0]).toEqual({ text: 'bagus 5', label: 'positive', said: 'positive', why: [{ word: 'bagus 5', weight: 0.123 }] });
  expect(found.at(-1)?.text).toBe('lama 45');
});

test('has no more than there are, and none too long for a table', () => {
  expect(examplesOf(by, [{ text: `bagus ${'x'.repeat(200)}`, label: 'positive' }])).toEqual([]);
  expect(examplesOf(by, wrong.slice(0, 2))).toHaveLength(2);
});
