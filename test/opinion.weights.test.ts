import { describe, expect, test } from 'vitest';
import { DataError } from '#model/error.ts';
import { classifier } from '#opinion/label/classifier.ts';
import { decode, encode, packed, type Weights } from '#opinion/label/weights.ts';

const table = {
  ...packed([Float64Array.from([1, -0.5, 0, 0.25, 0.125]), Float64Array.from([0, 0.1, -0.1, 0, -2])], 4),
  name: 'one',
  classes: ['a', 'b'],
  temperature: 0.5,
  rarity: Uint8Array.from([20, 30, 40, 50]),
};
const weights: Weights = { version: '7', tables: [table, { ...table, name: 'two', rarity: new Uint8Array() }] };
const bytes = encode(weights);

const altered = (change: (copy: Uint8Array) => unknown): Uint8Array => {
  const copy = bytes.slice();
  change(copy);
  return copy;
};

describe('a file of weights', () => {
  test('gives what went in', () => expect(decode(bytes)).toEqual(weights));
  test('is read from a part of a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(decode(larger.subarray(3))).toEqual(weights);
  });
  test('keeps a weight to within half a step, and the bias whole', () => {
    expect(table.weights[0]).toBe(127);
    expect((table.weights[2] ?? 0) * (table.steps[0] ?? 0)).toBeCloseTo(-0.5, 2);
    expect(table.biases).toEqual([0.125, -2]);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('{"version":"1","tables":[]}....')],
    ['cut off', bytes.subarray(0, bytes.length - 4)],
    ['a few bytes short', bytes.subarray(0, bytes.length - 1)],
    ['another magic', altered((copy) => (copy[0] = 65))],
    ['another format', altered((copy) => (copy[4] = 9))],
    ['one weight altered', altered((copy) => (copy[copy.length - 9] = 99))],
    ['header altered', altered((copy) => (copy[20] = 99))],
    ['checksum altered', altered((copy) => (copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1))],
  ])('%s is refused, with what to do', (_, broken) => {
    expect(() => decode(broken)).toThrow(DataError);
    expect(() => decode(broken)).toThrow(/weights\.bin:1:1 weights .*npm run train/);
  });

  test('a whole file without the tables of a classifier is refused', () =>
    expect(() => classifier(bytes)).toThrow(/no table "router"/));
});
