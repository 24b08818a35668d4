import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkCommentary } from '#gate/commentary.ts';
import { renderIssue } from '#github/issue.ts';

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

describe.each(['id', 'en'])('the guide in %s', (lang) => {
  const guide = read(`docs/guide.${lang}.md`);

  test('shows a commentary that the gate lets through', () => {
    const example = /```mdx\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    const text = example.replace(/^ {3}/gm, '');
    expect(text).toContain(`lang: ${lang}`);
    const registry = { kpis: ['reach'], charts: ['reach'], scopes: [] };
    expect(
      checkCommentary({ path: `src/content/commentary/tirtaraya/2026-09.${lang}.mdx`, bytes: Buffer.from(text), registry }),
    ).toEqual([]);
  });

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
