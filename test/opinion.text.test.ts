import { describe, expect, test } from 'vitest';
import { SLANG } from '#opinion/label/slang.ts';
import { bare, KIND, MOST, plain, Tokens } from '#opinion/label/text.ts';

function tokensOf(text: string): string[] {
  const tokens = new Tokens();
  tokens.read(text);
  return Array.from({ length: tokens.count }, (_, at) => text.slice(tokens.start[at], tokens.end[at]));
}

describe('a word as it is read', () => {
  test.each([
    ['BGT', 'banget'],
    ['bangettttt', 'banget'],
    ['Lamaaaa', 'lama'],
    ['gk', 'tidak'],
    ['nggak', 'tidak'],
    ['jalan2', 'jalan'],
    ['jalan2nya', 'jalannya'],
    ['pelan-pelan', 'pelan'],
    ['mksh', 'terima_kasih'],
    ['𝗯𝗮𝗴𝘂𝘀', 'bagus'],
    ['baguś', 'bagus'],
    ['krn', 'karena'],
    ['👍', '👍'],
  ])('%s is %s', (typed, word) => expect(plain(typed).word).toBe(word));

  test('slang of Indonesian is not read into English', () => expect(plain('pa', false).word).toBe('pa'));
  test('what was stretched is known to have been', () => {
    expect(plain('lamaaa').long).toBe(true);
    expect(plain('saat').long).toBe(false);
  });
  test.each([
    ['pelayanannya', 'pelayanan'],
    ['bukanlah', 'bukan'],
    ['nya', 'nya'],
    ['buku', 'buku'],
  ])('%s without what hangs on it is %s', (word, stem) => expect(bare(word)).toBe(stem));

  test('there are many spellings, and each stands for another word', () => {
    expect(SLANG.size).toBeGreaterThan(700);
    expect([...SLANG].filter(([typed, word]) => typed === word || word === '')).toEqual([]);
  });
});

describe('tokens', () => {
  test.each([
    ['jalan rusak, parah!!', ['jalan', 'rusak', ',', 'parah', '!!']],
    ['makasih 🙏🏽🙏', ['makasih', '🙏', '🙏']],
    ['@dinas cek https://a.example/b?c ya', ['@dinas', 'cek', 'https://a.example/b?c', 'ya']],
    ["jum'at pelan-pelan :(", ["jum'at", 'pelan-pelan', ':(']],
    ['', []],
    [' \u0000\u202e\ud800 \udc00 ', []],
  ])('%j', (text, tokens) => expect(tokensOf(text)).toEqual(tokens));

  test('a mention, a link and a number are known as such', () => {
    const tokens = new Tokens();
    tokens.read('@a_b http://x.example 2026');
    expect([...tokens.kind.subarray(0, tokens.count)]).toEqual([KIND.name, KIND.link, KIND.number]);
  });

  test('what comes after the longest comment there can be is not read', () => {
    expect(tokensOf('a '.repeat(MOST)).length).toBe(MOST / 2);
    expect(tokensOf('x'.repeat(1_000_000))).toEqual(['x'.repeat(MOST)]);
  });
});
