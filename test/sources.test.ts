import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Sources } from '#model/source.ts';
import { find, isApi, isExport, sources } from '#sources/index.ts';
import { page } from '#sources/page.ts';
import { conformsComments } from './conformance.comments.ts';
import { conformsApi, conformsExport } from './conformance.ts';
import { serviceAccount } from './service-account.ts';

/** Secrets of a special form, by purpose: a key that has to sign. */
const SECRETS = { 'service-account': serviceAccount() };

for (const source of sources) {
  if (isExport(source)) conformsExport(source);
  if (!isApi(source)) continue;
  conformsApi(source, SECRETS);
  conformsComments(source);
}

describe('registry', () => {
  test('declares each source once, by the schema of sources.json', () => {
    const declarations = sources.map((source) => source.declaration);
    expect(Sources.parse({ $schema: 'x', sources: declarations }).sources).toEqual(declarations);
    expect(new Set(declarations.map((one) => one.id)).size).toBe(sources.length);
    for (const source of sources) expect(find(source.declaration.id)).toBe(source);
    expect(find('nothing')).toBeUndefined();
    for (const source of sources) expect(isApi(source)).toBe(source.declaration.kind === 'api');
    for (const source of sources) expect(isExport(source)).toBe(source.declaration.kind === 'export');
  });

  test('counts as engagement only what a post of the source has', () => {
    for (const { declaration } of sources) {
      const given = declaration.gives.filter((one) => one.level === 'post').map((one) => one.measure);
      for (const measure of declaration.engagement) expect(given, declaration.id).toContain(measure);
    }
  });

  test.each(sources.map((source) => source.declaration))(
    '$id: the page in docs is the one made from its declaration',
    (declaration) => {
      const file = join(import.meta.dirname, '../docs/sources', `${declaration.id}.md`);
      expect(readFileSync(file, 'utf8')).toBe(page(declaration));
    },
  );
});
