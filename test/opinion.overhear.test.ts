import { beforeEach, expect, test, vi } from 'vitest';
import { logFault } from '../scripts/overhear.ts';

const shown: string[] = [];
beforeEach(() => {
  shown.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => shown.push(String(text)) > 0);
  return () => vi.restoreAllMocks();
});

const broken = (message: string, stack?: (own: string) => string): Error => {
  const error = new TypeError(message);
  if (stack) error.stack = stack(error.stack ?? '');
  return error;
};

test('the log of a fault says where it was', () => {
  logFault('one: a fault', broken('kata rahasia'));
  expect(shown.join('')).toMatch(/^one: a fault\n {4}at test\/opinion\.overhear\.test\.ts:\d+:\d+\n/);
});

const here = import.meta.filename;
test.each([
  ['a message that looks like frames', broken(`x\n    at rahasia (${here}.rahasia:1:1)\n    at rahasia`)],
  ['a message changed after the fact', broken('rahasia', (own) => `TypeError: rahasia\n    at Budi rahasia\n${own}`)],
  ['a place that is no file of ours', broken('x', () => '    at f (/home/rahasia/x.ts:1:1)\n    at /rahasia:1:1')],
  ['a file that there is not', broken('x', () => `    at f (${here.replace(/[^/]+$/, 'rahasia.ts')}:1:1)`)],
  ['the name of a function', broken('x', () => `    at rahasia 0812 (${here}:1:1)`)],
  ['a number as a line', broken('x', () => `    at f (${here}:081234567890:1)`)],
  ['a way out of the repository', broken('x', () => `    at f (${here}/../../../rahasia:1:1)`)],
  ['no error', 'rahasia'],
])('and nothing that could be text: %s', (_name, error) => {
  logFault('one: a fault', error);
  expect(shown.join('')).not.toMatch(/rahasia|Budi|0812/);
  for (const line of shown.join('').trim().split('\n').slice(1)) expect(line).toMatch(/^ {4}at [\w./-]+:\d{1,5}:\d{1,5}$/);
});
