import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { chartIds } from '#charts/ids.ts';
import { checkCommentary } from '#gate/commentary.ts';
import { renderIssue } from '#github/issue.ts';
import { kpis } from '#kpis/index.ts';
import { Agency } from '#model/agency.ts';
import { find, isExport, sources } from '#sources/index.ts';
import { openData } from '#store/read.ts';
import { isText } from '#store/write.ts';
import { generated } from '../scripts/schema.ts';

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...below('docs'), ...below('.github')].filter((file) =>
  file.endsWith('.md'),
);
const read = (file: string) => fs.readFileSync(file, 'utf8');
const scripts = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json'))).scripts;

function below(folder: string): string[] {
  return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));
}

/** The parts of a guide that its translation has to have as well: headings by level, code, tables' rows. */
const shape = (text: string) => text.split('\n').flatMap((row) => /^(#+ |\s*```\w*|\|)/.exec(row)?.[1]?.trim() ?? []);

test.each(pages)('%s: each file it links is there', (page) => {
  // What stands in code is an example, no link.
  const prose = read(page).replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\((?!https?:|#|\.\.\/\.\.\/issues)([^)#\s]+)/g)].map(([, link = '']) =>
    path.join(path.dirname(page), link),
  );
  expect(links.filter((link) => !fs.existsSync(link))).toEqual([]);
});

test.each(pages)('%s: each command it names is there', (page) => {
  const named = [...read(page).matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('what is generated from the code is what the code gives: "npm run schema"', () => {
  expect([...generated('data')].flatMap(([file, content]) => (isText(file, content) ? [] : file))).toEqual([]);
});

test.each([
  ['README.md', 'None has been tried against the living platform yet'],
  ['docs/guide.en.md', 'No source has been tried against a living platform yet'],
  ['docs/guide.id.md', 'Belum ada satu sumber pun yang dicoba pada platform yang sebenarnya'],
])('%s: says that no source was tried live, as long as that is so', (page, words) => {
  expect(read(page).includes(words)).toBe(sources.every(({ declaration }) => declaration.tried === 'never'));
});

test.each(pages)('%s: each source it imports is one of exports', (page) => {
  const named = [...read(page).matchAll(/--source ([a-z0-9-]+)/g)].map(([, id = '']) => find(id));
  expect(named.filter((one) => !one || !isExport(one))).toEqual([]);
});

/** The examples of commentary that a page shows: whole ones in fences, single components between backticks. */
const fences = pages.flatMap((page) =>
  [...read(page).matchAll(/^( *)```mdx\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', text = '']) => ({
    page,
    text: text.replace(new RegExp(`^${indent}`, 'gm'), ''),
  })),
);
const singles = pages.flatMap((page) =>
  [...read(page).matchAll(/`(<(?:Kpi|Change|Chart)\b[^`…]*\/>|<Note\b[^`]*<\/Note>)/g)].map(([, text = '']) => ({ page, text })),
);
const report = openData('data').report('tirtaraya', '2026-09');

describe('what the pages show of commentary', () => {
  const agency = Agency.parse(JSON.parse(read('data/agencies/tirtaraya/agency.json')));
  const registry = {
    kpis: kpis.map(({ id }) => id),
    charts: [...chartIds],
    scopes: agency.accounts.map(({ id }) => id),
    languages: agency.languages,
  };
  const faults = (lang: string, text: string) =>
    checkCommentary({ path: `src/content/commentary/tirtaraya/2026-09.${lang}.mdx`, bytes: Buffer.from(text), registry });

  test('stands in both guides and in the page on commentary', () => {
    expect([...new Set(fences.map(({ page }) => page))].sort()).toEqual([
      'docs/commentary.md',
      'docs/guide.en.md',
      'docs/guide.id.md',
    ]);
    expect(singles.length).toBeGreaterThan(8);
  });

  test.each(fences)('$page: the gate lets it through', ({ text }) => {
    expect(faults(/^lang: (\w+)$/m.exec(text)?.[1] ?? '', text)).toEqual([]);
  });

  test.each(singles)('$page: the gate lets $text through', ({ text }) => {
    expect(faults('id', `---\ntitle: Contoh\nperiod: 2026-09\nlang: id\n---\n\n${text.replace(/…/g, 'kata')}\n`)).toEqual([]);
  });

  const figures = [...fences, ...singles].flatMap(({ page, text }) =>
    [...text.matchAll(/<(Kpi|Change) id="([^"]+)"(?: scope="([^"]+)")?/g)].map(([, tag, id, scope = 'agency']) => ({
      page,
      tag,
      id,
      scope,
    })),
  );

  test.each(figures)('$page: <$tag> of $id for $scope has a value in the sample', ({ tag, id, scope }) => {
    const list = tag === 'Kpi' ? report?.figures : report?.comparisons;
    expect(list?.find((one) => one.kpi === id && one.scope === scope)?.value).toEqual(expect.any(Number));
  });

  test('the number whose chain is shown has a value', () => {
    for (const lang of ['id', 'en']) {
      const [, period, id] = /npm run verify -- (\S+) (\S+)/.exec(read(`docs/guide.${lang}.md`)) ?? [];
      expect([period, report?.figures.find((one) => one.kpi === id && one.scope === 'agency')?.value]).toEqual([
        '2026-09',
        expect.any(Number),
      ]);
    }
  });
});

describe.each(['id', 'en'])('the guide in %s', (lang) => {
  const guide = read(`docs/guide.${lang}.md`);

  test('has the section that the issue sends to', () => {
    const [, heading = ''] = new RegExp(`guide\\.${lang}\\.md\`[^"]*"([^"]+)"`).exec(renderIssue({ runs: null, url: 'x' })) ?? [];
    expect(guide).toContain(`\n## ${heading}\n`);
  });

  test('names each job of the workflow that can turn red', () => {
    const { jobs } = z
      .object({ jobs: z.record(z.string(), z.object({ name: z.string() })) })
      .parse(parse(read('.github/workflows/collect.yml')));
    const missing = Object.values(jobs).filter(({ name }) => name !== 'Issue' && !guide.includes(`**${name}**`));
    expect(missing).toEqual([]);
  });
});

test('the guides have the same parts in both languages', () => {
  expect(shape(read('docs/guide.en.md'))).toEqual(shape(read('docs/guide.id.md')));
});

const Form = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  title: z.string().optional(),
  labels: z.array(z.string()).optional(),
  body: z
    .array(
      z.looseObject({ type: z.enum(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']), id: z.string().optional() }),
    )
    .min(1),
});

test.each(below('.github/ISSUE_TEMPLATE').filter((file) => !file.endsWith('config.yml')))(
  '%s is a form in both languages',
  (file) => {
    const form = Form.parse(parse(read(file)));
    const ids = form.body.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(form.name).toContain(' / ');
    expect(form.body.filter(({ type, id }) => type !== 'markdown' && id === undefined)).toEqual([]);
  },
);
