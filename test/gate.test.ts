import fs from 'node:fs';
import { parseFrontmatter, unified } from '@astrojs/markdown-remark';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCommentary } from '#gate/commentary.ts';
import { checkAll } from '#gate/files.ts';
import { distance, nearest } from '#gate/names.ts';
import { gate, policy } from '#gate/policy.ts';
import { formatFinding, type Finding } from '#model/error.ts';
import { FRONT, more, required, type Refused } from './input/gate/refused.ts';
import { anything, article, picture, value } from './input/gate/makers.ts';

const registry = {
  kpis: ['followers', 'reach', 'engagements'],
  charts: ['reach', 'engagements'],
  scopes: ['agency', 'facebook'],
};
const path = 'src/content/commentary/tirtaraya/2026-09.id.mdx';
const bytesOf = (text: string | Uint8Array) => (typeof text === 'string' ? new TextEncoder().encode(text) : text);
const check = (text: string | Uint8Array, at = path) =>
  checkCommentary({ path: at, bytes: bytesOf(text), registry, pictures: new Set(['a.png']) });
const short = ({ line, column, rule }: Finding) => `${line}:${column} ${rule}`;

/** Full size nightly: `npm run prove`. */
const prove = process.env['TERANG_PROVE'] === '1';
const seed = 20260901;

describe('refused commentary', () => {
  const whole = ({ body, whole: all }: Refused) => all ?? `${FRONT}${body}\n`;
  test.each([...required])('required: $name at $at', (input) => {
    expect(check(whole(input)).map(short)).toContain(input.at);
  });
  test.each([...more])('$name at $at', (input) => {
    const findings = check(whole(input));
    expect(findings.map(short)).toContain(input.at);
    expect(findings.every((finding) => finding.file === path && finding.message.length < 400)).toBe(true);
  });
  test('all findings of a file come at once, in order', () => {
    const body = '# Satu\n\n<Kpi id="folowers" />\n\n[x](javascript:x) {y}\n\n<b>z</b>';
    expect(check(FRONT + body).map(short)).toEqual([
      '6:1 heading',
      '8:6 unknown-id',
      '10:1 bad-url',
      '10:19 no-expression',
      '12:1 no-tag',
    ]);
  });
  test('an unknown id names the nearest right one, in one line', () => {
    const [finding] = check(`${FRONT}<Kpi id="folowers" />`);
    expect(finding && formatFinding(finding)).toBe(
      `${path}:6:6 unknown-id there is no KPI "folowers"; did you mean "followers"?`,
    );
  });
  test('a secret is never repeated, and words of the file stay on one line', () => {
    const token = `EA${'A'}${'x'.repeat(40)}`;
    const said = check(`${FRONT}[a](b:${token}\u202e)\n\n<a\n  b="${token}" />`).filter(({ rule }) => rule === 'secret');
    expect(said).toHaveLength(2);
    expect(said.some(({ message }) => message.includes(token))).toBe(false);
    for (const finding of check(`${FRONT}<Kpi id="a&#10;::error::b" />`)) expect(formatFinding(finding)).not.toMatch(/[\n\r]/);
  });
  test('findings are bounded', () => {
    const findings = check(`${FRONT}${'{a} '.repeat(5000)}`);
    expect(findings).toHaveLength(51);
    expect(findings.at(-1)?.rule).toBe('more');
  });
  test('without a file name that says its period, the name itself is the finding', () => {
    expect(check(FRONT, 'src/content/commentary/tirtaraya/2026-13.id.mdx').map(short)).toEqual(['1:1 name']);
    expect(check(FRONT, 'src/content/commentary/tirtaraya/2026-w54.id.mdx').map(short)).toEqual(['1:1 name']);
  });
});

describe('accepted commentary', () => {
  const folder = 'test/input/gate/accepted';
  test.each(fs.readdirSync(folder))('%s', async (name) => {
    const text = fs.readFileSync(`${folder}/${name}`, 'utf8');
    expect(check(text, `src/content/commentary/tirtaraya/${name.replace(/\.txt$/, '')}`)).toEqual([]);
    expect(await compile(text)).toContain('MDXContent');
  });
});

describe('files', () => {
  const file = (name: string, bytes: Uint8Array | string = FRONT) => ({
    path: `src/content/commentary/tirtaraya/${name}`,
    bytes: bytesOf(bytes),
  });
  const registries = new Map([['tirtaraya', registry]]);
  const all = (...files: Parameters<typeof checkAll>[0]) => checkAll(files, registries).map(({ rule }) => rule);
  test('clean files pass', () => {
    expect(all(file('2026-09.id.mdx', `${FRONT}![peta](./peta.png)`), file('peta.png', picture('png', 100, 50)))).toEqual([]);
    for (const type of ['png', 'jpg', 'webp', 'avif'] as const)
      expect(all(file(`peta.${type}`, picture(type, 640, 480)))).toEqual([]);
    expect(all(file('peta.jpeg', picture('jpg', 640, 480)))).toEqual([]);
  });
  test.each([
    ['a symbolic link', { ...file('2026-09.id.mdx'), isLink: true }, 'symlink'],
    ['svg', file('a.svg', '<svg onload="alert(1)"/>'), 'extension'],
    ['markdown', file('2026-09.id.md'), 'extension'],
    ['a page', file('index.astro'), 'extension'],
    ['a script', file('a.js'), 'extension'],
    ['capital letters', file('A.png', picture('png', 1, 1)), 'name'],
    ['a hidden file', file('.env'), 'name'],
    ['a name like an option', file('-rf.png', picture('png', 1, 1)), 'name'],
    ['a folder deeper', file('x/2026-09.id.mdx'), 'name'],
    ['a way up', file('../../pages/2026-09.id.mdx'), 'name'],
    ['a file beside the agencies', { path: 'src/content/commentary/2026-09.id.mdx', bytes: bytesOf(FRONT) }, 'name'],
    ['an unknown agency', { path: 'src/content/commentary/tirtaray/2026-09.id.mdx', bytes: bytesOf(FRONT) }, 'agency'],
    ['a reserved agency', { path: 'src/content/commentary/constructor/2026-09.id.mdx', bytes: bytesOf(FRONT) }, 'name'],
    ['an odd period', file('september.id.mdx'), 'name'],
    ['text called png', file('a.png', '<script>'), 'image'],
    ['jpg called png', file('a.png', picture('jpg', 10, 10)), 'image'],
    ['a picture cut off', file('a.png', picture('png', 10, 10).subarray(0, 18)), 'image'],
    ['more than 25 million pixels', file('a.png', picture('png', 6000, 5000)), 'image'],
    ['a pixel bomb', file('a.webp', picture('webp', 16_000, 16_000)), 'image'],
    ['more than 2 MB', file('a.jpg', new Uint8Array(2_000_001)), 'size'],
  ])('%s is refused', (_, input, rule) => {
    expect(all(input)).toEqual([rule]);
  });
  test('a commentary in a language that the agency does not have would be shown to nobody', () => {
    const only = new Map([['tirtaraya', { ...registry, languages: ['id'] }]]);
    expect(checkAll([file('2026-09.id.mdx')], only)).toEqual([]);
    expect(checkAll([file('2026-09.en.mdx', FRONT.replace('lang: id', 'lang: en'))], only).map(short)).toEqual(['1:1 name']);
  });
  test('a file name is no way into a log', () => {
    const [finding] = checkAll([file('a\n::error::b.png')], registries);
    expect(finding && formatFinding(finding)).not.toContain('\n');
  });
});

describe('nearest name', () => {
  test('a slip, a swap, a lack; nothing for what is far', () => {
    expect(nearest('raech', ['followers', 'reach'])).toBe('reach');
    expect(nearest('engagment', ['engagements', 'reach'])).toBe('engagements');
    expect(nearest('xyz', ['followers', 'reach'])).toBeUndefined();
    expect([distance('', 'ab'), distance('ab', 'ba'), distance('kitten', 'sitting'), distance('a', 'a')]).toEqual([2, 1, 3, 0]);
  });
});

describe('second layer', () => {
  test.each(required.filter(({ name }) => name !== 'bidi'))('Astro itself refuses: $name', async ({ body, whole }) => {
    await expect(compile(typeof whole === 'string' ? whole : `${FRONT}${body}`)).rejects.toThrow();
  });
  test('its error is located and names the rule', async () => {
    await expect(compile(`${FRONT}{process.env.T}`)).rejects.toMatchObject({
      line: 6,
      column: 1,
      message: expect.stringContaining(':6:1 no-expression'),
    });
  });
  test('the gate as an integration stops before anything is read', () => {
    const found = check(`${FRONT}{a}`);
    expect(() => gate(() => found).hooks['astro:config:setup']()).toThrow('6:1 no-expression');
    expect(() => gate(() => []).hooks['astro:config:setup']()).not.toThrow();
  });
  test('astro.config runs unified with the policy and the same grammar, and mdx takes it over', async () => {
    const where = new URL('../astro.config.mjs', import.meta.url).href;
    const { default: config } = (await import(/* @vite-ignore */ where)) as { default: Config };
    const processor = config.markdown?.processor;
    expect(processor?.name, 'markdown.processor in astro.config must be unified(…): the default engine drops the policy').toBe(
      'unified',
    );
    expect(processor?.options.remarkPlugins, 'unified({ remarkPlugins: [policy] }), policy from #gate/policy.ts').toContain(
      policy,
    );
    expect(
      processor?.options.gfm,
      'unified({ gfm: false }): footnotes and bare addresses are not in the grammar that the gate checks',
    ).toBe(false);
    const names = config.integrations?.flat().map(({ name }) => name) ?? [];
    expect(names.indexOf('terang:gate'), 'integrations: [gate(…), mdx(), …]').toBe(0);
    const plain = await processor?.createMdxRenderer({ syntaxHighlight: false }, {});
    await expect(plain?.process('export const a = 1', '/x.mdx', {})).rejects.toThrow('no-esm');
  });
});

describe('fuzz', () => {
  test('never throws, always located, bounded', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const bytes = bytesOf(input);
        const findings = check(bytes);
        expect(findings.length).toBeLessThanOrEqual(51);
        const lines = new TextDecoder().decode(bytes).split('\n').length;
        for (const finding of findings) {
          expect(finding.line).toBeGreaterThanOrEqual(1);
          expect(finding.line).toBeLessThanOrEqual(lines);
          expect(finding.column).toBeGreaterThanOrEqual(1);
          expect(finding.message.length).toBeLessThan(400);
          expect(formatFinding(finding)).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
        }
      }),
      { seed, numRuns: prove ? 100_000 : 300 },
    );
  }, 3_600_000);
  test('front matter that the gate accepts says the same to the YAML reader of Astro', () => {
    let accepted = 0;
    fc.assert(
      fc.property(value, value, (title, summary) => {
        const text = `---\ntitle: ${title}\nperiod: 2026-09\nlang: id\nsummary: ${summary}\n---\n`;
        if (check(text).length > 0) return;
        accepted += 1;
        const { title: one, summary: two, ...rest } = parseFrontmatter(text).frontmatter as Record<string, unknown>;
        expect(rest).toEqual({ period: '2026-09', lang: 'id' });
        expect([typeof one, typeof two]).toEqual(['string', 'string']);
      }),
      { seed, numRuns: prove ? 50_000 : 1000 },
    );
    expect(accepted).toBeGreaterThan(30);
  });
  test('what the gate accepts, Astro with the policy accepts', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(article, async (body) => {
        const bytes = bytesOf(FRONT + body);
        if (check(bytes).length > 0) return;
        accepted += 1;
        await compile(new TextDecoder().decode(bytes));
      }),
      { seed, numRuns: prove ? 20_000 : 300 },
    );
    expect(accepted).toBeGreaterThan(30);
  }, 3_600_000);
});

interface Renderer {
  process(content: string, path: string, frontmatter: Record<string, unknown>): Promise<{ code: string }>;
}
interface Config {
  markdown?: {
    processor?: {
      name: string;
      options: { remarkPlugins: unknown[]; gfm?: boolean };
      createMdxRenderer(shared: { syntaxHighlight: false }, mdx: object): Promise<Renderer>;
    };
  };
  integrations?: { name: string }[];
}

/** Compiles as Astro does (its own front matter reader, its own MDX chain), without running anything. */
async function compile(text: string): Promise<string> {
  const processor = unified({ gfm: false, remarkPlugins: [policy] }) as unknown as NonNullable<
    NonNullable<Config['markdown']>['processor']
  >;
  const renderer = await processor.createMdxRenderer({ syntaxHighlight: false }, { srcDir: new URL('file:///src/') });
  const { content, frontmatter } = parseFrontmatter(text, { frontmatter: 'empty-with-spaces' });
  return (await renderer.process(content, '/src/content/commentary/tirtaraya/2026-09.id.mdx', frontmatter)).code;
}
